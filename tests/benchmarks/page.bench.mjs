/**
 * What the extension costs a page, in both browsers, beside the same page without it and beside two others that mark numbers:
 * `node benchmarks/page.bench.mjs [chromium|firefox]` in tests/, after `npm run build:granted` in extension/. Prints ratios beside their aims.
 */
import { createRequire } from "node:module";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "../browser/launch.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const NUMBERS = 10_000;
const NODES = 50_000;
const CHANGES = 2000;
/** Rounds of each comparison, in turn; what disturbs a measurement only ever makes it longer, so the least counts. */
const ROUNDS = 3;
/** Of a page that takes half a second and differs by a few hundredths. */
const PLAIN_ROUNDS = 8;
/** When no task was long for so long, in ms, whoever marks numbers is done. */
const QUIET_MS = 2500;

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "callwith-page-bench-"));

async function peerScript() {
  const { build } = await import(pathToFileURL(join(ROOT, "extension/node_modules/esbuild/lib/main.js")).href);
  const walk = `import { findPhoneNumbersInText } from "libphonenumber-js/max";
    window.peer = () => { const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const marks = new Highlight();
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const { startsAt, endsAt } of findPhoneNumbersInText(node.data, { defaultCountry: "GB", v2: true }))
          marks.add(new StaticRange({ startContainer: node, startOffset: startsAt, endContainer: node, endOffset: endsAt }));
      CSS.highlights.set("peer", marks); };`;
  const { outputFiles } = await build({ stdin: { contents: walk, resolveDir: join(ROOT, "extension") }, bundle: true, write: false, format: "iife", minify: true });
  return outputFiles[0].text;
}

const SCRIPTS = {
  "/libphonenumber-js.js": await peerScript(),
  "/ringcentral-c2d.js": readFileSync(join(require.resolve("ringcentral-c2d/package.json"), "../build/index.js"), "utf8"),
};

/** Runs in the page: its rows, its later changes, and the longest time between two of its turns. */
const LIFE = `
  window.fill = (rows, numbers) => {
    let html = "";
    for (let n = 0; n < rows; n++) html += "<tr><td>Person</td><td>" + (numbers ? "020 7946 " + String(n).padStart(4, "0") : "nobody yet") + "</td><td>note</td></tr>";
    document.getElementById("rows").innerHTML = html;
    return document.body.getBoundingClientRect().height;
  };
  window.change = async (changes) => {
    const body = document.getElementById("rows"); const start = performance.now();
    for (let n = 0; n < changes; n++) {
      const row = body.rows[(n * 37) % body.rows.length];
      if (n % 4 === 0) row.cells[1].firstChild.data = "changed " + "abcdefghij"[n % 10];
      else if (n % 4 === 1) row.cells[2].textContent = "x" + (n % 3);
      else if (n % 4 === 2) body.append(row.cloneNode(true));
      else row.remove();
      if (n % 100 === 99) await new Promise((r) => requestAnimationFrame(() => setTimeout(r)));
    }
    return performance.now() - start;
  };
  window.beat = () => {
    const { port1, port2 } = new MessageChannel(); let last = performance.now(); window.longest = 0; window.longAt = last;
    port1.onmessage = () => { const now = performance.now(); if (now - last > window.longest) window.longest = now - last; if (now - last > 30) window.longAt = now; last = now; port2.postMessage(0); };
    port2.postMessage(0);
  };`;
const page = (scripts) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>bench</title><body>${scripts.map((each) => `<script src="${each}"></script>`).join("")}
  <table><tbody id="rows"></tbody></table><p id="one">020 7946 0000</p><script>${LIFE}</script>`;
const PLAIN = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>plain</title><body><div id="all"></div><script>
  const all = document.getElementById("all"); const words = "lorem ipsum dolor sit amet consectetur".split(" ");
  for (let n = 0; n < ${NODES / 5}; n++) { const item = document.createElement("section"); const name = document.createElement("b"); name.textContent = words[n % 6]; const note = document.createElement("p"); note.textContent = words.join(" "); item.append(name, note); all.append(item); }
  </script>`;

const PAGES = { "/numbers": page([]), "/rc": page(["/ringcentral-c2d.js"]), "/lib": page(["/libphonenumber-js.js"]), "/plain": PLAIN };
const server = createServer(({ url }, response) => {
  const [body, type] = PAGES[url] ? [PAGES[url], "text/html"] : [SCRIPTS[url] ?? "", "text/javascript"];
  response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

/** An extension that does nothing: the browser is the same otherwise. With `script` an empty one in every frame, which is what any script of an extension costs. */
function emptyExtension(kind, script = false) {
  const path = join(folder, `empty-${kind}${script ? "-script" : ""}`);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "empty.js"), ";");
  const scripts = script ? { content_scripts: [{ js: ["empty.js"], matches: ["http://*/*"], all_frames: true }] } : {};
  writeFileSync(join(path, "manifest.json"), JSON.stringify({ manifest_version: 3, name: "empty", version: "1", browser_specific_settings: { gecko: { id: "empty@callwith.org" } }, ...scripts }));
  return path;
}

async function browser(kind, extension) {
  const profile = mkdtempSync(join(folder, "profile-"));
  const opened = await launch({ kind, extension, profile, env: { ...process.env, HOME: profile }, preferences: { "privacy.reduceTimerPrecision": false } });
  return opened;
}

/** It opens by itself, and a page in its shadow is not painted. */
async function closeWelcome(where) {
  // Not by its address: Firefox tells none of an extension's page.
  const welcome = async () => (await where.pages())[1];
  await until(welcome, 10_000);
  await (await welcome()).close();
}

async function open(where, path) {
  const tab = await where.newPage();
  await tab.goto(origin + path);
  await tab.bringToFront();
  return tab;
}

const until = async (look, limit = 60_000) => {
  for (const end = Date.now() + limit; Date.now() < end; await pause(50)) if (await look()) return;
  throw new Error("waited in vain");
};
const anyMark = (tab) => until(() => tab.evaluate(() => (CSS.highlights.get("callwith-number")?.size ?? 0) > 0));
/** Of very many marks only those around the viewport are painted: nobody outside can count them. Marking 10,000 takes a second or two. */
const MARKING_MS = 6000;

/** The longest task while the numbers that are there get marked. */
async function longest(where, path, begin, isOurs) {
  const tab = await open(where, path);
  // Ours is loaded at the first number; a peer is loaded by the page.
  if (isOurs) await anyMark(tab);
  await pause(300);
  await tab.evaluate((rows) => window.fill(rows, true), NUMBERS);
  await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await tab.evaluate((code) => { window.beat(); setTimeout(code); }, begin);
  await until(() => tab.evaluate((quiet) => performance.now() - window.longAt > quiet, QUIET_MS));
  const time = await tab.evaluate(() => window.longest);
  await tab.close();
  return time;
}

async function changes(where, marked) {
  const tab = await open(where, "/numbers");
  await tab.evaluate((rows) => window.fill(rows, true), NUMBERS);
  if (marked) await anyMark(tab);
  await pause(MARKING_MS);
  const time = await tab.evaluate((count) => window.change(count), CHANGES);
  await tab.close();
  return time;
}

/** The browser's processes that run, as their numbers. */
function processesOf(browserPid) {
  const children = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const parent = Number(statOf(pid)[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(pid)]);
  }
  const all = [browserPid];
  for (const pid of all) all.push(...(children.get(pid) ?? []));
  return all;
}

/** A process's fields from its state on, which is the first: proc(5). */
function statOf(pid) {
  const stat = contents(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** What the page's process alone takes and its share of what it has in common with others, in MB. The page's is the largest of its kind. */
function processMemory(browserPid) {
  const renderers = processesOf(browserPid).filter((pid) => contents(`/proc/${pid}/cmdline`).includes("--type=renderer"));
  return Math.max(...renderers.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(contents(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024));
}

/** What all the browser's processes have used of the processor, in ms; in steps of ten. */
const processorTime = (browserPid) => processesOf(browserPid).reduce((sum, pid) => sum + 10 * (Number(statOf(pid)[11] ?? 0) + Number(statOf(pid)[12] ?? 0)), 0);

/** Empty for a process that has ended. */
function contents(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Work and memory of a page without numbers, until it is at rest. Firefox tells of neither: there it is the time of all its processes. */
async function plain(where, kind) {
  const tab = await where.newPage();
  const session = kind === "firefox" ? null : await tab.createCDPSession();
  // Before the page is opened: work is counted from here on.
  await session?.send("Performance.enable");
  await pause(500);
  const { pid } = where.process();
  const before = processorTime(pid);
  await tab.goto(`${origin}/plain`);
  await tab.bringToFront();
  await pause(1500);
  if (session === null) {
    const time = processorTime(pid) - before;
    await tab.close();
    return { time, script: 0, all: 0 };
  }
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name) => metrics.find((each) => each.name === name).value;
  const all = processMemory(pid);
  await tab.close();
  return { time: of("TaskDuration") * 1000, script: of("JSHeapUsedSize") / 1e6, all };
}

/** One after the other, some rounds of it. */
async function inTurn(works, rounds = ROUNDS) {
  const times = works.map(() => []);
  for (let round = 0; round < rounds; round++) for (const [index, work] of works.entries()) times[index].push(await work());
  return times;
}

const least = (values) => Math.min(...values);
function show(kind, what, ours, floor, aim, unit = "ms") {
  const ratio = ours / floor;
  console.log(`${ratio <= aim ? "✓" : "✗"} ${`${kind}: ${what}`.padEnd(62)} ${ours.toFixed(1).padStart(7)} ${unit}  without ${floor.toFixed(1).padStart(7)} ${unit}  ${ratio.toFixed(2)} x (aim ≤ ${aim} x)`);
}

async function bench(kind) {
  const bare = await browser(kind, emptyExtension(kind));
  const ours = await browser(kind, join(ROOT, "extension", "dist", `${kind}-granted`));
  const scripted = kind === "firefox" ? null : await browser(kind, emptyExtension(kind, true));
  try {
    await closeWelcome(ours);
    const [own, none] = await inTurn([() => longest(ours, "/numbers", "", true), () => longest(bare, "/numbers", "", false)]);
    const c2d = await longest(bare, "/rc", "new (RingCentralC2D.RingCentralC2D ?? RingCentralC2D)()", false);
    const lib = await longest(bare, "/lib", "peer()", false);
    const task = least(own);
    console.log(`${task <= 50 ? "✓" : "✗"} ${`${kind}: ${NUMBERS} numbers in a live page, longest task`.padEnd(62)} ${task.toFixed(1).padStart(7)} ms  without ${least(none).toFixed(1).padStart(7)} ms  (aim ≤ 50 ms)  ringcentral-c2d ${(c2d / task).toFixed(0)} x, libphonenumber-js ${(lib / task).toFixed(0)} x`);
    const [marked, unmarked] = await inTurn([() => changes(ours, true), () => changes(bare, false)]);
    show(kind, `${CHANGES} later changes of a page with ${NUMBERS} marks`, least(marked), least(unmarked), 1.2);
    const works = [ours, bare, scripted].filter((each) => each !== null).map((each) => () => plain(each, kind));
    const [withUs, without, withEmpty] = await inTurn(works, PLAIN_ROUNDS);
    const of = (values, name) => least(values.map((each) => each[name]));
    show(kind, `${NODES} nodes without a number, work of the ${kind === "firefox" ? "browser" : "page"}`, of(withUs, "time"), of(without, "time"), 1.05);
    if (kind === "firefox") return;
    show(kind, "the same, memory of the page's process", of(withUs, "all"), of(without, "all"), 1.05, "MB");
    show(kind, "the same, of the script heap", of(withUs, "script"), of(without, "script"), 1.05, "MB");
    show(kind, "the same, against an empty script of an extension", of(withUs, "script"), of(withEmpty, "script"), 1.05, "MB");
  } finally {
    await ours.close();
    await bare.close();
    await scripted?.close();
  }
}

try {
  for (const kind of process.argv[2] ? [process.argv[2]] : ["chromium", "firefox"]) await bench(kind);
} finally {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
