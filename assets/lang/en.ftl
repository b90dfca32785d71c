### English. Plain words for readers from about fourteen, exact ones where the law is exact.
###
### Every sentence the rules say and every string the faces show. A message may use only the arguments the code gives it
### (they are named in curly brackets). Log lines, conditions and causes have no final stop: they stand inside other sentences.

## The language itself, as its readers call it

language-name = English
language-accented = English with accents, for testing

## Days and lists

date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
list-none = none given
list-comma = { $left }, { $right }
list-and = { $left } and { $right }

## The two sides. "The demand" is whatever one state or claimant wants and somebody else resists.

side-compel = for the demand
side-resist = against the demand
side-seat = for { $seat }

## The steps of a round

beat-open = Open
beat-plan = Plan
beat-answer = Answer
beat-rule = Rule
beat-reckon = Reckon

## Refusals: why something is not open, and where that rule comes from

refused = { $why } (Source: { $source })
rule-of-play = rule of play
why-over = The match is over.
why-closed = You are not being waited for: your plan for this step is closed, or this step asks nothing of you.
why-case-closed = The main case is closed.
why-not-yours = This is for another seat to do.
why-beat = This belongs to another step of the round: { $beat }.
why-too-early = This opens in round { $round }.
why-too-late = This was open only up to round { $round }.
why-not-met = The condition for this is not met: { $condition }.
why-spent = You have done this as often as the rules allow.
why-once-a-round = You can do this only once a round.
why-group-full = You can make only { $most ->
        [one] { $most } move
       *[other] { $most } moves
    } of this kind in a round.
why-effort = This costs { $need } effort and you have { $left } left.
why-not-open = Nobody is asking you to decide this now.
why-decided = You have already decided this in your plan.
why-no-hearing = There is no hearing in this round, so there is nothing to argue.
why-not-a-party = Only the parties argue. Your seat is not one of them.
why-argued = Your plan already has an argument on this issue.
why-no-factor = Give at least one reason.
why-wrong-factor = Your side cannot rely on “{ $factor }” here.
why-wrong-authority = Your side cannot cite this case on this issue.
why-not-yet-decided = This case had not been decided yet on that date.
why-nothing-to-face = You cite no case, so there is no difference to face.
why-nothing-to-attack = The other side cites no case on this issue, so there is nothing to attack.
why-wrong-ground = This cannot be said against the case they cite.
why-not-out = This story has not come out yet.
why-known-already = You know this already.
why-one-check = You can check only one press claim a round.
why-one-quote = You can quote only one press claim a round.
why-not-helpful = This claim does not help you here.
why-no-offer = No such offer is waiting for an answer.
why-nothing-stands = You cannot rule for this side: none of its arguments stands, and things do not stand its way now.
why-unanchored = At least one of your reasons must come from an argument that stands.
why-nothing-to-undo = There is nothing to take back.
why-must-decide = First decide: { $decision }
why-must-rule = First give your ruling.
why-must-answer = First answer the offer.
why-unknown = This scenario has nothing called “{ $id }”.

## Conditions, as parts of sentences

if-always = nothing stands in the way
if-never = this can never be
if-and = { $left } and { $right }
if-or = { $left } or { $right }
if-group = ({ $part })
if-not = it is not so that { $part }
if-above = “{ $a }” is above “{ $b }”
if-stage = the case is at the stage “{ $stage }”
if-not-stage = the case is not at the stage “{ $stage }”
if-chose = the choice was “{ $choice }”
if-chose-at = the choice at “{ $decision }” was “{ $choice }”
if-flag = “{ $var }”
if-no-flag = not “{ $var }”
if-at-least = “{ $var }” is at least { $mark }
if-at-most = “{ $var }” is at most { $mark }
if-is = “{ $var }” is exactly { $mark }

## Conditions of norms, and what a trace found

if-data = what is asked for is { $data }
if-lies-in = the data lies in { $order }
if-provider-of = the provider is a company of { $order }
if-present-in = the provider is a company of { $order } or keeps the data there
if-demanded = this is demanded: { $kind } ({ $status })
if-demanded-from-abroad = an authority outside { $order } demands the data
if-demanded-outside-treaty = an authority outside { $order } demands the data, and not by treaty
if-established = the record shows “{ $factor }”
if-circumstance = { $text }
trace-all = all of these hold:
trace-any = at least one of these holds:
trace-not = this does not hold:
trace-line = { $mark } { $asked }
trace-line-found = { $mark } { $asked } ({ $found })
trace-yes = ✔
trace-no = ✖
trace-number = it is { $value }
trace-numbers = { $value } against { $other }
trace-data = it is { $data }
trace-orders = here: { $orders }
trace-order = { $order }
trace-demand = { $kind }: { $status }
trace-demands = here: { $demands }
trace-nothing = none

## What each legal order requires

duties-heading = Duties
duties-about = What the law of each place says to the provider about handing the data over, on { $date }.
duties-cell = { $order }: { $duty }
duty-must = must hand over
duty-must-not = must not hand over
duty-may = may hand over
duty-silent = silent
duties-quash = In { $order } the provider may ask the court to quash or modify the demand.
duties-preserve = In { $order } the provider must keep the data.
duties-why-short = Why?
duties-why = Why? { $item }, { $order }
duties-why-nothing = No law of { $order } that is in force and known here says anything about it.
duties-norm = { $norm }: { $state }
duties-stands-must = commands it
duties-stands-must-not = forbids it
duties-stands-may = allows it
duties-does-not-apply = does not apply here
duties-lifted = lifted, because { $leave }
duties-excepted = gives way to { $norm }
duties-blocking = This law stops foreign orders at the border unless a treaty carries them (a blocking statute).
duties-source = Source: { $source }
duties-sanction = A breach: { $sanction } ({ $source })
duties-no-sanction = What a breach costs is not on record here.
duties-conflicts = True conflicts
duties-conflict = { $item }: { $must } says must, { $not } says must not. Whatever the provider does, it breaks a law.
duties-conflict-blocking = { $item }: { $must } says must, a blocking statute of { $not } says must not. Whatever the provider does, it breaks a law.
duties-no-conflict = No law forbids here what another commands.
duties-asserted = A conflict is asserted: “{ $factor }”.
duties-breach-in = Breach in { $order }
comity-heading = What courts weigh
comity-closed = Nobody asserts a conflict of laws, and there is none: there is nothing to weigh yet.
comity-count = For the demand: { $compel }. Against it: { $resist }. These are counts, not a verdict; no sum binds a court.
comity-none = { $text } Nothing on record.
comity-even = { $text } Even: { $parts }.
comity-for = { $text } { $side }: { $parts }.
comity-conflict = a true conflict of duties
comity-candour = the provider’s candour, { $now } against { $start } at the start
comity-factor = “{ $factor }”
duties-supported = { $order } bears this out: { $norm }.
duties-unsupported = { $order } does not bear this out on the record as it stands: { $norm }.

## Conditions on what the rules keep count of

if-round-from = it is round { $round } or later
if-round-until = it is round { $round } or earlier
if-round-is = it is round { $round }
if-case-open = the main case is still open
if-case-closed = the main case is closed
if-ended = the main case ended as “{ $ending }”
if-coda = the sister files are being heard
if-no-coda = the sister files are not being heard yet
if-leading = the judgment that now stands in the main case is { $side }
if-outcome = the court has ruled { $side } in this round
if-no-outcome = the court has ruled for neither side in this round
if-done = “{ $what }” was done
if-done-times = “{ $what }” was done at least { $times } times
if-not-done = “{ $what }” was not done
if-accepted = the offer “{ $what }” was accepted
if-not-accepted = the offer “{ $what }” was not accepted
if-happened = “{ $what }” has happened
if-not-happened = “{ $what }” has not happened
if-decided = “{ $what }” has been decided
if-undecided = “{ $what }” has not been decided
if-decided-before = “{ $decision }” was decided in an earlier round
if-decided-now = “{ $decision }” was decided in this round
if-forced = precedent forces a ruling { $side } in “{ $what }”
if-free = precedent leaves the court free in “{ $what }”
if-holding = a holding of this match on the question in “{ $what }” is { $side }
if-no-holding = no holding of this match answers the question in “{ $what }”
if-persuaded = a holding that only persuades points { $side } in “{ $what }”
if-not-persuaded = no holding of another line of courts points either way in “{ $what }”
kept-round = the round
kept-stage = the stage
kept-leading = the judgment that now stands
kept-ending = the ending
kept-outcome = the last ruling
kept-coda = the hearing of the sister files
kept-ruled-in = the round of the last ruling

## The log: what happened

log-round = Round
log-somebody = somebody
log-opened = Round { $round }: { $stage }
log-chose = { $actor }: { $choice }
log-moved = { $actor }: { $move }
log-argued = { $actor } argues “{ $issue }”: { $factors }
log-argued-citing = { $argument }; cites { $authority }
log-argued-facing = { $argument }, and says openly what makes that case different
log-argued-quoting = { $argument }; quotes the press: “{ $claim }”
log-attacked-difference = { $actor } attacks the case cited on “{ $issue }” as different: { $factor }. { $end }
log-attacked-status = { $actor } attacks the case cited on “{ $issue }” as no longer good law. { $end }
attack-hit = That is so: the argument falls
attack-met = That is so, but the other side had faced it: the argument survives
attack-same = But that does not set the two cases apart: what counts is a fact that is in one and not in the other. The attack fails
attack-same-and-met = But that does not set the two cases apart, and the other side had faced what might. The attack fails
attack-missed = It is good law: the attack fails
attack-missed-and-met = It is good law, and the other side had faced what is different: the attack fails
log-stands = { $issue }: the argument { $side } stands (points for the demand { $compel }, against it { $resist })
log-stands-fallen = { $issue }: the argument { $side } stands, for the other has fallen (points for the demand { $compel }, against it { $resist })
log-undecided = { $issue }: no argument stands (points for the demand { $compel }, against it { $resist })
log-offered = { $actor } makes { $to } an offer: { $offer }
log-accepted = { $actor } accepts the offer: { $offer }
log-declined = { $actor } declines the offer: { $offer }
log-press = In the press: { $story }
log-checked = { $actor } checks “{ $claim }” against the record: { $verdict }
log-quoted = { $actor } quotes the press: “{ $claim }”
log-caught = { $actor } is caught relying on a claim that is wrong: “{ $claim }”
log-ruled = { $judges ->
        [1] { $court }: ruled { $side }, because: { $reason }
       *[other] { $court }: ruled { $side }, { $most }–{ $least }, because: { $reason }
    }
log-ruled-affirmed = { $judges ->
        [1] { $court }: affirmed, { $side }, because: { $reason }
       *[other] { $court }: affirmed, { $side }, { $most }–{ $least }, because: { $reason }
    }
log-ruled-reversed = { $judges ->
        [1] { $court }: reversed, { $side }, because: { $reason }
       *[other] { $court }: reversed, { $side }, { $most }–{ $least }, because: { $reason }
    }
log-ruled-tie = { $court }: equally divided, { $most }–{ $least }; the judgment below is affirmed, and no precedent is made
log-ruled-denied = { $court }: petition denied, { $most }–{ $least }; the judgment below stands
log-ruled-denied-tie = { $court }: petition denied by an equally divided court, { $most }–{ $least }; the judgment below stands
log-outvoted = { $ruling } (the judge in the court’s seat was outvoted)
log-held = Holding of { $court } in “{ $case }”: { $side }, because: { $reason }
log-held-unbinding = Holding of { $court } in “{ $case }”: { $side }, because: { $reason }; it binds no court in another case
log-status-good-law = The holding of { $court } in “{ $case }” is good law
log-status-distinguished = The holding of { $court } in “{ $case }” is distinguished: it does not cover these other facts, and is still good law
log-status-stayed = The holding of { $court } in “{ $case }” is stayed: it has no effect for now
log-status-reversed = The holding of { $court } in “{ $case }” is reversed: a higher court undid it in the same case
log-status-vacated = The holding of { $court } in “{ $case }” is vacated: it is wiped out, and nothing is put in its place
log-status-overruled = The holding of { $court } in “{ $case }” is overruled: its rule was rejected in another case
log-status-superseded = The holding of { $court } in “{ $case }” is superseded: a statute now answers the question
log-superseded = A statute now answers this question: { $question }
log-before = Before the ruling of { $court } in “{ $case }”: { $law }
law-forces-vertical = Precedent from above forces a ruling { $side }, by { $holdings }
law-forces-horizontal = The court's own precedent forces a ruling { $side }, by { $holdings }
law-conflicts = Precedents that bind the court alike point both ways: { $holdings }; it must choose
law-free-apart = The court is free: what binds it does not cover these facts: { $holdings }
law-free-reading = The court is free: nothing that binds it answers this question. Nearest to read, without binding: { $holding } ({ $differences ->
    [0] no relevant difference
    [one] 1 relevant difference
   *[other] { $differences } relevant differences
})
law-free = The court is free: outside this case nobody has answered the question yet
law-because = { $holding } (because: { $reason })
law-differs = { $holding } is told apart by: { $apart }
log-treated-followed = { $court } follows { $holding } ({ $reach })
log-treated-distinguished = { $court } distinguishes { $holding } ({ $reach }) by: { $apart }
log-treated-overruled = { $court } overrules { $holding }: it stands above the court that gave it
log-treated-displaced = { $court } sets { $holding } aside ({ $reach }): a higher holding controls
log-treated-contrary = { $court } decides against { $holding } ({ $reach }), which covers these facts: contrary to binding law
log-treated-declined = { $court } reads { $holding } ({ $reach }), finds no difference, and decides otherwise
treated-followed = followed
treated-distinguished = distinguished
treated-overruled = overruled
treated-displaced = displaced by a higher holding
treated-contrary = broken with
treated-declined = read and not followed
reach-vertical = binding from above
reach-horizontal = its own earlier holding
reach-persuasive = persuasive only
reach-analogy = another question, read by analogy
log-divided = { $court } in “{ $case }”: the majority shares no reason. The result alone binds, { $side }, where all of this is present again: { $reason }
log-divided-contained = { $court } in “{ $case }”: the majority shares no reason, but one contains the others and is the holding, { $side }: { $reason }
log-fell = { $precedent } is now: { $status }
log-shaken = Worth a second look: { $holding } stood on nothing else
log-scored = { $actor } on “{ $issue }”: the argument scores { $total } of { $most } ({ $parts })
score-part = { $measure } { $points }/{ $most }
score-relevance = relevance
score-force = in force
score-adverse = faces what is against it
score-facts = facts on the record
score-line = { $measure } { $points }/{ $most }: { $why }
score-heading = How good is this argument? { $total } of { $most }
score-about = The score is for learning. What wins an issue is its points.
score-none-citable = No earlier case is open to this side on this issue: relevance and force are not counted
score-same-question = the case you cite answers this very question
score-analogy = the case you cite answers another question; it helps by analogy
score-no-authority = no earlier case is cited, or it has nothing in common with this one
score-binds = it is good law and binds this court
score-persuades = it is good law and may persuade; it does not bind this court
score-no-force = nothing with force is cited
score-nothing-left = no holding against it is left unanswered
score-unfaced = not faced: the case you cite is told apart by { $factors }
score-unanswered = not answered: { $holding }
score-proved = everything relied on is on the record
score-unproved = not yet proved: { $factors }
law-heading = The law
law-on = The law on { $date }
law-today = today
law-about = What binds each court on a day, what it may read, and what is gone.
law-case-court = { $case }: { $court }
law-binds = binds
law-persuades = may be read
law-gone = gone ({ $status })
law-reading = { $holding }, { $date }: { $side }, because: { $reason }
law-nothing = Nobody has answered this question before.
debrief-reasoned = What the law required, and what the courts did
debrief-law-turns = Whom the law bound, and when
debrief-law-from = From { $date } { $court } was bound by { $holdings }.
debrief-law-free-from = From { $date } nothing on this question bound { $court } any more.
debrief-argued = Arguments, openly scored
cause-binding = precedent that binds the court in “{ $case }”
kept-defied = the judgment below broke with binding law
log-holding-of = the holding of { $court } in “{ $case }”
log-precedent = { $precedent }
log-changed = { $var } { $from } → { $to }, because of: { $cause }
log-event = { $event }
log-trigger = { $trigger }
log-instrument = { $instrument }: { $status }
log-produced = Handed over: { $item }
log-closed = The main case is closed: { $ending }
log-broke = Law broken: { $norm } ({ $actor })
log-over = The match ends: { $ending }

## What a change is put down to

cause-start = the start of the match
cause-choice = “{ $choice }” by { $seat }
cause-move = “{ $move }” by { $seat }
cause-offer = the accepted offer “{ $offer }”
cause-ruling = the ruling at “{ $stage }”
cause-reason = how the ruling at “{ $stage }” was reasoned
cause-press = the press claim “{ $claim }”
cause-attack = the attack on “{ $issue }”
cause-event = { $event }
cause-trigger = { $trigger }
cause-upkeep = the passing of time
cause-norm = breach of { $norm }

## What an instrument has come to

instrument-unasked = not asked for
instrument-sought = applied for
instrument-served = issued and served
instrument-obeyed = obeyed in full
instrument-quashed = quashed by a court
instrument-withdrawn = withdrawn
instrument-replaced = replaced by another

## How true a press claim is

verdict-accurate = accurate
verdict-shorthand = shorthand: right in short, misleading in full
verdict-wrong = wrong
verdict-unknown = not known

## What a holding has become

standing-good-law = good law
standing-distinguished = distinguished (still good law)
standing-stayed = stayed
standing-reversed = reversed
standing-vacated = vacated
standing-overruled = overruled
standing-superseded = superseded by statute

## Why a bot did what it did

bot-history = This is what was really done
bot-no-history = What was really done is not possible here; this comes nearest
bot-random = No reason: this bot plays at random
bot-keen = Played out from here, it did best by { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
bot-nothing-else = Nothing else was worth its cost
bot-argue = There is a point to win on “{ $issue }”
bot-attack = The case they cite on “{ $issue }” can be attacked
bot-check = Better to know whether this is true: “{ $claim }”
bot-quote = It helps to quote: “{ $claim }”
bot-rule = The law and the arguments that stand weigh { $side }
bot-taste = Its temper: { $kind }
taste-law = it likes to stand on the law
taste-no-law = it would rather not stand on the law
taste-publicity = it likes to go public
taste-no-publicity = it likes to stay quiet
taste-patience = it can wait
taste-no-patience = it will not wait
taste-risk = it likes a risk
taste-no-risk = it would rather be safe
taste-candour = it is straight with the court
taste-no-candour = it keeps things back
taste-none = no better idea
bot-gain = It moves { $var } the way this seat wants
bot-keeps = It costs this seat’s aims the least

## What an effect does

effect-next = the case goes on to “{ $stage }”
effect-close = the main case closes: { $ending }
effect-breaks = it breaks the law: { $norm }
effect-schedule = “{ $event }” falls due in about { $days } days
effect-sooner = “{ $event }” comes { $days } days sooner
effect-later = “{ $event }” comes { $days } days later
effect-due = “{ $event }” falls due now
effect-fire = “{ $event }” happens
effect-instrument = { $instrument }: { $status }
effect-produce = handed over: { $item }
effect-vacate = the rulings in “{ $case }” are vacated
effect-supersede = a statute answers the question; holdings on it are superseded
effect-none = no effect of its own

## The game

app-name = Comity
app-tagline = Data in one country, a company in a second, a suspect in a third. Whose law decides?
app-disclaimer = Comity teaches how such disputes work. It does not give legal advice.

## Title screen

title-play = Play
title-resume = Go on with your match
title-settings = Settings
title-help = How to play
title-quit = Quit
title-version = Version { $version }

## Choosing a scenario

scenarios-heading = Choose a dispute
scenarios-minutes = about { $minutes } minutes
scenarios-rounds = { $rounds } rounds
scenarios-seats = { $seats } seats
scenarios-from-to = { $from } to { $to }
scenarios-historical = Real dispute
scenarios-fictional = Fictional dispute
scenarios-objectives = What you will learn
scenarios-choose = Choose this dispute
scenarios-none = No scenarios were found.
scenarios-broken = This scenario has errors and cannot be played. Run “comity check” on it to see them.

## Choosing seats

seats-heading = Who sits where?
seats-intro = Every seat is played by a person or by a bot.
seats-human = Person
seats-bot-cautious = Bot, cautious
seats-bot-bold = Bot, bold
seats-bot-keen = Bot, looks ahead
seats-bot-history = Bot, keeps to history
seats-bot-random = Bot, plays at random
seats-card-named = Card: { $card }
seats-length = How long?
seats-seed = Seed
seats-seed-help = The same seed and the same moves give the same match.
seats-pinned = Let chance fall as it really did
seats-kit = Teacher's kit for this length
seats-kit-all = Teacher's kit for all lengths
seats-language = Words of the dispute
seats-original = as its author wrote them
seats-reading = Wording
seats-begin = Begin
seats-pass = Please pass the screen to: { $seat }
seats-pass-help = The next page is secret. Everybody else, please look away.
seats-ready = I am { $seat }. Show my desk

## Roles

role-provider = Provider
role-government = Government
role-court = Court
role-provider-about = keeps other people’s data
role-government-about = wants the data, or guards its own territory
role-court-about = decides, and says why

## Brief

brief-heading = Your brief
brief-you = You are: { $seat }
picture-shows = Picture: { $what }
brief-public = What everybody knows
brief-private = For your eyes only
brief-aims = What you want
brief-aim-weight = worth { $weight } points
brief-card = Your card: { $card }
brief-fear = What you fear: { $fear }
brief-argues = Before the court you argue { $side }.
brief-people = Who and what is in this story
brief-begin = To the desk

## Clock

clock-round = Round { $round } of { $rounds }
clock-step = Step: { $beat }
clock-today = Today: { $date }
clock-until = until { $date }
clock-stage = Stage: { $stage }
clock-your-turn = It is your turn.
clock-waiting = Waiting for: { $seats }
clock-over = The match is over.
beat-open-about = The news comes out. You may check one press claim.
beat-plan-about = Everybody plans in secret.
beat-answer-about = The plans are shown. Answer them.
beat-rule-about = The court rules, and the loser decides what to do.
beat-reckon-about = Every change is shown with its cause.

## Desk

desk-heading = Your desk
desk-moves = Moves you may make
desk-arguments = Arguments
desk-effort = Effort left: { $left }
desk-effort-keep = You may keep { $keep } for the next round.
desk-cost = costs { $cost } effort
desk-free = costs nothing
desk-plan = Your plan (nobody else can see it yet)
desk-plan-empty = Nothing planned yet.
desk-close = Close my plan
desk-undo = Take back
desk-source = Source: { $source }
desk-invented = Invented for the game
desk-hint = Hint
desk-hint-reason = Why: { $reason }

## Docket

docket-heading = Cases
docket-main = Main case
docket-sister = Sister file
docket-question = Legal question
docket-court = Before: { $court }
docket-facts = What the record shows
docket-judgment = The judgment that now stands is { $side }.
docket-forced = Precedent forces a ruling { $side }.
docket-free = No precedent forces the court.
docket-persuaded = A holding of another line of courts points { $side }. It persuades; it does not bind.
docket-because = Because of: { $holdings }
docket-instruments = What was demanded, and how
docket-items = The data
docket-content = content
docket-non-content = data about it, not its content
docket-produced = handed over
docket-not-produced = not handed over
docket-holdings = What courts have held in this match
docket-no-holdings = No holding yet.
docket-decided = decided { $date }

## Persuasive weight: what a holding that does not bind may be worth, part by part

persuasion-rank-magistrate = a magistrate decided it
persuasion-rank-trial = a court of first instance decided it
persuasion-rank-appeal = an appeal court decided it
persuasion-rank-full = the full bench of an appeal court decided it
persuasion-rank-supreme = the highest court of a state decided it
persuasion-rank-union = a court above states decided it
persuasion-likeness = facts in common: { $shared }, { $differ ->
        [0] no relevant difference
       *[other] relevant differences: { $differ }
    }
persuasion-family-same = the same legal tradition
persuasion-family-other = another legal tradition
persuasion-ties-same = the same legal order
persuasion-ties-some = a treaty or settled practice joins the two legal orders
persuasion-ties-none = our records show no treaty or settled practice that joins the two legal orders
persuasion-age = decided on { $day }



## Calendar

calendar-heading = Calendar
calendar-round = Round { $round }, to { $date }: { $title }
calendar-ahead = Ahead
calendar-expected = expected { $date }

## Map

map-heading = Map
map-data = Data
map-company = Company
map-court = Court
map-government = Government
map-other = Place
map-law = under the law of { $order }
map-no-law = no law of this place is in play
map-as-list = Show the map as a list
map-ground = Map. Arrow keys move it, plus and minus bring it closer and farther.
map-world = Whole world
map-nothing = Nothing of this dispute has a place.
map-clash = True conflict
map-clash-note = { $must } says must, { $not } says must not
map-demand = Demand
map-order = Legal order
map-orders = Laws in play
map-places = Places
map-courts = Courts that hear the cases
map-sits = { $court } (sits now)
map-requires = What is required of the provider
map-demands = What it demands
map-history = What became of it
map-state = { $state } { $says }
map-state-kind = Claim of reach
map-claims = claims reach abroad, since round { $round }
map-claims-after = claims reach abroad as well, after { $on }, since round { $round }
map-reach = Claims of reach: { $count }
map-reach-kind = Reciprocity
map-reach-about = What one state does to data abroad, others may do in turn.
map-close = Close the card “{ $what }”

## Meters

meters-heading = Meters
meters-yours = Yours
meters-others = Of the others
meters-world = The world
meters-questions = Open questions
meters-value = { $value } of { $max }
meters-change = { $from } → { $to }
meters-at-least = aim: at least { $mark }
meters-at-most = aim: at most { $mark }
meters-met = reached
meters-short = { $points ->
        [one] { $points } step away
       *[other] { $points } steps away
    }
meters-tally = { $points } of { $most } points now
meters-leans = leans { $side }
meters-finds = so far: { $factor } ({ $side })
meters-finds-not = so far not shown: { $factor } ({ $side })
meters-open = still open
meters-ends = { $side }: { $factor }

## Ruling

ruling-heading = Your ruling
ruling-choose-side = Who wins?
ruling-choose-reason = For which reasons?
ruling-below = The judgment below was { $side }.
ruling-stands = Arguments that stand
ruling-nothing-stands = No argument stands.
ruling-record = From the record
ruling-anchor = Choose at least one reason from an argument that stands.
ruling-length = { $count ->
        [one] { $count } reason
       *[other] { $count } reasons
    }, costs { $cost } effort
ruling-length-about = A short reason is clear but leaves much open. A long one fits the law more closely but is harder to follow.
ruling-card = You as a judge: { $card }
ruling-leans-compel = Leans for the demand, by { $points }
ruling-leans-resist = Leans against the demand, by { $points }
ruling-leans-neither = Leans to neither side
ruling-colleagues = Your colleagues care for
ruling-defies = This goes against a precedent that binds you. You must follow it. The game does not stop you, but it costs consistency, and a court above will lean to undo it.
ruling-below-defied = The judgment below broke with binding law. Your colleagues lean to undo it.
ruling-sure = Rule so all the same? (y/n)
ruling-inconsistent = This contradicts your court's own holding. Name a difference in your reason, or follow it.
ruling-flagged = Precedents that bind you conflict. You may rule either way; say which you follow.
ruling-permitted = Permitted: this contradicts nothing that binds you.
ruling-effects = What it does with earlier holdings
ruling-give = Give this ruling

## Arguments

argue-heading = Build an argument
argue-factors = Your reasons
argue-proved = on the record
argue-open = open: the court may find it or not
argue-authority = Earlier case you cite
argue-no-authority = None
argue-face = Say openly what makes that case different (1 effort)
argue-face-about = If you face the difference first, nobody can sink your argument with it.
argue-quote = Quote the press
argue-points = { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
argue-submit = Make this argument
argue-side = Argument { $side }
argue-stands = stands
argue-falls = falls
argue-undecided = undecided
argue-attack = Attack the case they cite
argue-attack-difference = It is different: { $factor }
argue-attack-status = It is no longer good law

## Press desk

press-heading = Press desk
press-story = { $date }: { $title }
press-check = Check against the record
press-checks-left = You may check one claim in this round.
press-no-checks-left = You have checked a claim in this round.
press-quote = Quote it in public
press-record = What the record says
press-source = Source: { $source }
press-unchecked = not checked
press-quoted = quoted
press-empty = No story has come out yet.
press-warning = A claim you quote without checking may be wrong, and a rival may know.

## Offers

offers-make = Make an offer
offers-to = to { $seat }
offers-from = from { $seat }
offers-accept = Accept
offers-decline = Decline
offers-if-accepted = If accepted
offers-waiting = Waiting for an answer
offers-talk = Talk as you like. Only offers bind.

## Record of the match

record-heading = What has happened
record-all = Everything
record-rulings = Rulings
record-empty = Nothing yet.

## Debrief

debrief-heading = Debrief
debrief-ending = How it ended: { $ending }
debrief-tally = Your aims
debrief-points = { $points ->
    [one] 1 point
   *[other] { $points } points
 }
debrief-par = the real actors would have had { $par }
debrief-paid = What each seat bought, and who paid
debrief-world = What became of the world
debrief-index = On this page:
debrief-timelines = The match in detail
debrief-law = The law
debrief-then = What next
debrief-history = What really happened
debrief-yours = In your match
debrief-real = In history
debrief-parted = Where the two first parted
debrief-never-parted = You followed history all the way.
debrief-law-now = What the law says now
debrief-holdings = What your courts held
debrief-broken = Law broken
debrief-press = The press, beside the record
debrief-unchecked = relied on without checking
debrief-turning-points = The decisions that mattered most
debrief-all-of-it = The match in detail: who gained and who paid, pictures, timeline, arguments
debrief-questions = Talk about it
debrief-objectives = What you have practised
debrief-sources = Sources
debrief-quiz = Quiz
debrief-again = Play again
debrief-next = Another dispute
debrief-title = Back to the title

## What if

whatif-heading = What if?
whatif-change = Go back and decide differently
whatif-from = from round { $round }
whatif-play = Play on from here
whatif-compare = Put the two matches side by side
whatif-first = First match
whatif-second = Second match
whatif-common = { $actions ->
        [one] { $actions } action is the same in both.
       *[other] { $actions } actions are the same in both.
    }
whatif-parted = They part in round { $round }, on { $date }.
whatif-same = So far nothing sets them apart.
round-number = Round { $round }
whatif-nothing = nothing
whatif-end = At the end
whatif-ending = Ending
whatif-beside = Two matches side by side
whatif-what = What
whatif-meter = { $meter } (at the start { $start })
whatif-points = Points: { $seat }

## Quiz

quiz-heading = Quiz
quiz-number = Question { $number } of { $count }
quiz-right = Right.
quiz-not-quite = Not quite.
quiz-because = Why: { $reason }
quiz-next = Next question
quiz-result = { $right } of { $count } right
quiz-source = Source: { $source }
quiz-mistake = Many people think so: “{ $mistake }”
quiz-best = The best answer: { $answer }
quiz-prompt = Your answer (a number, or q to stop):
quiz-none = There is nothing to ask.
quiz-next-due = The next question is due on { $date }.
quiz-offer = Press Enter for a quiz about it ({ $count } questions), or type q:
quiz-facts = { $facts }
quiz-bound = { $court } decided “{ $case }” on { $date }. Which earlier holding bound it?
quiz-bound-none = None: no earlier holding on this question bound it.
quiz-required = Before { $court } decided “{ $case }” on { $date }: what did the earlier holdings require of it?
quiz-required-side = It had to decide { $side }.
quiz-required-free = Nothing: it could decide either way.
quiz-required-both = Two things at once: holdings that bound it alike pointed both ways.
quiz-duty = On { $date }, what did the law of { $order } say about handing over “{ $item }”?
quiz-duty-answer = The provider { $duty } what was asked for.
quiz-duty-silent = Nothing: that law is silent.
quiz-duty-because = { $norm }: { $what }
quiz-tie = { $court } was divided on { $date }, { $votes } to { $votes }. What did the tie do?
quiz-tie-stands = It changed nothing below and made no precedent.
quiz-tie-half = It made half a precedent, with the weight of half the votes.
quiz-tie-erases = It erased the ruling below.
quiz-tie-binds = It bound the courts below like any other ruling.
quiz-tie-because = A tie decides nothing: what stood before the vote goes on standing, and the tie itself binds nobody
quiz-reason = { $court } decided “{ $case }” { $side } on { $date }. Which facts were its reason?
quiz-reason-because = A holding reaches as far as its reason: later courts are bound only where these facts are there again.
quiz-standing = At the end of the match, what had become of this: { $holding }?
quiz-standing-answer = It was { $status }.
quiz-standing-good = Good law binds whoever is bound by the court that gave it
quiz-standing-stayed = A stay is a pause: the ruling has no effect until the stay ends
quiz-standing-reversed = Reversed means undone on appeal, in the same dispute
quiz-standing-vacated = Vacated means erased: it binds nobody any more, and no new rule takes its place
quiz-standing-overruled = Overruled means that its rule was given up later, in another case
quiz-standing-superseded = Superseded means that a new statute changed the rule
quiz-treated = Deciding “{ $case }” on { $date }, what did { $court } do with this: { $holding }?
quiz-treated-answer = It was { $done }: { $plain }.
quiz-treated-followed = it asked for this result, or led to it by its reason
quiz-treated-distinguished = it still stands, but something important is different here
quiz-treated-overruled = a court above the one that gave it rejected its rule
quiz-treated-displaced = a holding of a higher court controls
quiz-treated-contrary = it bound and covered these facts, and the court decided otherwise all the same
quiz-treated-declined = it did not bind, and the court saw the matter differently
quiz-own-because = { $what }.
quiz-later = Come back another day: what is asked again later is remembered longer.

## Saving and resuming

save-failed = Could not save: { $reason }
save-line = { $scenario }, round { $round }, { $seat }
save-broken = This file is not a match that Comity can read: { $reason }
save-other-format = This match was saved in format { $format }; this version of Comity reads format { $ours }.
save-other-rules = This match was played under other rules: the scenario or its law has changed since. (Rules in the file: { $then }; rules here: { $now })
save-unknown = Action { $number } of the saved match names “{ $id }”, which this scenario does not have.
save-refused = Action { $number } of the saved match is refused: { $reason }
save-too-long = The saved match has more than { $most } actions; no match is that long.
save-stump = A file that was cut off before its first action has nothing that could be kept.
save-cut = The file is cut off. { $kept ->
        [0] No action is complete; the match stands at its start.
        [one] Its first action is kept.
       *[other] Its first { $kept } actions are kept.
    }

## Settings

settings-heading = Settings
settings-reading = Wording
settings-reading-plain = Everyday words
settings-reading-full = Legal terms and citations
settings-language = Language
settings-text-size = Text size
settings-theme = Colours
settings-theme-light = Light
settings-theme-dark = Dark
settings-theme-contrast = High contrast
settings-motion = Less movement
settings-hints = Show hints
settings-erase = Delete everything Comity has stored on this device
settings-erase-sure = Delete all saved matches, results and settings?
settings-privacy = Comity stores everything on this device and sends nothing anywhere.

## Help

help-heading = How to play
help-goal = You sit as a provider, a government or a court. Each seat wants different things, and there is no single right ending.
help-round = A round has five steps: Open, Plan, Answer, Rule, Reckon. You act in your own steps; the calendar moves on.
help-effort = Choices, moves and arguments cost effort. You get new effort every round and can keep a little.
help-argue = Arguments win on points. A case you cite adds weight, unless it is really different or no longer good law.
help-law = A ruling with reasons becomes a holding. Holdings bind or persuade the courts that come later.
help-refused = What you may not do is greyed out. Ask why, and you will see the rule and its source.
help-keys = Keys
help-glossary = Glossary

## For teachers

teachers-heading = For teachers
teachers-about = One computer and a screen that the class can see are enough; a printer helps. Nobody needs an account, and nothing is sent anywhere.
teachers-before = The evening before: about an hour
teachers-choose = Play the worked example yourself (ten minutes). Then choose a dispute and a length: in 20 or 45 minutes the class decides the rounds that matter, and bots play the rest.
teachers-kit = Save the teacher's kit for this length, from the page where you choose who sits where. It has the minutes, a script, role sheets for teams, forms, questions with answers, and a rubric. Print it.
teachers-try = Start a match, press F5 for the wall, and read it from the back row. Ctrl and + make all letters larger.
teachers-lesson = The lesson
teachers-seats = Give every seat to a person: each is a team. A curtain hides the desk while the screen changes hands.
teachers-wall = F5 shows only what everybody may know. Ask for a show of hands before you go on.
teachers-finish = When time runs out, choose “To the debrief” in the menu: bots play on, and the debrief keeps its quarter of the lesson.
teachers-after = Afterwards
teachers-report = Save the report from the debrief: what was decided and why, beside what really happened.
teachers-privacy = Matches and answers stay on this device, and can be erased under “What you have learnt”.
teachers-write = A dispute of your own is a text file: “comity new” asks and writes it, “comity check” finds its mistakes.
teachers-go = Choose a dispute

## Buttons

button-back = Back
button-next = Next
button-ok = OK
button-cancel = Cancel
button-close = Close
button-menu = Menu
button-exit-match = Leave the match

## Tooltips

tip-undo = Take back the last thing in your plan. Free until you close it.
tip-close-step = When everybody has closed, this step ends.
tip-close = When everybody has closed, the plans are shown and carried out.
tip-invented = Invented for the game. It did not happen.

## Class

class-projector = Projector view (public facts only)
class-to-debrief = To the debrief: let bots finish

## Glossary

glossary-term = Term
glossary-meaning = What it means
glossary-search = Search
glossary-found = { $count ->
        [one] One term
       *[other] { $count } terms
    }
glossary-none = No term of the glossary is written like “{ $asked }”.
glossary-terms = { $terms }. Type “glossary” and a term to see what it means.

## Hints

hint-look = What to look at
hint-weigh = What to weigh
hint-suggest = What a careful player would do
hint-more = More help
hint-less = No more hints
hint-not-now = There is nothing for you to decide now.
hint-final = “{ $option }” ends the main case and cannot be taken back. What would you give up with it?
hint-demands = What does each country’s law demand here, and what does it forbid? “Duties” puts them side by side.
hint-aims = These aims of yours move with what you do now:
hint-aims-later = These do not move by themselves now:
hint-aim = { $aim } (as things stand: { $earned } of { $weight })
hint-does = What it does: { $deeds }
hint-unargued = You may argue before the court, and have not argued yet: facts, and a case that supports them.
hint-no-aim = Nothing here moves your aims by itself. Look at what the law asks, and at what others may do next.
hint-court = { $court } has to decide “{ $case }”. Which earlier rulings bind it? “The law” shows them, and why.
hint-objective = What there is to learn here: { $objective }
hint-sentence = { $what }.
hint-bound-against = As the record stands, precedent binds the court to decide against your side. An argument that repeats what that precedent has answered will not change it: look for a fact that sets this case apart, or keep effort for what comes after the ruling.
hint-duty = { $order }, by its own reading of its law: the provider { $duty } “{ $item }” ({ $source }).
hint-conflict = Must here and must not there: whichever law is broken, ask what that costs and who could lift it.
hint-issue = On “{ $issue }” the facts you may plead weigh { $mine }, theirs { $theirs }.
hint-option = “{ $option }” { $cost ->
        [0] costs no effort.
       *[other] costs { $cost } effort.
    }
hint-shift = { $var } { $from } → { $to }
hint-helps = For your aims: { $changes }
hint-hurts = Against your aims: { $changes }
hint-besides = Besides: { $changes }
hint-ends = The main case would end: { $ending }
hint-uncertain = Part of it depends on what you cannot see.
hint-nothing-to-weigh = Nothing is open that has effects of its own. Close your plan when you are ready.
hint-no-advice = No advice for this step.
hint-do = A careful player would do this: { $deed }
hint-because = Why: { $reason }.
hint-temper = Why: nothing here serves your aims clearly better, and a careful player is like this: { $kind }.
hint-deed = { $deed }
hint-argue = argue “{ $issue }” with these facts: { $facts }
hint-attack = attack the case cited on “{ $issue }”
hint-decline = decline “{ $offer }”
hint-accept = accept “{ $offer }”
hint-check = check “{ $claim }”
hint-quote = quote “{ $claim }”
hint-rule = rule { $side }, because of: { $facts }
hint-close = close the plan

## Tutorial

lesson-start = Start here
lesson-heading = Worked example
lesson-step = Watch how it is done: step { $number } of { $count }
lesson-does = { $seat }: { $deed }
lesson-prompt = Press Enter to go on:
lesson-next = Go on
lesson-not = It could also have been: { $options }
lesson-yours = Your turn: choose. What each answer does is shown then, and what a careful lawyer would do.
lesson-same = You chose as the example does: { $deed }
lesson-other = The example chooses otherwise: { $deed }
lesson-then = You can still change your mind: below, each answer says what it does. The example ends here: when you close your plan, you play on by yourself.
lesson-left = From here you play. In the middle: what has happened, then what you can do. On the left: what you want, and the numbers that change. On the right: the case, the law, the map. At the top: the five steps of a round; you are asked only in those where something is yours to do.
lesson-left-tabs = From here you play. This page: what has happened, then what you can do. The tabs above: what you want, and the numbers that change; the case, the law, the map. At the top: the step of the round.

## The learner's profile

profile-heading = What you have learnt
profile-due = { $count ->
        [0] No question is due today.
        [one] One question is due today.
       *[other] { $count } questions are due today.
    }
profile-status-new = not yet
profile-status-met = met in play
profile-status-shown = shown in a quiz
profile-status-both = met and shown
profile-mistakes = Worth another look
profile-damaged = it is damaged
profile-newer = a newer version of Comity wrote it (format { $version })
profile-too-much = it is larger than any learner’s
profile-set-aside = What was kept of your learning cannot be read: { $reason }. The file lies here now, nothing in it is lost: { $path }. A new one has been started.
profile-locked = What was kept of your learning cannot be read, so nothing is kept now: { $reason }
profile-not-kept = What you have learnt could not be kept: { $reason }
profile-exported = Exported: { $path }
profile-erased = Everything Comity had stored in its folder on this device is deleted. Files you saved elsewhere are yours to delete.
profile-erase-what = This deletes all saved matches, settings and what was kept of your learning: { $path }
profile-erase-type = Type “yes” to delete:
profile-erase-flag = Nobody is there to say yes; give --yes to delete.
profile-erase-not = Nothing was deleted.
profile-erase-failed = Not everything could be deleted: { $reason }
profile-not-written = Could not write { $path }: { $reason }
profile-due-now = Quiz: { $count } due
profile-quiz = Answer what is due
profile-device = On this device
profile-export = Export as a file
profile-erase = Delete everything
profile-no-folder = There is no folder for data on this device, so nothing is stored.

## What happens between two of your decisions

## Presets and depth of play

depth-heading = How much do you do yourself?
depth-full = Everything
depth-full-about = You plan every move of your seat.
depth-guided = The big decisions
depth-guided-about = You choose, argue once a round and may check one press claim. A seat without an argument makes one move a round. A bot does the rest of your seat and says why.
guided-argued = Your argument for this round is made; take it back below to make another.
guided-done = Done for you
guided-done-because = { $deed }: { $because }
preset-none = The whole match, every round
preset-budget = Minutes: brief { $brief }, decisions { $decisions }, debrief { $debrief }, exit questions { $exit }.
preset-rounds = You play these rounds: { $rounds }.
preset-guided = It sets “The big decisions”.
preset-history = It has parties played by bots do what was really done, where they can.
preset-skipped = Bots play: { $rounds }. You see what came of it.
finish-handed = Bots play on for everybody here. At the debrief you can go back to any round and decide differently.
whatif-kept = A second match begins here. The first is kept.
cli-not-alike = These matches cannot be compared: “{ $first }” and “{ $second }” are not the same scenario with the same rules.
cli-exists = { $path } is there already; name a new file.
cli-fork-beyond = The match has { $actions } actions; “comity replay { $path } --actions” numbers them.
cli-forked = { $path }: a second match with { $actions } actions. Go on with: comity play --resume { $path }
cli-no-preset = There is no preset { $name }; there are: { $names }

## Projector

projector-heading = What everybody may know
projector-news = What has happened
projector-leave = Back to the match

## Pictures

pictures-heading = Pictures
picture-meters = Numbers over time
picture-meters-about = One small chart a number, round by round. A dot is a change: full where it rose, hollow where it fell. Under each chart stands its greatest change and the cause.
picture-meter = { $number }: { $from } at the start, { $to } now, { $changes ->
    [0] never changed
    [one] one change
   *[other] { $changes } changes
}.
picture-meter-most = { $by } in round { $round }, because of: { $cause }
picture-nothing-yet = There is nothing to show yet.
picture-duties = What each law requires
picture-duties-about = Must the provider hand the data over? Legal orders across, data down, on { $date }.
picture-duty = { $order }, { $item }: { $duty }
picture-conflict = No conduct obeys both
picture-conflict-blocking = No conduct obeys both: a blocking statute stands against the demand
picture-arguments = What is argued, and what stands
picture-arguments-about = For the demand on the left, against it on the right. An arrow attacks; a heavy edge stands, a dashed one has fallen. Each square is a point.
picture-no-arguments = Nothing is argued before the court now.
picture-attack-caught = Caught: it rests on a wrong quote
picture-attack-named = Attacked: a real difference, or an authority that is gone
picture-attack-faced = Answered: its author had faced that
picture-issue = { $issue }: { $verdict }.
picture-issue-stands = What stands is the argument for { $side }
picture-issue-open = Neither side's argument stands
picture-citing = { $argument }; cites { $case }
picture-points-stands = { $points ->
    [one] one point, stands
   *[other] { $points } points, stands
}
picture-points-fallen = { $points ->
    [one] one point, does not stand
   *[other] { $points } points, does not stand
}
picture-argument = { $seat }: { $argument } ({ $standing })
picture-law = The precedents, as the court reads them
picture-law-about = By court and in the order of their dates, on { $date }. Full signs bind the court at the right, hollow ones persuade, crossed ones are gone. Lines between them: whole where one followed the other, dashed where it set it apart, dotted where it rejected it.
picture-sitting-court = The court that sits
picture-read-by = Read by
picture-law-reader = Read by { $court }
picture-holding = { $name } ({ $date })
picture-law-holding = { $name }, { $court }, { $side }: { $reach }. Reason: { $reason }.
picture-in-words = In words
picture-closer = Closer
picture-farther = Farther
picture-save = Save as SVG
picture-saved = The picture is in { $path }
picture-timeline = The case by date
picture-timeline-of = { $case }, by date
picture-timeline-about = Courts are lanes. The thick line is the way the case went here; the pale road beneath it is the way it really went, as far as it may be told. Filled signs are decisions, hollow ones side moves and events.
picture-timeline-here = What happened here:
picture-timeline-really = What really happened:
picture-dated = { $date }: { $what }
picture-for = { $judges ->
    [0] for { $side }
    [1] for { $side }
   *[other] for { $side }, { $most }–{ $least }
}
picture-for-side = { $judges ->
    [0] { $side }
    [1] { $side }
   *[other] { $side }, { $most }–{ $least }
}
picture-tied = equally divided, { $most }–{ $least }
picture-denied = { $judges ->
    [0] petition denied
   *[other] petition denied, { $most }–{ $least }
}
picture-other-case = { $case }: { $outcome }
picture-instrument = { $instrument }: { $status }
picture-instruments = Instruments
picture-events = Events

## Reports

report-meter = Meter
report-change = Change
report-because = Mostly because of
report-meters = { $whose }: meters
report-cause-rest = all else ({ $by })
report-cause = { $cause } ({ $by })
report-card = Private card: { $card }
report-date = Date
report-course = Your match, day by day
report-course-about = By date
report-courses = Your match and what really happened
report-courses-about = By date, side by side
report-round = Round { $round }:
report-hinges-about = Each choice was taken back and another that was open put in its place; then everybody did what they did, as far as that was still open ({ $tried } courses tried). Other courses are possible: play on from there and see.
report-hinge = { $seat }, “{ $decision }”: “{ $taken }”, instead of “{ $instead }”
report-hinge-ending = The other choice leads to another end: { $ending }
report-hinge-votes = Votes of the class: { $count }
report-hinge-same = The other choice leads to the same end by another way.
report-hinge-points = { $seat }: { $from } → { $to } points
report-no-hinge = No single choice would have changed the course.
report-searching = Looking for turning points
report-not-over = The match is not over: its report would show what only single seats may know. Play on (“finish” lets bots do it), or add --reveal.
report-against-page = Another match is put beside this one in a page or in Markdown: leave --against out, or write --format html or md.
report-saved = Saved: { $path }
report-seat = Seat
report-issue = Issue
report-score = Score
report-of = { $points } of { $most }
report-scored-about = Each argument, and what its score is made of (0 to 2 each)
report-skip = To the content
report-in-words = The picture in words
report-foot = Made by Comity on this device. Not legal advice.

## The teacher's kit

kit-title = Teacher’s kit: { $title }
kit-real = This really happened. What is invented for the game says so; the sources stand on the last sheet.
kit-invented = This dispute is made up.
kit-for-teacher = For the teacher.
kit-teacher-only = For the teacher only: do not hand this out.
kit-for-all = One for every pupil.
kit-for-team = For every pupil of this team.
kit-for-each-team = One for each team.
kit-none = none
kit-everybody = everybody
kit-bots = bots
kit-decides = Everybody; decides: { $seats }; the other teams advise (sheet “Team”)
kit-skips = { $round } (bots play it)
kit-shown-by-bots = { $decisions } (bots decide: talk about it when it is told)
kit-round = { $round }. { $title }

# The overview
kit-aims = What they will be able to do
kit-times = How long it takes
kit-times-about = Minutes of each part
kit-length = Length
kit-brief = Brief
kit-decisions = Decisions
kit-debrief = Debrief
kit-exit = Exit questions
kit-skipped = Rounds that bots play
kit-people = Who sits where
kit-people-about = For { $pupils } pupils, shared out over the seats. The lead speaks, the researcher looks up the law, the press officer checks what is said, the scribe writes down reasons. Change tasks at half-time.
kit-people-table = Pupils by seat and task
kit-seat = Seat
kit-lead = Lead
kit-researcher = Researcher
kit-press = Press officer
kit-scribe = Scribe
kit-shared = with: { $task }
kit-print = What to print
kit-print-all = public brief, exit ticket
kit-print-team = private sheet and tasks of each team: one for every pupil of that team, at most this many
kit-print-forms = proposal, ruling, debrief questions, the press if there is any: one for each team
kit-print-teacher = all the rest, for you

# The lesson
kit-minutes = Minute by minute
kit-minutes-about = A lesson of { $minutes } minutes
kit-minute = Minute
kit-what = What
kit-who = Who
kit-brief-does = Projector view, show of hands, public brief; teams read their own sheets
kit-debrief-does = The debrief on the screen; each team answers the questions
kit-exit-does = Exit ticket, each pupil alone
kit-script = What you say and do
kit-script-before = Before the first round
kit-script-start = Start the match, in the window or with the command for your length:
kit-script-open = Show the projector view (F5). Ask, before any explanation: whose law decides? Take a show of hands.
kit-script-brief = Read the public brief aloud. Hand each team its own sheets, and no other.
kit-script-curtain = With one computer: when the curtain falls, the next team comes to the screen and the others look away.
kit-script-rounds = In each round
kit-script-each = Say what is at stake. Let the lead say the team’s choice with one reason, then close the plan. Read out what changed, and why.
kit-script-after = When time is up
kit-script-bell = When the bell is near, choose “To the debrief” in the menu: bots finish the match.
kit-script-debrief = In the debrief ask what each team wanted, what it gave a reason for, and where the match left history. Let the class vote for one of the turning points and play on from there.
kit-script-exit = Everybody answers the exit questions alone. Collect them; do not mark them for speed.
kit-who-plays = Who sits at the table
kit-calendar = The calendar
kit-calendar-about = Rounds and their days
kit-from = From
kit-to = To

# The teams
kit-role = Only for: { $seat }
kit-private = One for every pupil of this team. Do not show it to the others.
kit-cards = The card you may be dealt
kit-worth = { $points ->
    [one] 1 point:
   *[other] { $points } points:
 }
kit-offers = What you may offer
kit-moves = What you may do besides
kit-team = Team: { $seat }
kit-team-about = Tasks, round by round: { $seat }
kit-round-head = Round
kit-any-round = May come up in any round
kit-lead-does = gets the team to one answer with a reason, and says it; in a round without one, agrees what to advise.
kit-researcher-does = reads what is named in the table and says in one sentence what follows from it.
kit-press-does = checks one claim on the press sheet against the record before anybody repeats it; without a story, writes the headline the team wants and the one it fears.
kit-scribe-does = writes down who decided what, and for which reason.
kit-lead-offers = may offer: { $offer }
kit-lead-rules = gives the ruling of { $court }, with reasons, aloud
kit-lead-moves = chooses among the moves on your private sheet, and tells the team why
kit-lead-listens = advise whoever decides
kit-look-up-court = what binds { $court } today
kit-look-up-law = one rule in force today (tab “The law”)
kit-press-story = { $story } (claims { $claims })
kit-press-says = two headlines
kit-press-any = who will report it, and what they will leave out
kit-scribe-choice = our answer and its reason
kit-scribe-ruling = the ruling and its reason
kit-press-file = What the press says
kit-press-file-about = One for each team, story by story as it comes out. Not all of it is right.
kit-press-when = Round { $round }, { $date }

# To write on
kit-proposal = A proposal
kit-proposal-what = We propose:
kit-proposal-gives = It gives the other side:
kit-proposal-costs = It costs us:
kit-ruling = A ruling
kit-ruling-result = We rule for:
kit-ruling-reasons = Because these facts are shown:
kit-ruling-earlier = What we do with each earlier ruling (follow, or set apart, and by which fact):
kit-form-line = From: ______________________   To: ______________________   Round: ______
kit-ask-more = Besides, where the match went this way
kit-ask-when = If
kit-ask-question = Ask
kit-ask-wanted = What did each team want, and when could the others tell?
kit-ask-paid = Who paid for the ending without having been asked?
kit-ask-reason = Which reason convinced you although it was not yours?
kit-ask-other = Read your best argument again: would you accept it from a state you fear?
kit-exit-ticket = Exit ticket
kit-name-line = Seat: ______________________   Number or initials, if your teacher wants them back: __________   Tick one answer to each question.

# For the teacher
kit-rubric = Rubric
kit-rubric-about = One row for each aim; tick what you saw. Copy this sheet for each pupil or team. For: ______________________
kit-objective = Aim
kit-shows = Where it shows
kit-level-1 = not shown yet
kit-level-2 = shown with help
kit-level-3 = shown alone
kit-level-4 = explained to others, with a source
kit-answers = Answers to the exit ticket
kit-number = No.
kit-claim = What the press says
kit-verdict = How true
kit-source = Source
kit-press-claims = The press, beside the record
kit-press-claims-about = Every claim with what the record says

## The page form of a view

## Text game

text-welcome = Comity, text game. Type “?” for the commands and “q” to stop.
text-prompt = { $seat } >
text-help =
    a number: do what stands behind it
    c or Enter: close your plan; the step is carried out when everybody has closed
    u: take back the last thing in your plan
    closed: what is not open to you, and why
    why 7: what number 7 does, why it is open or closed, and by which rule
    why customer trust: how a meter came to stand where it does; why log 12: how entry 12 of the log came about
    find privacy: everything on the table that goes by a name
    look: your desk again
    s: status: meters, aims, what lies ahead
    d: docket: cases, arguments, what was demanded, what courts have held
    law: what binds each court today; law 2017-02-01: on that day
    t: duties: what each legal order requires, where laws conflict, and why
    picture timeline, duties, arguments, law or meters: a picture in words
    p: press desk
    l: log of what has happened
    b: your brief
    hint: what to look at; a second time: what to weigh; a third time: what a careful player would do
    quiz: questions about this dispute, with reasons
    profile: what you have met and shown
    g: glossary; glossary comity: what a term means
    wording: everyday words, or legal terms and citations
    language: the languages; language en: play on in that one
    public: what everybody may know
    finish: let bots play on to the debrief
    save: save now (the match is saved after every action anyway)
    q: stop; the match is saved
text-hint = Type a number, or “?” for the commands.
text-hint-close = Type a number, or press Enter to close your plan. “?” lists the commands.
text-unknown = I do not understand “{ $input }”. Type “?” for the commands.
text-unknown-number = I do not understand “{ $input }”. Type a number of the list; x goes back.
text-unknown-answer = I do not understand “{ $input }”. Type the number of an answer, or q to stop.
text-unknown-near = I do not understand “{ $input }”. Did you mean “{ $near }”? Type “?” for the commands.
text-no-such-number = There is no number { $number } in the list.
text-nothing-open = Nothing is open to you in this step but to close your plan.
text-not-open = Not open to you now
text-is-open = This is open to you.
text-news = What has happened
text-uncertain = more may follow that you cannot see
text-offer-from = An offer from { $seat }: { $offer }
text-argue = Argue “{ $issue }”
text-attack = Attack the case cited on “{ $issue }”
text-they-cite = Cites { $authority }.
text-because = { $factors }.
text-rule = Give your ruling
text-rule-side = Rule { $side }
text-side = { $side }
text-plan-choice = { $choice }
text-plan-move = { $move }
text-plan-offer = Offer: { $offer }
text-plan-check = Check “{ $claim }”
text-plan-quote = Quote “{ $claim }”
text-no-difference = Nothing on the record makes that case different.
text-differences = What makes that case different: { $factors }.
text-length = up to { $count ->
        [one] { $count } reason: costs { $cost } effort
       *[other] { $count } reasons: costs { $cost } effort
    }
text-pick-scenario = Number of the dispute >
text-pick-seat = Number of your seat >
text-pick-factors = Numbers of your reasons (Enter: all of them; x: back) >
text-pick-reasons = Numbers of your reasons (Enter: back) >
text-pick-authority = Number of the case (Enter: none; x: back) >
text-pick-quote = Number of the quote (Enter: none; x: back) >
text-pick-ground = Number of the ground (Enter: back) >
text-pick-side = Number of the side (Enter: back) >
text-yes-no = y or n (Enter: no; x: back) >
text-pass = Pass the keyboard to { $seat }, then press Enter.
text-goodbye = Goodbye.
text-input-ended = The input has ended before the match.
text-saved = The match is saved as far as it went.
text-not-saved = The match is not saved.
text-no-folder = there is no folder for saved matches; name a file with --save
text-stuck = No seat can move any more: the scenario has a fault.
text-not-over = The match is not over yet.
text-epilogue = What came after
text-parted-choice = { $decision } You chose “{ $here }”; what was really done: “{ $then }”
text-parted-ruling = “{ $stage }”: here the court ruled { $here }; in reality it ruled { $then }

## Command line

cli-no-display = No display was found. Starting the text game instead.
cli-no-renderer = The window could not be opened ({ $reason }). Starting the text game instead.
cli-seed = Seed: { $seed }
coverage-title = { $title }: what the matches came to
coverage-lead = { $count ->
        [one] { $count } match was counted
       *[other] { $count } matches were counted
    }.
coverage-unreached = No match came to these
coverage-doctrine-unreached = What no court did with precedent: { $all }. A dispute with one case or one court cannot come to most of this; the glossary says what each is.
coverage-impossible = No match can come to these
coverage-proven = This is proven from the file, without playing.
coverage-none = Nothing.
coverage-what = What
coverage-matches = Matches
coverage-times = Times
coverage-stages = Stages
coverage-options = Options
coverage-moves = Side moves
coverage-offers = Offers, accepted
coverage-rules = Rules that go off by themselves
coverage-norms = Norms, broken
coverage-events = Events
coverage-endings = Endings
coverage-doctrine = What courts did with precedent
cli-test-holds = holds
cli-test-fails = FAILS
cli-tests = { $file }: { $count ->
        [0] no tests
        [one] { $held } of { $count } test holds
       *[other] { $held } of { $count } tests hold
    }
cli-no-stage = The scenario has no stage { $name }. Its stages: { $names }
cli-no-stage-near = The scenario has no stage { $name }. Did you mean { $near }?
cli-stage-proven = No match can come to stage { $name }: nothing leads to it.
cli-stage-unreached = No match of these bots, nor of random ones, came to stage { $name }.
cli-from = From stage { $name }: a match of bots with seed { $seed } came to it after { $actions } actions.
cli-no-code = there is no check `{ $code }`; `comity explain` lists them all
cli-no-code-near = there is no check `{ $code }`; did you mean `{ $near }`?
cli-check-clean = { $file }: no problems found
cli-check-found = { $file }: { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }
cli-check-total = { $files } files checked: { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }
cli-fmt-line-ends = Only the ends of the lines change: from those of Windows to those that every system reads
cli-fmt-would = { $file } would change
cli-fmt-done = { $file } laid out
cli-pack-name = “{ $path }” does not end in .comity, as a package does.
cli-copy-none = There is no “{ $name }” that ships. There are: { $names }
cli-copy-none-near = There is no “{ $name }” that ships. Did you mean “{ $near }”?
cli-pack-exists = { $path } is there already. Add --force to replace it, or name a new file.
cli-pack-translation = { $path } is a translation: pack { $original }, and its translations go along
cli-pack-tests = { $count ->
    [one] One of its tests does not hold
   *[other] { $count } of its tests do not hold
}: comity test { $path }
cli-pack-no-licence = No licence is stated, so nobody may pass the package on. Put LICENCE.txt beside the scenario, or say --licence CC-BY-4.0.
cli-packed = { $path }: { $files ->
        [one] one file
       *[other] { $files } files
    }, { $bytes } bytes. Play it with: comity play { $path }
cli-unpack-exists = { $path } is there already and not an empty folder; name a new one with -o.
cli-unpacked = { $path }: { $files ->
        [one] one file
       *[other] { $files } files
    }. The scenario is { $scenario }
cli-new-hello = A dispute of your own, in a few questions. Enter takes what stands in brackets; everything can be changed later.
cli-new-warrant = an order for data that lies abroad
cli-new-transfer = sending people's data abroad
cli-new-removal = an order to remove something everywhere
cli-new-blank = nothing yet: the smallest dispute that can be played
cli-new-kind = What is it about?
cli-new-which = Answer with one of the numbers.
cli-new-title = What shall it be called?
cli-new-asker = Who wants something?
cli-new-thing = What do they want, or want to stop?
cli-new-holder = From whom? Which company is it about?
cli-new-place = Where does it lie, or go?
cli-new-state = Whose law is it? Name the state that gives the order.
cli-new-no-id = “{ $name }” cannot be an id: use lower-case letters, digits and hyphens, for example { $near }.
cli-new-written = Written: { $path }
    Look it over, then try
      comity check { $path }
      comity play { $path }
cli-translate-done = { $file }: { $new ->
        [0] no new texts
        [one] one new text
       *[other] { $new } new texts
    }, { $changed ->
        [0] none has changed since it was translated
        [one] one has changed since and is to be translated again
       *[other] { $changed } have changed since and are to be translated again
    }; { $empty ->
        [0] none waits
        [one] one waits
       *[other] { $empty } wait
    } for a translation
cli-translate-none = { $file } has every text; { $empty ->
        [0] none waits
        [one] one waits
       *[other] { $empty } wait
    } for a translation
cli-upgrade-none = { $file } is up to date
cli-upgrade-would = { $file }: this is what would change. Write it with --write
cli-upgrade-done = { $file } is brought up to date
cli-upgrade-left = { $file }: { $count ->
        [one] one thing is
       *[other] { $count } things are
    } left that only its author can decide; comity check names them
cli-upgrade-differs = { $match } does not come out as recorded on the new file ({ $why }). Nothing was written.
cli-resumed = Going on with the saved match. Actions so far: { $actions }
cli-kept-at = The match is saved. To print its debrief: comity report { $path } -o report.html
cli-resume-with = To go on later: comity play --text --resume { $path }
cli-bots-play = There is no terminal to play in either: bots play “{ $title }”. (comity --help lists what else there is.)
cli-verified = Verified: { $actions } actions replayed, every one allowed.
cli-verified-digest = Verified: { $actions } actions replayed, every one allowed; the final state is the one recorded ({ $digest }).
cli-digest-differs = The match does not come out as recorded. Digest in the file: { $recorded }; digest of the replay: { $replayed }
cli-shown-to = Shown up to action { $to } of { $actions }.
cli-bound = On { $date } { $court } was bound by { $holdings }. (Question: { $question })
cli-bound-nothing = On { $date } nothing bound { $court }. (Question: { $question })
cli-no-court = There is no court “{ $court }”. Courts of this dispute: { $courts }.
cli-no-court-near = There is no court “{ $court }”. Did you mean “{ $near }”?
cli-not-over = The match is not over: it stands in round { $round }, waiting for { $seats }.
cli-unfinished = { $count ->
        [one] { $count } match
       *[other] { $count } matches
    } did not come to an end: the scenario has a fault.
cli-wrong-scenario = The file is a match of “{ $theirs }”, not of “{ $asked }”.
cli-no-such-bot = There is no bot “{ $name }”. These exist: { $names }
cli-no-such-seat = There is no seat “{ $name }” in this scenario. These exist: { $names }
cli-simulating = Playing { $count } matches…

### Window

window-shift-toward = { $var } → toward “{ $factor }”
window-shift-away = { $var } → away from “{ $factor }”
window-shift = { $var } { $from } → { $to } ({ $by })
window-ends = ends the main case: { $ending }
window-uncertain = also depends on what you cannot see
window-uncertain-about = Part of what this does hangs on a number that is hidden from you.
window-earned = { $earned } / { $weight }
window-aim-at-least = { $var } { $value } (goal: { $mark } or more)
window-aim-at-most = { $var } { $value } (goal: { $mark } or less)
window-why-changed = Why it changed ({ $count })
window-change = Round { $round }: { $var } { $from } → { $to } ({ $by }), because of { $cause }
window-counters = What is counted
window-from-to = { $from } → { $to }
window-day-unknown = day not known to you
window-log = Log
window-deeds = Deeds
window-news = What has just happened
window-thinking = Thinking…
window-to-debrief = To the debrief
window-new-match = New match
window-watch = No person sits at the table: you will watch the bots play.
window-saved-always = Your match is saved after every action.
window-save-cut = The saved match was not whole. { $kept ->
        [one] The first { $kept } action was kept;
       *[other] The first { $kept } actions were kept;
    } you go on from there.
window-percent = { $size } %
window-in-plan = in your plan
window-take-out = Press to take this out of your plan.
window-pick-issue = Pick an issue to see your reasons for it. Each argument costs 1 effort.
window-not-on-record = not on the record: it cannot be used now
window-differences = If you cite it, the other side can say that it is different: { $factors }.
window-no-difference = Nothing on the record tells this case apart from yours.
window-arguments-made = Arguments that were made
window-cited-facts = In that case there were: { $facts }
window-attack-help = Naming a real difference sinks the argument, unless they had said it openly themselves. Costs 1 effort.
window-cites = Cites { $case }
window-faced = They said openly what makes that case different.
window-claim-helps = Can be quoted { $side } on “{ $issue }”.
window-closed-moves = Not open now ({ $count })
window-offer-to = Offer to { $seat }:
window-only-below = No argument for it stands, but that is how things stand now.
window-stands-for = Its argument stands on: { $issues }.
window-if-court = What changes if the court rules this way, with what following or leaving the arguments does:
window-cares = cares for “{ $issue }”: it counts twice
window-colleagues-about = They vote as well. They join only reasons that touch what they care for; without a majority that joins, there is a result but no holding.
window-colleague-mark = • touches what a colleague cares for
window-epilogue = What came after
window-quoted-by = quoted by { $seats }
window-quoted-unchecked = quoted without checking by { $seats }
window-checked-by = checked by { $seats }
window-map-closer = Closer
window-map-farther = Farther
window-map-whole = Whole area
window-plan-argue = Argue “{ $what }”
window-plan-attack = Attack their case on “{ $what }”: { $factor }
window-plan-attack-status = Attack their case on “{ $what }”: no longer good law
window-plan-offer = Offer: { $what }
window-plan-accept = Accept: { $what }
window-plan-decline = Decline: { $what }
window-plan-check = Check: “{ $what }”
window-plan-quote = Quote: “{ $what }”
window-plan-rule = Rule { $what }
window-key-tab = Tab
window-key-tab-does = Go to the next thing
window-key-enter = Enter or Space
window-key-enter-does = Choose it
window-key-undo = Ctrl + Z
window-key-undo-does = Take back
window-key-close = Ctrl + Enter
window-key-close-does = Close my plan
window-key-hint = H
window-key-hint-does = A hint, then more help
window-key-find = Ctrl + F
window-key-find-does = Look for anything on the table
window-key-projector = F5
window-key-projector-does = The view for the wall: what everybody may know
window-key-back = Esc
window-key-back-does = Back, or the menu
window-key-help = F1
window-key-help-does = This page
window-key-size = Ctrl + plus, Ctrl + minus
window-key-size-does = Text size
window-not-ruled = No court has ruled yet. Until one does, things stand { $side }.
window-vacated = The judgments in this case were vacated: none of them stands.
window-no-judgment = No judgment stands.
window-back-to-desk = Back to the desk
window-rule-for = Rule for { $seat }, { $side }
window-wanted-and-got = What each seat wanted, and got
window-apart = What tells that case apart from this one?

# ---- comity precedent
precedent-consistent = The base is consistent: no two cases contradict each other.
precedent-conflicts = { $count ->
    [one] 1 pair of cases contradicts each other.
   *[other] { $count } pairs of cases contradict each other.
}
precedent-pair = · { $a } (because: { $left }) and { $b } (because: { $right }): each has the reason of the other among its facts, and they went opposite ways.
precedent-more = … and { $count } more. --format json lists all.
precedent-forced-vertical = Forced { $side }, from above, by { $holdings }.
precedent-forced-horizontal = Forced { $side }, by the court's own { $holdings }.
precedent-torn = In conflict: holdings that bind alike point both ways: { $holdings }.
precedent-free = Free: no precedent forces the court.
precedent-reading = · may be read: { $case } ({ $differences ->
    [0] no relevant difference
    [one] 1 relevant difference
   *[other] { $differences } relevant differences
})
why-beats = In { $case }, { $court } let { $reason } prevail over { $beaten }, and they are here again
why-unopposed = In { $case }, { $court } decided { $side } because of { $reason }, which is here again, and nothing it beat then stands against it
why-stronger = ; { $stronger } speaks for that side besides
why-absent = ; { $absent }, which it beat then too, is absent
why-new = ; { $new } is new against it, which does not stop a holding from above
escape-none = There is nothing to escape from.
escape-head = { $count ->
    [one] One change of the facts frees the court:
   *[other] { $count } changes of the facts free the court:
}
escape-drop = · if { $factor } were absent ({ $text })
escape-add = · if { $factor } were present ({ $text })
escape-after = Then:
left-out-right = · { $case } ({ $side }): forced by the others, as it was decided
left-out-wrong = · { $case } ({ $side }): the others force the opposite
left-out-torn = · { $case } ({ $side }): the others conflict
left-out-total = Of { $all } cases, each asked of the others: { $right } forced as decided, { $wrong } forced the other way, { $free } free, { $conflict } in conflict.
cli-no-factor = There is no factor “{ $id }” in this base.
cli-no-question = There is no question “{ $id }” in this base.
cli-no-court-there = There is no court “{ $id }” in this base.
cli-near = Did you mean “{ $near }”?
cli-which-question = This base has several questions; name one with --question: { $all }
cli-which-court = This base has several courts; name one with --court: { $all }

# ---- comity argue
argue-in-unattacked = { $a } is in: nothing attacks it
argue-in-defended = { $a } is in: everything that attacks it is out, { $b } last
argue-out-by = { $a } is out: attacked by { $b }, which is in
argue-open-by = { $a } is undecided: attacked by { $b }, which is undecided too
argue-total = In: { $in }. Out: { $out }. Undecided: { $open }.
argue-extensions = { $count ->
    [0] There is no such extension.
    [one] 1 extension:
   *[other] { $count } extensions:
}
argue-empty = nothing
argue-too-many = { $open } arguments stay open, so there are too many extensions to list. Ask for --semantics grounded, or for a smaller part of the framework.

# ---- comity law
law-now = now
law-nothing-binds = Nothing binds the court on this question.
cli-known = Known: { $all }
cli-law-no-court = There is no court “{ $id }”.
cli-law-no-question = There is no question “{ $id }”.
cli-law-no-factor = There is no factor “{ $id }”.
cli-law-no-order = There is no legal order “{ $id }”.
cli-law-bound = { $court }, { $date }: bound by
cli-law-unbound = { $court }, { $date }: bound by nothing that is recorded here.
cli-law-question = { $id }: { $text }
cli-law-case = { $name } [{ $id }], { $court }, { $date }: { $side }. { $citation }. Status: { $status }
cli-law-because = { $reach }; because: { $reason }
cli-law-no-citation = no citation in our sources
cli-law-count = { $count ->
    [one] 1 decided case.
   *[other] { $count } decided cases.
}

# ---- reach: who says that its orders count abroad
log-claim = { $state } now says that its orders count abroad
log-claim-follows = { $state } follows the example of { $on }: it too says that its orders count abroad
log-unclaimed = { $state } no longer says that its orders count abroad: its own courts took the claim away
cause-reciprocity = what one state does, others do in turn
effect-assert = { $state } says that its orders count abroad
effect-withdraw = { $state } loses its claim that its orders count abroad
if-claims = { $what } says that its orders count abroad
borders-heading = Who says that its orders count abroad
borders-own = { $state }: by an act of its own, since round { $round }
borders-follows = { $state }: following { $on }, since round { $round }
borders-gone = { $state }: its claim was taken away
borders-next = Next, if nothing changes: { $state } follows { $on }.
borders-none = No state says so.
law-weight = weighs { $total } of 15 as reading: { $parts }
law-weight-none = may be read, and weighs nothing
law-weight-part = { $because } ({ $points } of { $most })

## Why? What an answer is made of

why-text = { $text }
why-number = { $var }
why-number-now = It stands at { $now }, on a scale from { $least } to { $most }. It began at { $start }.
why-number-moved = What has moved it, the latest first:
why-number-still = Nothing has moved it yet.
why-change = Round { $round }, { $date }: from { $from } to { $to }, by { $cause }
why-number-would = What you can do now that moves it:
why-would = { $deed }: from { $from } to { $to }
why-number-aims = Your aims that look at it:
why-court = { $court }, in “{ $case }”
why-record = The record shows: { $facts }
why-record-empty = The record shows nothing yet that the law asks about.
why-open-rounds = Open in rounds { $from } to { $to }.
why-open-if = It is open if this holds:
why-open-when = Open if: { $condition }
why-goes-off = It comes when: { $condition }
why-does = What it does by itself:
why-shift = { $var }: from { $from } to { $to }
why-when = { $date }, round { $round }, step “{ $beat }”
why-led = What led to it:
why-came = What came of it:
why-upkeep = A rule of play: as long as things stand as they do, every round costs this.
why-reciprocity = A rule of play: when one state says that its orders count abroad, others soon say the same.
why-binding = A rule of play: following a holding that binds is safe; breaking with one costs a court.
why-link = Why? { $about }
why-nothing = There is nothing to say about this from your seat.
why-do = Put this into my plan

## Search

find-heading = Look for something
find-about = What you may do and may not, numbers, cases, duties, what has happened, terms of art. Each answers “Why?”.
find-field = Words to look for
find-hint = trust, warrant, Ireland …
find-open = open to you
find-found = { $count ->
    [0] Nothing goes by these words
    [one] One thing found
   *[other] { $count } things found
}
find-closed = not open
find-ask-log = why log { $number } says how it came about
find-open-search = Search

## Debrief: hinges and accounts

debrief-accounts = Who gained, who paid, and by what
debrief-save-report = Save this report
scenarios-kit = Teacher’s kit
scenarios-kit-about = Overview, role sheets, forms, timing, questions, answers and rubric, as one page to print
paper-open = Open the page
paper-folder = Show its folder
paper-not-opened = The system could not show it ({ $reason }). The page is saved all the same.
paper-saved = Saved as a page that any browser opens and prints: { $path }
hinge-alone = Which of these would you decide differently? You can play on from there.
hinge-vote-start = Let a class vote
hinge-vote-about = Let the class vote: which of these would you decide differently? Count the hands, then play on from there.
hinge-votes-for = Votes for: { $decision }
hinge-votes = { $count ->
    [one] 1 vote
   *[other] { $count } votes
}
hinge-vote-more = One more vote for: { $decision }
hinge-vote-less = One vote less for: { $decision }
hinge-play-from = Play on from here: { $decision }
hinge-here = Here: { $option }
hinge-there = Instead: { $option }
hinge-same-end = the same ending by another way
hinge-other-end = leads to: { $ending }
hinge-no-end = comes to no end
desk-objective = What this decision teaches: { $objective }

## Rounds that bots played

skipped-heading = { $count ->
    [one] Round { $rounds } was played for you
   *[other] Rounds { $rounds } were played for you
}
skipped-before = What came of round { $round }
skipped-about = This lesson is shorter than the dispute: bots played these rounds for everybody. This is what was done, and why.
skipped-on = Go on

## For authors: the open file beside the game

author-file = Your file: { $file }
author-good = { $count ->
    [0] The last save is in play. Nothing to mend.
    [one] The last save is in play. The checker found one thing worth a look.
   *[other] The last save is in play. The checker found { $count } things worth a look.
}
author-errors = { $count ->
    [one] The last save has an error. You play the last good copy.
   *[other] The last save has { $count } errors. You play the last good copy.
}
author-more = { $count } more: comity check { $file }
author-inspect = Inspector
author-show = Warnings and hints
author-once-playing = Once a match is open: begin one first
author-seat-gone = { $file } has no seat “{ $seat }” any more, and a person sits there: the last copy stays in play. Give the seat its id back, or begin anew.
author-inspector = Which rule did what
author-inspector-about = The latest first, secrets included: this match is yours to look into. Each line names the file and line of the rule.
author-engine = engine
author-waiting = This file cannot be played yet
author-waiting-about = Mend { $file } and save it: the game goes on by itself.
author-reloaded = The new save is in play. Of { $all } actions { $kept } still fit; play on from there.


## Pages in a browser

page-contents = On this page
page-aside = Numbers and calendar
page-stage = Where the case stands
page-steps = The steps of a round
page-copy = This page is a copy to read and to print. Its buttons act where a match is being served to a browser.
page-cell = { $item }, { $order }
page-argue = Argue “{ $issue }” so
page-instrument = Instrument
page-from-to = From, to
page-status = State
page-source = Source
page-kind = Kind
page-value = Value
page-weight = What it is worth, and its source
page-holdings = { $count ->
        [one] One earlier holding, as this court reads it
       *[other] { $count } earlier holdings, as this court reads them
    }
page-stale = The match has moved on since this page was made. Look at the desk again.
page-garbled = This is not something that can be done in this match.

## The procedure, for authors

picture-procedure = The procedure
picture-procedure-about = { $count ->
    [one] Stages on the left, endings on the right, and the way one match went. Broken lines lead back; dotted boxes nobody came to.
   *[other] Stages on the left, endings on the right, and how many of { $count } matches went which way. Broken lines lead back; dotted boxes nobody came to.
}
picture-procedure-visits = { $visits } of { $matches }
picture-procedure-step = From “{ $from }” to “{ $to }”: { $count }
picture-procedure-end = From “{ $from }” to the ending “{ $to }”: { $count }
picture-procedure-never = Nobody came to “{ $stage }”.
author-procedure = Procedure
author-procedure-running = Bots are playing { $count } matches of your scenario …
author-again = Play them again
desk-needed = Needed from you now: { $what } ({ $until })
desk-may-argue = A court may decide after this step: argue before it, then close your plan. ({ $until })
desk-unanswered = The other side cites a case that you may attack. If you close now, it stands unanswered.
desk-unargued = You have not argued yet. If you close now, a court may decide without hearing you.
desk-nothing-needed = Nothing has to be done: close your plan when you are ready. ({ $until })
desk-nothing-else = Nothing else has to be done: close your plan when you are ready. ({ $until })
news-won = Your side has won this ruling
news-lost = Your side has lost this ruling
news-ruled = The court has ruled
news-was-bound = An earlier holding binds this court to decide { $side }. To decide otherwise would have broken with it.
news-broke = An earlier holding bound this court to decide { $side }, and it decided otherwise: that breaks with the holding.
news-was-torn = Holdings that bind this court point both ways: it had to choose.
news-was-free = No holding bound the court: the law let it decide either way.
news-earlier = { $count ->
    [one] One thing before these is in the log.
   *[other] { $count } things before these are in the log.
}
