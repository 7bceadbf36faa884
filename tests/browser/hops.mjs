/**
 * The way of one call, measured: every hop's own clock reading, in milliseconds since 1970, put into one order. What a
 * part of the program does not tell is missing from the list; nothing is filled in.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { backgroundOf } from "./launch.mjs";

/** Notes when the page's own window saw the trusted click. Installed before any script of the page. */
export async function watchPage(page) {
  await page.evaluateOnNewDocument(() => {
    window.hops = {};
    addEventListener("click", (event) => event.isTrusted && (window.hops.click = performance.timeOrigin + event.timeStamp), true);
  });
}

/** Notes in the extension's service worker what comes in and goes out, by listening beside it. */
export async function watchBackground(browser) {
  const worker = await backgroundOf(browser);
  await worker.evaluate(() => {
    const times = (self.hops = {});
    const now = () => performance.timeOrigin + performance.now();
    chrome.runtime.onMessage.addListener((message) => {
      if (message?.kind === "dial") times.background = now();
    });
    // What comes back from the companion goes on to the page at once. The port itself may have been open for long.
    const send = chrome.tabs.sendMessage.bind(chrome.tabs);
    chrome.tabs.sendMessage = (tab, message, ...rest) => {
      if (message?.kind === "call") times[message.call.state] ??= now();
      return send(tab, message, ...rest);
    };
  });
  return { times: () => worker.evaluate(() => self.hops) };
}

/** The companion's log, whose lines begin with `2026-01-31 12:00:00,123`, local time. */
function readLog(home) {
  try {
    return readFileSync(join(home, "logs", "callwith.log"), "utf8").split("\n");
  } catch {
    return [];
  }
}

/** @returns {{name: string, at: number}[]} in order of time */
export function readHops({ page, background, simulator, home }) {
  const requests = simulator.log.filter(({ target }) => target.includes("func=make_call"));
  const call = simulator.calls[0];
  const hops = {
    "page: trusted click": page.click,
    "background: gesture received": background.background,
    ...hostHops(readLog(home)),
    "background: page told that it is being asked": background.asked,
    "PBX: first request": requests[0]?.wall_ms,
    "PBX: request again, in the session it was redirected to": requests[1]?.wall_ms,
    "phone: rings": call?.wall_ms,
    "background: page told to pick up the phone": background.accepted,
  };
  return Object.entries(hops)
    .filter(([, at]) => Number.isFinite(at))
    .map(([name, at]) => ({ name, at }))
    .sort((a, b) => a.at - b.at);
}

function hostHops(lines) {
  const at = (/** @type {RegExp} */ pattern) => {
    const line = lines.findLast((each) => pattern.test(each));
    return line === undefined ? undefined : Date.parse(line.slice(0, 23).replace(" ", "T").replace(",", "."));
  };
  return { "companion: asked, and on disk in the journal": at(/: call \S+: asked,/), "companion: accepted, and on disk": at(/: call \S+: accepted/) };
}

export function showHops(hops) {
  const width = Math.max(...hops.map(({ name }) => name.length));
  console.log(`  ${"".padEnd(width)}   since click   step`);
  hops.forEach(({ name, at }, index) => {
    const since = (at - hops[0].at).toFixed(1);
    const own = index === 0 ? "" : (at - hops[index - 1].at).toFixed(1);
    console.log(`  ${name.padEnd(width)}   ${since.padStart(8)} ms ${own.padStart(9)}`);
  });
  console.log("");
}
