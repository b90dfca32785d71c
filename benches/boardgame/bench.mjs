// Moves a second of random play: a small dispute on boardgame.io 0.50.2, and Comity's flagship, in pairs.
//
//   cargo build --release --no-default-features
//   cd benches/boardgame && npm install && npm run bench
//
// The dispute has what a match of Comity has, in small: three seats, eight rounds of three beats, choices that open and close with
// six meters, a log with causes. It knows no law, no secrets, no calendar and no refusals with a reason, so each of its moves does
// much less. The client is driven without a server, a bot framework or rendering: the fastest way boardgame.io offers.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Client } from 'boardgame.io/dist/cjs/client.js';

const METERS = ['trust', 'fines', 'candour', 'inquiry', 'neighbours', 'respect'];
const MOVES = [
  { id: 'contest', seat: '0', when: (m) => m.fines < 9, add: { trust: 1, fines: 1 } },
  { id: 'handOver', seat: '0', when: (m) => m.trust > 1, add: { trust: -2, inquiry: 2 } },
  { id: 'explain', seat: '0', when: () => true, add: { candour: 1 } },
  { id: 'letter', seat: '0', when: (m) => m.candour > 2, add: { trust: 1, neighbours: 1 } },
  { id: 'order', seat: '1', when: () => true, add: { inquiry: 1, neighbours: -1 } },
  { id: 'ask', seat: '1', when: (m) => m.neighbours > 2, add: { neighbours: 1 } },
  { id: 'press', seat: '1', when: (m) => m.inquiry < 8, add: { inquiry: 1, trust: -1 } },
  { id: 'uphold', seat: '2', when: () => true, add: { respect: 1, inquiry: 1 } },
  { id: 'quash', seat: '2', when: (m) => m.respect > 1, add: { respect: 1, trust: 1 } },
  { id: 'narrow', seat: '2', when: (m) => m.neighbours < 8, add: { neighbours: 1 } },
];
const BEATS = 3;
const ROUNDS = 8;

const clamp = (n) => Math.max(0, Math.min(10, n));

const game = {
  name: 'dispute',
  setup: () => ({ meters: Object.fromEntries(METERS.map((m) => [m, 5])), log: [], done: 0 }),
  turn: { minMoves: 1, maxMoves: 1 },
  moves: Object.fromEntries(
    MOVES.map((move) => [
      move.id,
      ({ G, playerID }) => {
        if (playerID !== move.seat || !move.when(G.meters)) return 'INVALID_MOVE';
        for (const [meter, by] of Object.entries(move.add)) {
          const from = G.meters[meter];
          G.meters[meter] = clamp(from + by);
          if (G.meters[meter] !== from) G.log.push({ meter, from, to: G.meters[meter], cause: move.id });
        }
        G.done += 1;
        return undefined;
      },
    ]),
  ),
  endIf: ({ G }) => (G.done >= ROUNDS * BEATS * 3 ? { over: true } : undefined),
};

function random(seed) {
  let x = seed >>> 0 || 1;
  return (n) => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) % n;
  };
}

function boardgame(matches, seed) {
  let moves = 0;
  const start = process.hrtime.bigint();
  for (let i = 0; i < matches; i += 1) {
    const draw = random(seed + i);
    const client = Client({ game, numPlayers: 3, debug: false });
    client.start();
    for (let state = client.getState(); !state.ctx.gameover; state = client.getState()) {
      const seat = state.ctx.currentPlayer;
      const open = MOVES.filter((m) => m.seat === seat && m.when(state.G.meters));
      client.moves[open[draw(open.length)].id]();
      moves += 1;
    }
    client.stop();
  }
  return moves / (Number(process.hrtime.bigint() - start) / 1e9);
}

function comity(matches, seed) {
  const binary = process.env.COMITY ?? fileURLToPath(new URL('../../target/release/comity', import.meta.url));
  const call = ['simulate', 'microsoft-ireland', '--bots', 'random', '--threads', '1', '--format', 'json'];
  const out = JSON.parse(execFileSync(binary, [...call, '--games', String(matches), '--seed', String(seed)], { encoding: 'utf8' }));
  return out.actions / out.seconds;
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const PAIRS = Number(process.env.PAIRS ?? 7);
boardgame(20, 1);
comity(20, 1);
const pairs = Array.from({ length: PAIRS }, (_, i) => {
  const theirs = boardgame(200, 1000 * i + 1);
  const ours = comity(1000, 1000 * i + 1);
  console.log(`pair ${i + 1}: boardgame.io ${theirs.toFixed(0)} moves/s, comity ${ours.toFixed(0)} moves/s, ratio ${(ours / theirs).toFixed(1)}`);
  return { theirs, ours };
});
console.log(
  `median of ${PAIRS} pairs, one thread each: boardgame.io ${median(pairs.map((p) => p.theirs)).toFixed(0)} moves/s, ` +
    `comity ${median(pairs.map((p) => p.ours)).toFixed(0)} moves/s, ratio ${median(pairs.map((p) => p.ours / p.theirs)).toFixed(1)}`,
);
