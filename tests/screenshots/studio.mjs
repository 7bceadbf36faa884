/** Where pictures are taken: a browser in one language with the companion's desk behind it, and a CRM to look at. */
import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { Desk, ROOT, Simulator, Site, until } from "../browser/desk.mjs";
import { extensionPage } from "../browser/launch.mjs";
import { closePopup, comeToRest, openPopup } from "../browser/popup.mjs";

/** Large enough for the browser to give a popup all the height it may have. */
const SCREEN = "--screen-info={1600x1200}";
const WIDE = { width: 1100, height: 760 };
const NARROW_POPUP_PX = 320;
const NARROW = { width: 340, height: 640 };
/** What the stores want of a picture. */
const STORE = { width: 1280, height: 800 };
/** Of the simulated API client. */
const SECRET = "admin";
/** The phone is picked up at once; the other side lets it ring, then talks until somebody here hangs up. */
const PEOPLE = ["--answer-after", "0.2", "--destination-answers-after", "1.5", "--talk-for", "-1"];
const SHOWN_MS = 10_000;

export class Studio {
  /** @param {string} language */
  static async open(language) {
    const simulator = await Simulator.start("v20", PEOPLE);
    const site = await Site.serve({ "/": join(ROOT, "tests", "pages", "crm") });
    const desk = new Desk("chromium", { LANGUAGE: language });
    const studio = new Studio(desk, simulator, site, language);
    await desk.open({ args: [`--lang=${language}`, SCREEN, ...(language === "ar" ? ["--force-ui-direction=rtl"] : [])] });
    studio.page = (await studio.browser.pages())[0];
    return studio;
  }

  /** @param {Desk} desk @param {Simulator} simulator @param {Site} site @param {string} language */
  constructor(desk, simulator, site, language) {
    Object.assign(this, { desk, simulator, site, language });
    /** The tab in which scenes are shown. @type {import("puppeteer-core").Page} */
    this.page = undefined;
  }

  get browser() {
    return this.desk.browser;
  }

  /** How far the companion is: nothing there, installed and not set up, or ready. @param {"missing" | "unconfigured" | "ready"} stage */
  async reach(stage) {
    if (stage === "missing") return;
    await this.desk.install();
    if (stage === "ready") await this.desk.setUp({ kind: "v20", port: this.simulator.port, pin: SECRET });
  }

  /** @param {import("./scenes.mjs").Scene} scene @param {string} variant @param {string} file */
  async take(scene, variant, file) {
    this.narrow = variant === "narrow";
    this.scheme = variant === "dark" ? "dark" : "light";
    await this.dress(this.page);
    const forStore = variant === "store";
    await this.page.setViewport(forStore ? STORE : (scene.size?.(this.narrow) ?? (this.narrow ? NARROW : WIDE)));
    try {
      const page = await scene.show(this);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await page.screenshot({ path: file, fullPage: scene.whole === true && !forStore });
    } finally {
      await closePopup(this.browser);
      await scene.leave?.(this);
    }
  }

  /** @param {import("puppeteer-core").Page} page */
  dress(page) {
    return page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: this.scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
  }

  /** The sample CRM, its numbers marked. */
  async crm() {
    await this.page.bringToFront();
    await this.page.goto(this.site.origin);
    // A popup that was closed leaves the window without the focus.
    await this.page.mouse.click(5, 5);
    await until(() => this.page.evaluate(() => (CSS.highlights.get("callwith-number")?.size ?? 0) > 0), SHOWN_MS, "numbers to be marked");
    return this.page;
  }

  /** A page of the extension in a tab, once it shows `selector`. @param {string} path @param {string} [selector] */
  async own(path, selector = "main *") {
    await this.page.bringToFront();
    await this.page.goto(extensionPage("chromium", path));
    await this.page.waitForSelector(selector, { timeout: SHOWN_MS });
    return this.page;
  }

  /** The real popup, over the page that is shown, once it shows `selector`. @param {string} selector */
  async popup(selector) {
    const page = await openPopup(this.browser);
    await this.dress(page);
    // The browser makes a popup as wide as its content wants to be.
    if (this.narrow) await page.evaluate((width) => (document.documentElement.style.inlineSize = `${width}px`), NARROW_POPUP_PX);
    await page.waitForSelector(selector, { timeout: SHOWN_MS });
    await comeToRest(page);
    return page;
  }

  /** Everybody hangs up. */
  async hangUpAll() {
    const { calls } = await this.simulator.state();
    const running = calls.filter(({ state }) => state !== "ended");
    await Promise.all(running.map(({ id }) => fetch(`${this.simulator.origin}/_simulator/calls/${id}/hangup`, { method: "POST" })));
  }

  async close() {
    await this.desk.close();
    await Promise.all([this.simulator.stop(), this.site.close()]);
  }
}
