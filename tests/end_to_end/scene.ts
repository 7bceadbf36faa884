/** A desk with a browser, a simulated PBX and a site, as most of these tests want it; and what a person does there. */
import type { Page } from "puppeteer-core";
import { pause } from "./pause.ts";
import { findShown, readShown } from "../browser/closed-root.mjs";
import { Desk, Simulator, Site, until } from "../browser/desk.mjs";

export const BROWSERS = ["chromium", "firefox"] as const;
export type BrowserKind = (typeof BROWSERS)[number];
export const LAYOUTS = ["v9-iis", "v9-abyss", "v10"] as const;

/** An HTML page in British English with `body`, which ends in whatever scripts it needs. */
export const html = (body: string): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Page</title></head><body>${body}</body></html>`;

export interface SceneWish {
  readonly kind: BrowserKind;
  readonly pages?: Readonly<Record<string, string>>;
  readonly pbx?: string;
  /** Further options of `callwith simulate`. */
  readonly simulate?: readonly string[];
  readonly pin?: string;
  readonly installed?: boolean;
  readonly configured?: boolean;
  readonly headless?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

export class Scene {
  private constructor(
    readonly desk: Desk,
    public simulator: Simulator,
    readonly site: Site,
    readonly pages: Record<string, string>,
  ) {}

  static async open(wish: SceneWish): Promise<Scene> {
    const { kind, pages = {}, pbx = "v10", simulate = [], pin = "1234", installed = true, configured = true } = wish;
    const own = { ...pages };
    const [simulator, site] = await Promise.all([Simulator.start(pbx, [...simulate]), Site.serve(own)]);
    const scene = new Scene(new Desk(kind, { ...wish.environment }), simulator, site, own);
    try {
      if (configured) await scene.desk.setUp({ kind: pbx, port: simulator.port, pin });
      if (installed) await scene.desk.install();
      await scene.desk.open({ headless: wish.headless ?? true });
    } catch (error) {
      await scene.close();
      throw error;
    }
    return scene;
  }

  get browser() {
    if (this.desk.browser === undefined) throw new Error("the browser is not open");
    return this.desk.browser;
  }

  /** A tab with a page of this scene. */
  async visit(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(this.site.origin + path);
    await page.bringToFront();
    return page;
  }

  /** A tab with `body`. */
  async show(body: string): Promise<Page> {
    const path = `/page-${String(Object.keys(this.pages).length)}`;
    this.pages[path] = html(body);
    return this.visit(path);
  }

  /** A PBX that was down is back, at the same address. */
  async restartSimulator(): Promise<void> {
    this.simulator = await Simulator.start("v10", [], this.simulator.port);
  }

  called(): Promise<string[]> {
    return this.simulator.called();
  }

  async close(): Promise<void> {
    await this.desk.close();
    await Promise.all([this.simulator.stop(), this.site.close()]);
  }
}

/** Waits until at least this many numbers are marked on the page. */
export function marked(page: Page, count = 1): Promise<unknown> {
  return until(
    () => page.evaluate((wanted) => (CSS.highlights.get("callwith-number")?.size ?? 0) >= wanted, count),
    10_000,
    `${String(count)} marked number(s)`,
  );
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The middle of the first place where the page shows `text`, scrolled into view. */
export function placeOf(page: Page, text: string): Promise<Place> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const start = (node as Text).data.indexOf(wanted);
      if (start < 0 || ["SCRIPT", "STYLE"].includes(node.parentElement?.tagName ?? "")) continue;
      node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`the page does not show ${wanted}`);
  }, text);
}

/** A hand needs a moment from seeing the button to pressing it, and the button takes no click before. */
const HAND_MS = 250;

/** Points at a number, as a hand does, and waits for the dial button. */
export async function pointAt(page: Page, text: string): Promise<Place & { readonly label: string }> {
  const { x, y } = await placeOf(page, text);
  await page.mouse.move(x - 3, y, { steps: 2 });
  await page.mouse.move(x, y, { steps: 3 });
  const button = await until(() => findShown(page, "button"), 8000, `the dial button at ${text}`);
  await pause(HAND_MS);
  return button;
}

/** Points at a number and clicks the button that appears. */
export async function callByButton(page: Page, text: string): Promise<void> {
  const button = await pointAt(page, text);
  await page.mouse.move(button.x, button.y, { steps: 3 });
  await page.mouse.click(button.x, button.y);
}

/** Waits until what the extension shows on the page has `words` in it; resolves to all of it. */
export function shows(page: Page, words: RegExp, limitMs = 15_000): Promise<string> {
  let last = "";
  return until(
    async () => {
      last = await readShown(page);
      return words.test(last) ? last : "";
    },
    limitMs,
    () => `${String(words)}; shown is: ${last}`,
  );
}

/** Waits until the simulator was made to call this many numbers; resolves to them. */
export async function calls(scene: Scene, count = 1, limitMs = 15_000): Promise<string[]> {
  return until(
    async (): Promise<string[] | undefined> => {
      const called = await scene.called();
      return called.length >= count ? called : undefined;
    },
    limitMs,
    `${String(count)} call(s)`,
  );
}
