import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import { Desk, ROOT, until } from "../browser/desk.mjs";
import { backgroundOf, extensionPage } from "../browser/launch.mjs";
import { browserWithPolicies } from "../browser/policies.mjs";

const SETTINGS = { organisation: "IT, Müller GmbH", locked: ["sites"], region: "DE", sites: { mode: "chosen", chosen: ["crm.example.com"] }, fax: true };
/** Shuts every native host out; ours is let in by the printed policy alone. */
const NO_HOSTS = JSON.stringify({ NativeMessagingBlocklist: ["*"] });

let desk: Desk | undefined;
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

/** A browser that has the policy as `callwith policy` prints it. */
async function withPolicy(kind: "chromium" | "firefox", others: Record<string, string> = {}, printed = true) {
  const made = (desk = new Desk(kind));
  await made.install();
  const settings = join(made.folder, "people.json");
  writeFileSync(settings, JSON.stringify(SETTINGS));
  const content = await made.callwith(["policy", "--browser", kind, "--os", "linux", "--allow-install", "--settings", settings]);
  const name = kind === "chromium" ? "callwith.json" : "policies.json";
  const program = browserWithPolicies(kind, made.folder, { ...others, ...(printed ? { [name]: content } : {}) });
  // Named, so that it is left as it opens, with the welcome page.
  return made.open({ extension: join(ROOT, "extension", "dist", `${kind}-granted`), program });
}

/** What the host says first, or why there is none. */
const askHost = () =>
  new Promise<string>((resolve) => {
    const port = chrome.runtime.connectNative("org.callwith.companion");
    port.onMessage.addListener((message) => { resolve((message as { type: string }).type); });
    port.onDisconnect.addListener(() => { resolve(chrome.runtime.lastError?.message ?? ""); });
  });

test("Chromium gives the extension the settings of the printed policy and lets our host in, where others are shut out", async () => {
  const background = await backgroundOf(await withPolicy("chromium", { "others.json": NO_HOSTS }));
  await until(async () => Object.keys(await background.evaluate(() => chrome.storage.managed.get())).length > 0, 15_000, "the policy to be read");
  expect(await background.evaluate(() => chrome.storage.managed.get())).toEqual(SETTINGS);
  expect(await background.evaluate(askHost)).toBe("greeting");
});

test("without the printed policy that browser shuts our host out and the extension has no settings of an organisation", async () => {
  const background = await backgroundOf(await withPolicy("chromium", { "others.json": NO_HOSTS }, false));
  expect(await background.evaluate(askHost)).toMatch(/disabled by the system administrator/u);
  expect(await background.evaluate(() => chrome.storage.managed.get())).toEqual({});
});

test("Firefox gives the extension the settings of the printed policies.json", async () => {
  const browser = await withPolicy("firefox");
  const isWelcome = async (page: Page) => (await page.evaluate(() => location.href)) === extensionPage("firefox", "welcome/welcome.html");
  // No address of an extension can be gone to from outside; the one page that opens by itself will do.
  const page = await until(async () => {
    for (const each of await browser.pages()) if (await isWelcome(each)) return each;
    return undefined;
  }, 15_000, "the welcome page");
  expect(await page.evaluate(() => chrome.storage.managed.get())).toEqual(SETTINGS);
});
