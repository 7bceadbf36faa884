/**
 * A stage for page tests: a real browser with the page's part of the extension, a server for pages, and a background that
 * records what the page's part says instead of calling. What the tests count is what would have been dialled.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { inject } from "vitest";
import type { DialGesture, FromPage, ListedNumber, ToPage } from "../../../extension/shared/page-messages.ts";
import { ENGINE, MORE } from "../../../extension/shared/page-scripts.ts";
import type { SliceReport } from "../../../extension/page/slices.ts";
import { launch } from "../../browser/launch.mjs";

export type Kind = "chromium" | "firefox";
export const KINDS: readonly Kind[] = process.env["CALLWITH_TEST_BROWSER"] === "chromium" ? ["chromium"] : process.env["CALLWITH_TEST_BROWSER"] === "firefox" ? ["firefox"] : ["chromium", "firefox"];

const EXTENSION = fileURLToPath(new URL("../../../extension/", import.meta.url));

/** For a browser to start an extension, in ms. */
const READY_MS = 20_000;

/** As the system of a person is set who wants no motion, and colours of their own. */
const EASED = {
  chromium: { args: ["--force-prefers-reduced-motion", "--force-high-contrast"] },
  firefox: { preferences: { "ui.prefersReducedMotion": 1, "browser.display.document_color_use": 2 } },
};

/** Stands in for the background: loads the engine where asked, passes everything on to the test, and says what the test wants said. */
const RECORDER = (port: number): string => `
const tell = (path, body) => fetch("http://127.0.0.1:${String(port)}" + path, { method: "POST", body: JSON.stringify(body) });
chrome.runtime.onMessage.addListener((message, sender) => {
  const place = { tabId: sender.tab.id, frameIds: [sender.frameId] };
  if (message.kind === "engine-needed") void chrome.scripting.executeScript({ target: place, files: ${JSON.stringify(ENGINE)} }).catch((e) => tell("/_record", { kind: "error", message: String(e) }));
  if (message.kind === "more-needed") void chrome.scripting.executeScript({ target: place, files: ${JSON.stringify(MORE)} }).catch((e) => tell("/_record", { kind: "error", message: String(e) }));
  void tell("/_record", { ...message, frame: sender.url, tab: sender.tab.id, frameId: sender.frameId });
});
async function listen() {
  for (;;) {
    try {
      const wish = await (await fetch("http://127.0.0.1:${String(port)}/_wish", { method: "POST" })).json();
      if (wish === null) continue;
      let reply = null;
      try {
        if (wish.settings) reply = await chrome.storage.local.set({ settings: wish.settings });
        else if (wish.leave) setTimeout(() => chrome.management.uninstallSelf(), 50);
        else if (wish.slices) [{ result: reply }] = await chrome.scripting.executeScript({ target: { tabId: wish.tab }, func: () => globalThis[Symbol.for("callwith.engine")]?.slices?.() ?? null });
        else if (wish.marked) [{ result: reply }] = await chrome.scripting.executeScript({ target: { tabId: wish.tab }, func: () => globalThis[Symbol.for("callwith.engine")]?.marked?.() ?? 0 });
        else if (wish.inject) reply = await chrome.scripting.executeScript({ target: { tabId: wish.tab, allFrames: true }, files: wish.inject }).then(() => true);
        else reply = await chrome.tabs.sendMessage(wish.tab, wish.message, { frameId: wish.frameId ?? 0 });
      } catch (error) { reply = { error: String(error) }; }
      await tell("/_reply", reply ?? null);
    } catch { await new Promise((resolve) => setTimeout(resolve, 100)); }
  }
}
void listen();
`;

type Recorded = FromPage & { readonly frame: string; readonly tab: number; readonly frameId: number };

export interface Stage {
  readonly kind: Kind;
  readonly browser: Browser;
  readonly origin: string;
  /** The same server under another name: another site. */
  readonly otherOrigin: string;
  readonly messages: Recorded[];
  /** Serves a page at `/name`; returns its address. */
  serve(name: string, html: string, headers?: Record<string, string>): string;
  open(html: string, headers?: Record<string, string>): Promise<Page>;
  dials(): DialGesture[];
  say(message: ToPage, frameId?: number): Promise<unknown>;
  list(): Promise<ListedNumber[]>;
  settings(settings: object): Promise<unknown>;
  inject(files: string[]): Promise<unknown>;
  /** How long the engine's slices took in the page that spoke last; null where there is no engine. */
  slices(): Promise<SliceReport | null>;
  /** Numbers marked there; of very many, the browser paints those around the viewport. */
  marked(): Promise<number>;
  /** The extension leaves the browser, as it does for a moment at each update; its scripts stay in their pages. */
  leave(): Promise<unknown>;
  close(): Promise<void>;
}

async function putTogether(folder: string, kind: Kind, port: number): Promise<void> {
  const { manifest } = (await import(pathToFileURL(join(EXTENSION, "manifest.mjs")).href)) as { manifest: (kind: Kind, options: object) => Record<string, unknown> };
  cpSync(join(inject("pageScripts"), kind), folder, { recursive: true });
  mkdirSync(join(folder, "background"), { recursive: true });
  cpSync(join(EXTENSION, "_locales"), join(folder, "_locales"), { recursive: true });
  writeFileSync(join(folder, "background/main.js"), RECORDER(port));
  // What belongs to the surfaces and the real background stays out.
  const { icons, action, options_ui, commands, omnibox, storage, content_security_policy, ...rest } = manifest(kind, { granted: true });
  if ([icons, action, options_ui, commands, omnibox, storage, content_security_policy].length === 0) throw new Error("never");
  const scripts = [{ matches: ["*://*/*"], js: ["page/gate.js"], all_frames: true, match_origin_as_fallback: true, run_at: "document_idle" }];
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...rest, content_scripts: scripts }));
}

export async function openStage(kind: Kind, options: { headless?: boolean; eased?: boolean } = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), `callwith-pages-${kind}-`));
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();
  const messages: Recorded[] = [];
  const wishes: object[] = [];
  const replies: ((reply: unknown) => void)[] = [];
  let waiting: ((wish: object | null) => void) | null = null;
  let listens = false;

  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      const answer = (value: unknown): void => void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
      if (path === "/_record") {
        messages.push(JSON.parse(body) as Recorded);
        answer(null);
      } else if (path === "/_reply") {
        replies.shift()?.(JSON.parse(body));
        answer(null);
      } else if (path === "/_wish") {
        listens = true;
        const wish = wishes.shift();
        if (wish !== undefined) answer(wish);
        else {
          const timer = setTimeout(() => waiting?.(null), 1000);
          waiting = (next) => {
            clearTimeout(timer);
            waiting = null;
            answer(next);
          };
        }
      } else {
        const page = pages.get(path);
        if (page === undefined) response.writeHead(404).end();
        else response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...page.headers }).end(page.html);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await putTogether(join(folder, "extension"), kind, port);
  const home = join(folder, "home");
  mkdirSync(home, { recursive: true });
  const browser = await launch({
    kind,
    extension: join(folder, "extension"),
    profile: join(folder, "profile"),
    env: { ...process.env, HOME: home },
    headless: options.headless ?? true,
    ...(options.eased === true && EASED[kind]),
  });

  // A page that is opened before the browser has the extension never gets its scripts.
  await until("the extension", () => listens, READY_MS);

  const wish = (what: object): Promise<unknown> =>
    new Promise((resolve) => {
      replies.push(resolve);
      if (waiting !== null) waiting(what);
      else wishes.push(what);
    });
  const tab = (): number => messages.findLast((message) => typeof message.tab === "number")?.tab ?? -1;
  let count = 0;
  const stage: Stage = {
    kind,
    browser,
    origin: `http://127.0.0.1:${String(port)}`,
    otherOrigin: `http://localhost:${String(port)}`,
    messages,
    serve(name, html, headers = {}) {
      pages.set(`/${name}`, { html, headers });
      return `http://127.0.0.1:${String(port)}/${name}`;
    },
    async open(html, headers = {}) {
      const page = await browser.newPage();
      await page.goto(stage.serve(`page-${String(++count)}`, html, headers));
      return page;
    },
    dials: () => messages.filter((message) => message.kind === "dial").map((message) => message.gesture),
    say: (message, frameId = 0) => wish({ tab: tab(), message, frameId }),
    list: async () => (await wish({ tab: tab(), message: { kind: "list-numbers" } })) as ListedNumber[],
    settings: (settings) => wish({ settings }),
    marked: async () => (await wish({ tab: tab(), marked: true })) as number,
    slices: async () => (await wish({ tab: tab(), slices: true })) as SliceReport | null,
    leave: () => wish({ leave: true }),
    inject: (files) => wish({ tab: tab(), inject: files }),
    async close() {
      await browser.close().catch(() => undefined);
      waiting?.(null);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  return stage;
}

/** Waits until `look` answers something true; fails with `what` after the limit. */
export async function until<T>(what: string, look: () => Promise<T> | T, limit = 8000): Promise<NonNullable<T>> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await look();
    if (value !== null && value !== undefined && value !== false && value !== "" && value !== 0) return value;
    if (Date.now() > end) throw new Error(`waited ${String(limit)} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The texts marked in the page, through the registry that is shared with it. */
export function marked(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    for (const range of CSS.highlights.get("callwith-number") ?? []) {
      const live = document.createRange();
      try {
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        texts.push(live.toString());
      } catch {
        texts.push("(gone)");
      }
    }
    return texts;
  });
}

/** Waits until so many numbers are marked, and no more come. */
export const markedSoon = (page: Page, count: number): Promise<string[]> =>
  until(`${String(count)} marks`, async () => {
    if ((await marked(page)).length !== count) return null;
    await new Promise((resolve) => setTimeout(resolve, 60));
    const texts = await marked(page);
    return texts.length === count ? texts : null;
  });

/** What was to be dialled, as it stood on the page, after the first `count` dials. */
export const writtenSince = (stage: Stage, count: number): string[] => stage.dials().slice(count).map(({ written }) => written);
