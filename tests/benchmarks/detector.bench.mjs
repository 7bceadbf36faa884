/**
 * The detector by itself against a bare linear scan and against libphonenumber-js, in one run: `node benchmarks/detector.bench.mjs`
 * in tests/. Prints ratios beside their aims; times belong to the machine, ratios hardly. Every figure is the least of several
 * runs, because what disturbs a measurement only ever makes it longer.
 */
import { createRequire } from "node:module";
import { loadDetector } from "../../extension/detect.mjs";

const require = createRequire(new URL("../../extension/package.json", import.meta.url));
const { findPhoneNumbersInText } = require("libphonenumber-js/max");
const { detect, mayHoldNumber } = await loadDetector();

const MEGABYTE = 1 << 20;
const RUNS = 7;
/** More, for these take little time: the compiler has done with a text of a megabyte after some ten of them. */
const COMPARED_RUNS = 30;
/** What any search for candidates has to do at the least. */
const BARE = /[+(]?\d[\d ().\-/]{5,}\d/g;
const OPTIONS = { region: "GB" };

let state = 1;
/** Repeatable, so that every run sees the same text. */
const random = (below) => (state = (state * 48_271) % 2_147_483_647) % below;
const digits = (count) => Array.from({ length: count }, () => random(10)).join("");
const pick = (list) => list[random(list.length)];

const number = () => pick([`020 7946 0${digits(3)}`, `+44 20 7946 0${digits(3)}`, `07400 123${digits(3)}`, `(0161) 496 0${digits(3)}`, `+49 30 901820${digits(2)}`]);
const contact = () => [
  String(random(99_999)), pick(["Alice Smith", "Bob Jones", "Carla Díaz", "Dieter Krause", "Eve Müller"]), "Acme Trading Ltd", number(), `a.${random(999)}@example.com`,
  `2024-0${1 + random(9)}-1${random(10)}`, `£${random(999)}.${10 + random(90)}`, `INV-2024-${digits(5)}`,
];
const contacts = Array.from({ length: 5000 }, contact);
const filling = "Met at the spring fair; wants a quotation for the new line and a visit in the autumn, prefers mornings. Account managed from Leeds. ";
const table = contacts.map((row) => `${row.join("\t")}\t${filling.slice(0, MEGABYTE / 5000 - row.join("\t").length - 2)}`).join("\n");
const sentence = () => `On ${1 + random(28)} March 20${10 + random(14)} at ${10 + random(10)}:${10 + random(49)} the price rose to $${random(900)},${digits(3)}.${digits(2)} (ref. ${digits(8)}), `
  + `which is ${random(99)}% more than in ${1990 + random(30)}; see page ${random(400)} of report ${random(99)}/${digits(4)}, and the committee then said nothing more about it.\n`;
let prose = "";
while (prose.length < MEGABYTE) prose += sentence();
const cells = contacts.flat();

function least(work, runs = RUNS) {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const scan = (text) => { let found = 0; for (const match of text.matchAll(BARE)) found += match[0].length; return found; };
const ours = (text) => mayHoldNumber(text) ? detect(text, OPTIONS) : [];
const theirs = (text) => findPhoneNumbersInText(text, { defaultCountry: "GB", v2: true });

function compare(what, texts, aim) {
  const each = (work) => () => { for (const text of texts) work(text); };
  // In turn, so that what slows the machine for a while slows both.
  let [floor, time] = [Infinity, Infinity];
  for (let run = 0; run < COMPARED_RUNS; run++) {
    floor = Math.min(floor, least(each(scan), 1));
    time = Math.min(time, least(each(ours), 1));
  }
  const peer = least(each(theirs), 1);
  const ratio = time / floor;
  console.log(`${ratio <= aim ? "✓" : "✗"} ${what.padEnd(46)} ${time.toFixed(1).padStart(7)} ms  bare scan ${floor.toFixed(1).padStart(6)} ms  ${ratio.toFixed(1).padStart(5)} x (aim ≤ ${aim} x)  libphonenumber-js ${(peer / floor).toFixed(0)} x`);
}

compare("1 MB CRM table with 5,000 numbers", [table], 8);
compare("1 MB prose with dates, prices, references", [prose], 6);
compare("40,000 CRM cells as separate nodes", cells, 2);

const PATHOLOGICAL = [
  "(", "1", "-", " ", "+", "+1 ", "1 ", "12 ", "1234 ", "1-(2) 3.4/", "a1", "9f3a", "٣", "٣ ", "𝟏", "𝟏 ", "1 2 3 4 5 6 7 8 9 0, ", "12345678\n", "0201234567\n", "020 7946 0958 ",
  "+442079460958", "+44 20 7946 0958/", "1\n   ", "(1", "(0)", "020 7946 0958 x", "02079460958 ext ", "1\u200b", "1.2.3.4.", "1/2/", "[1][", "12:34:56 ", "1,234,567 ",
  "DE89 3704 0044 0532 0130 00 ", "1-800-FLOWERS ", "https://a.b/12345678/", "12345678@", "((((1234567", "number number 12345678 ", "\ud835",
  // Valid numbers one after the other, so that everything around each is looked at: these take longest.
  "02079460958,", "02079460958=", "a:02079460958/", "//02079460958", "$02079460958", "*02079460958*", "1,02079460958,x,", "+442079460958-", "+442079460958/", "+44(0)2079460958,", "020 7946 0958\n",
  "Fax 02079460958 ", "Тел. 84951234567 ", "тел 8 (495) 123-45-67, ", "02079460958 доб. 1 ", "02079460958 ext 1 ", "02079460958,,1 ",
];
const MOST = 150;
const MOST_EXPONENT = 1.1;
let slowest = ["", 0];
let steepest = ["", 0];
for (const pattern of PATHOLOGICAL) {
  const of = (size) => pattern.repeat(Math.ceil(size / pattern.length));
  const [quarter, whole] = [of(MEGABYTE / 4), of(MEGABYTE)];
  // In turn, so that what slows the machine for a while slows both.
  let [small, large] = [Infinity, Infinity];
  for (let run = 0; run < RUNS; run++) {
    small = Math.min(small, least(() => ours(quarter), 2));
    large = Math.min(large, least(() => ours(whole), 1));
  }
  const exponent = Math.log(large / small) / Math.log(4);
  if (large > slowest[1]) slowest = [pattern, large];
  // Below a few milliseconds the clock and the garbage collector decide.
  if (small > 5 && exponent > steepest[1]) steepest = [pattern, exponent];
}
console.log(`${slowest[1] <= MOST ? "✓" : "✗"} slowest of ${PATHOLOGICAL.length} pathological megabytes           ${slowest[1].toFixed(1).padStart(7)} ms  (aim ≤ ${MOST} ms)  ${JSON.stringify(slowest[0])}`);
console.log(`${steepest[1] <= MOST_EXPONENT ? "✓" : "✗"} steepest growth of their time                   ${steepest[1].toFixed(2).padStart(7)}     (aim ≤ ${MOST_EXPONENT})  ${JSON.stringify(steepest[0])}`);
