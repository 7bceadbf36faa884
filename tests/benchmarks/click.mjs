/** Click → request at the PBX, ours beside the floor: the same browser, page, receiver and gesture. */
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Desk, ROOT } from "../browser/desk.mjs";
import { median, Receiver } from "./receiver.mjs";

const FLOOR = join(ROOT, "tests", "benchmarks", "floor");
/** Enough for a steady median; more than the companion lets a person dial in a minute, so its limit is lifted for the bench. */
const WARM_RUNS = 15;
/** A cold run starts a browser: seconds each. */
const COLD_RUNS = 5;
/** For pages, workers and hosts that were just started to come to rest. */
const REST_MS = 400;

/** The least a hand takes between reaching a number and pressing on it. */
const HOVER_MS = 150;

/** A number for each run: the same one again at once would be taken for a double click. */
const numbers = Array.from({ length: WARM_RUNS + 1 }, (_, run) => String(900 + run).padStart(4, "0"));

const page = (port, warm) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>bench</title>
<body data-port="${port}" data-warm="${warm ? "yes" : "no"}">${numbers.map((number) => `<p><a href="tel:+44207946${number}">020 7946 ${number}</a></p>`).join("")}
<script>addEventListener("click", (event) => { window.clicked = performance.timeOrigin + event.timeStamp; }, true)</script>`;

/** An unpacked extension without a key has an id made from its folder's path. */
const pathId = (folder) => [...createHash("sha256").update(folder).digest("hex").slice(0, 32)].map((digit) => "abcdefghijklmnop"[parseInt(digit, 16)]).join("");

/** Registers the bare host; `heavy` makes it import aiohttp first, which ours needs for its request. */
function installFloor(desk, heavy) {
  const program = join(desk.folder, heavy ? "floor-aiohttp" : "floor");
  writeFileSync(program, `#!${join(ROOT, ".venv", "bin", "python")}\n${readFileSync(join(FLOOR, "host.py"), "utf8")}`);
  chmodSync(program, 0o755);
  const manifest = { name: "org.callwith.floor", description: "floor", path: program, type: "stdio" };
  const folder = desk.kind === "chromium" ? join(desk.profile, "NativeMessagingHosts") : join(desk.folder, ".mozilla", "native-messaging-hosts");
  mkdirSync(folder, { recursive: true });
  const callers = desk.kind === "chromium" ? { allowed_origins: [`chrome-extension://${pathId(FLOOR)}/`] } : { allowed_extensions: ["floor@callwith.org"] };
  writeFileSync(join(folder, "org.callwith.floor.json"), JSON.stringify({ ...manifest, ...callers }));
}

async function open(desk, receiver, warm, extension) {
  const browser = await desk.open({ ...(extension ? { extension } : {}), preferences: { "privacy.reduceTimerPrecision": false } });
  const tab = (await browser.pages())[0] ?? (await browser.newPage());
  receiver.page = page(receiver.port, warm);
  await tab.goto(`${receiver.origin}/page`);
  await tab.bringToFront();
  await pause(REST_MS);
  const places = [];
  for (const link of await tab.$$("a")) {
    const box = await link.boundingBox();
    places.push({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }
  return { tab, places };
}

async function clickOnce({ tab, places }, receiver, run, hovers) {
  const { x, y } = places[run];
  if (hovers) {
    // A hand is on the number before it presses; what hovering costs is nobody's wait.
    await tab.mouse.move(x, y);
    await pause(HOVER_MS);
  }
  const arrival = receiver.next();
  await tab.mouse.click(x, y);
  const at = await arrival;
  return at - (await tab.evaluate(() => window.clicked));
}

async function prepared(kind, receiver, ours, heavy) {
  const desk = new Desk(kind);
  if (ours) {
    await desk.setUp({ kind: "v10", port: receiver.port, pin: "1234" });
    writeFileSync(join(desk.home, "settings.toml"), `${readFileSync(join(desk.home, "settings.toml"), "utf8")}\n[limits]\ncalls_per_minute = 1000\n`);
    await desk.install();
  } else {
    installFloor(desk, heavy);
  }
  return desk;
}

async function warm(kind, ours) {
  const receiver = await Receiver.start();
  const desk = await prepared(kind, receiver, ours, false);
  try {
    const view = await open(desk, receiver, true, ours ? undefined : FLOOR);
    await view.tab.mouse.move(view.places[0].x, view.places[0].y);
    await pause(3 * REST_MS);
    await clickOnce(view, receiver, 0, true); // the first call opens the journal and the like; "warm" is every later one
    const times = [];
    for (let run = 1; run <= WARM_RUNS; run++) {
      await pause(REST_MS);
      times.push(await clickOnce(view, receiver, run, true));
    }
    return median(times);
  } finally {
    await desk.close();
    await receiver.stop();
  }
}

async function cold(kind, ours) {
  const times = [];
  for (let run = 0; run < COLD_RUNS; run++) {
    const receiver = await Receiver.start();
    const desk = await prepared(kind, receiver, ours, true);
    try {
      const view = await open(desk, receiver, false, ours ? undefined : FLOOR);
      times.push(await clickOnce(view, receiver, 0, false)); // the pointer arrives with the click: no sign of intent before it
    } finally {
      await desk.close();
      await receiver.stop();
    }
  }
  return median(times);
}

/** One line of JSON for each browser: medians in ms. */
for (const kind of /** @type {const} */ (["chromium", "firefox"])) {
  const floor = { warm: await warm(kind, false), cold: await cold(kind, false) };
  const ours = { warm: await warm(kind, true), cold: await cold(kind, true) };
  console.log(JSON.stringify({ kind, floor, ours }));
}
