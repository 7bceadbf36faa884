/**
 * Gives one browser an administrator's policy files without touching the machine's: in a mount namespace of its own, where its policy
 * folder is another one.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findBrowser } from "./find.mjs";

const FIREFOX = "/etc/firefox";
/** Google's Chrome reads a folder of its own. */
const CHROMIUM = { chromium: "/etc/chromium", chrome: "/etc/opt/chrome" };
/** Somebody who is not root gets a user namespace too, in which mounting is allowed. */
const UNSHARE = process.getuid?.() === 0 ? ["unshare", "--mount"] : ["unshare", "--user", "--map-root-user", "--mount"];

/** Whether this machine lets us have a mount namespace. */
export function hasNamespaces() {
  try {
    execFileSync(UNSHARE[0] ?? "", [...UNSHARE.slice(1), "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The folder of the machine's policies. @param {"chromium" | "firefox"} kind */
export function policyFolder(kind) {
  const program = findBrowser(kind);
  if (kind === "chromium") return program.includes("chrome") ? CHROMIUM.chrome : CHROMIUM.chromium;
  if (existsSync(FIREFOX)) return FIREFOX;
  const folder = join(dirname(realpathSync(program)), "distribution");
  // Debian's is a link; a copy of the link would be the machine's folder again.
  return existsSync(folder) ? realpathSync(folder) : folder;
}

/**
 * @param {"chromium" | "firefox"} kind
 * @param {string} folder an empty one
 * @param {Record<string, string>} files name → content; Firefox reads `policies.json` alone
 * @returns {string} a program that starts the browser with these policies
 */
export function browserWithPolicies(kind, folder, files) {
  const program = findBrowser(kind);
  const own = policyFolder(kind);
  const below = kind === "chromium" ? join("policies", "managed") : own === FIREFOX ? "policies" : "";
  if (!existsSync(own)) throw new Error(`${kind} has no folder ${own} over which another can be laid`);
  const policies = join(folder, "policies-of-the-machine");
  cpSync(own, policies, { recursive: true });
  mkdirSync(join(policies, below), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(policies, below, name), content);
  const start = join(folder, kind);
  const quoted = [policies, own, program].map((each) => `'${each}'`);
  writeFileSync(start, `#!/bin/sh\nexec ${UNSHARE.join(" ")} sh -c 'mount --bind "$1" "$2" && start=$3 && shift 3 && exec "$start" "$@"' sh ${quoted.join(" ")} "$@"\n`, { mode: 0o755 });
  return start;
}
