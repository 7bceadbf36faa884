/**
 * A browser that an organisation has set something for, by the files browsers read on Linux, and nobody else's browser is:
 * Firefox's lies in the home folder of the test; Chromium knows only /etc, so it gets an /etc/chromium of its own in a mount
 * namespace. Where the machine allows none, the real file is there for as long as the browser is open, for our extension only.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findBrowser } from "./find.mjs";
import { CHROMIUM_ID } from "./launch.mjs";

const GECKO_ID = "call-with-3cx@callwith.org";
/** Debian's Chromium, Google's Chrome. */
const CHROMIUM_FOLDER = /chrome/u.test(findBrowser("chromium")) ? "/etc/opt/chrome" : "/etc/chromium";
const FILE = join("policies", "managed", "callwith-test.json");

const namespace = process.getuid?.() === 0 ? ["--mount"] : ["--mount", "--map-root-user"];

function hasNamespaces() {
  try {
    execFileSync("unshare", [...namespace, "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function write(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
}

/**
 * @param {"chromium" | "firefox"} kind @param {string} home HOME of the browser, and a folder for what is needed here
 * @param {object} policy what `storage.managed` is to hold
 * @returns {{ program?: string, withdraw: () => void }} `program` starts the browser
 */
export function setPolicy(kind, home, policy) {
  if (kind === "firefox") {
    const manifest = { name: GECKO_ID, description: "Set by a test", type: "storage", data: policy };
    write(join(home, ".mozilla", "managed-storage", `${GECKO_ID}.json`), manifest);
    return { withdraw: () => undefined };
  }
  const value = { "3rdparty": { extensions: { [CHROMIUM_ID]: policy } } };
  if (!hasNamespaces() || !existsSync(CHROMIUM_FOLDER)) {
    const file = join(CHROMIUM_FOLDER, FILE);
    write(file, value);
    return { withdraw: () => rmSync(file) };
  }
  const own = join(home, "etc");
  cpSync(CHROMIUM_FOLDER, own, { recursive: true });
  write(join(own, FILE), value);
  const program = join(home, "chromium");
  const start = `mount --bind '${own}' '${CHROMIUM_FOLDER}' && exec '${findBrowser("chromium")}' "$@"`;
  writeFileSync(program, `#!/bin/sh\nexec unshare ${namespace.join(" ")} sh -c '${start.replaceAll("'", `'\\''`)}' sh "$@"\n`);
  chmodSync(program, 0o755);
  return { program, withdraw: () => undefined };
}
