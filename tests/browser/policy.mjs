/**
 * A browser that an organisation has set something for, by the files browsers read on Linux, and nobody else's browser is:
 * Firefox's lies in the home folder of the test; Chromium knows only /etc, so it gets an /etc/chromium of its own in a mount
 * namespace. Where the machine allows none, the real file is there for as long as the browser is open, for our extension only.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CHROMIUM_ID } from "./launch.mjs";
import { browserWithPolicies, hasNamespaces, policyFolder } from "./policies.mjs";

const GECKO_ID = "call-with-3cx@callwith.org";
const FILE = "callwith-test.json";

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
  if (hasNamespaces() && existsSync(policyFolder("chromium"))) {
    return { program: browserWithPolicies("chromium", home, { [FILE]: JSON.stringify(value) }), withdraw: () => undefined };
  }
  const file = join(policyFolder("chromium"), "policies", "managed", FILE);
  write(file, value);
  return { withdraw: () => rmSync(file) };
}
