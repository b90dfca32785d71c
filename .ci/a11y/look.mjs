// Looks at pages as a browser with axe does: every rule of WCAG 2.0, 2.1 and 2.2 at A and AA and of best practice, in light and in
// dark, with everything unfolded; and no page may scroll sideways where it is 320 points wide. Prints what it finds; exit code 1 if
// anything is found.
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const need = createRequire(pathToFileURL(resolve(process.env.MODULES, "x.js")));
const puppeteer = need("puppeteer-core");
const axe = await readFile(need.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
let found = 0;
let unsure = 0;
const complain = (text) => {
  found += 1;
  console.log(text);
};

for (const file of process.argv.slice(2)) {
  const name = basename(file);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  await page.evaluate(axe);
  for (const scheme of ["light", "dark"]) {
    await page.setViewport({ width: 1280, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const result = await page.evaluate((values) => window.axe.run({ runOnly: { type: "tag", values } }), TAGS);
    if (result.passes.length < 15) complain(`${name} (${scheme}): only ${result.passes.length} rules had anything to look at`);
    for (const rule of result.violations) {
      complain(`${name} (${scheme}): ${rule.id} (${rule.impact}): ${rule.help}`);
      for (const node of rule.nodes.slice(0, 3)) console.log(`    ${node.target}: ${node.html.slice(0, 160)}\n    ${node.failureSummary}`);
    }
    unsure += result.incomplete.length;
    if (process.env.VERBOSE) for (const rule of result.incomplete) console.log(`${name} (${scheme}): unsure: ${rule.id}: ${rule.nodes.length} × ${rule.nodes[0].target} ${rule.nodes[0].any.map((x) => x.message)}`);
  }
  await page.setViewport({ width: 320, height: 800 });
  const wide = await page.evaluate(() => document.scrollingElement.scrollWidth);
  if (wide > 320) complain(`${name}: scrolls sideways at 320 points: ${wide}`);
  await page.close();
}
await browser.close();
console.log(`${process.argv.length - 2} pages, light and dark: ${found} faults; ${unsure} times axe could not tell`);
process.exit(found ? 1 : 0);
