/**
 * Real React, Vue, Angular, Svelte and Lit pages whose app goes on changing what was marked: no error, no stale mark, no wrong
 * number, and what the person typed is what is saved.
 */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "./frameworks/build.mjs";
import { reactHtml, vueHtml } from "./frameworks/rendered.mjs";
import { call, pause } from "./support/hand.ts";
import { KINDS, marked, openStage, until, type Stage } from "./support/stage.ts";

interface Contact {
  readonly id: number;
  readonly name: string;
  readonly phone: string;
}
const contact = (id: number, ending: string): Contact => ({ id, name: ["Ada", "Ben", "Cleo", "Dora", "Emil", "Gus"][id]!, phone: ending === "" ? "" : `020 7946 ${ending}` });
const FIRST = [contact(1, "0301"), contact(2, "0302"), contact(3, "0303")];

async function pageOf(name: "react" | "vue" | "angular" | "svelte" | "lit", inside = ""): Promise<string> {
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${name}</title><body><div id="root">${inside}</div>
    <script>window.first = ${JSON.stringify(FIRST)}; window.errors = [];
      addEventListener("error", (e) => errors.push(e.message)); addEventListener("unhandledrejection", (e) => errors.push(String(e.reason)));
      for (const level of ["error"]) { const say = console[level]; console[level] = (...words) => { errors.push(words.map(String).join(" ")); say(...words); }; }
    </script><script type="module">${await bundle(name)}</script>`;
}

const show = (page: Page, contacts: readonly Contact[]): Promise<void> =>
  page.evaluate((next) => (Reflect.get(window, "app") as { set: (contacts: unknown) => void }).set(next), contacts);
const errors = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, "errors") as string[]);

/** Marks and text agree with what the app means to show. */
async function settles(page: Page, contacts: readonly Contact[]): Promise<void> {
  const wanted = contacts.map(({ phone }) => phone).filter((phone) => phone !== "").toSorted();
  await until(`marks ${wanted.join(", ")}`, async () => JSON.stringify((await marked(page)).toSorted()) === JSON.stringify(wanted));
  await pause(100);
  expect((await marked(page)).toSorted()).toEqual(wanted);
  const text = await page.evaluate(() => {
    const root = document.getElementById("root")!;
    const list = (root.firstElementChild?.shadowRoot ?? root).querySelectorAll("li");
    return [...list].map((row) => row.textContent.replace(/\s+/gu, " ").trim());
  });
  expect(text).toEqual(contacts.map(({ name, phone }) => `${name}: ${phone === "" ? "no number" : phone}`));
  expect(await errors(page)).toEqual([]);
}

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  async function livesOn(page: Page): Promise<void> {
    await settles(page, FIRST);
    const rounds: (readonly Contact[])[] = [
      [contact(1, "0311"), FIRST[1]!, FIRST[2]!], // the next contact's number in the same place
      [FIRST[2]!, FIRST[0]!, FIRST[1]!], // reordered
      [FIRST[2]!, contact(1, ""), FIRST[1]!], // a number removed
      [], // all at once
      [contact(4, "0304"), contact(5, "0305"), contact(1, "0301")],
      [contact(5, "0315"), contact(4, "0314")], // reordered, changed and removed at once
    ];
    for (const contacts of rounds) {
      await show(page, contacts);
      await settles(page, contacts);
    }
    // Many changes within a frame, the last of which counts.
    for (let n = 0; n < 20; n++) await show(page, [contact(1, String(1000 + n)), contact(2, String(2000 + n))]);
    const last = [contact(1, "1019"), contact(2, "2019")];
    await settles(page, last);
    const before = stage.dials().length;
    await call(page, "7946 2019", "020 7946 2019");
    await until("the dial", () => stage.dials().length === before + 1);
    expect(stage.dials().at(-1)?.written).toBe("020 7946 2019");

    const field = await page.evaluateHandle(() => {
      const root = document.getElementById("root")!;
      return (root.firstElementChild?.shadowRoot ?? root).querySelector("input")!;
    });
    await field.asElement()!.type("Call +44 20 7946 0333 now");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => Reflect.get(window, "saved") as string)).toBe("Call +44 20 7946 0333 now");
    expect(await errors(page)).toEqual([]);
  }

  test.each(["react", "vue", "angular", "svelte", "lit"] as const)("%s: rewrites, removes and reorders marked numbers", async (name) => {
    const page = await stage.open(await pageOf(name));
    await livesOn(page);
    await page.close();
  });

  test("react: hydrates a page whose numbers are marked already", async () => {
    const page = await stage.open(await pageOf("react", reactHtml(FIRST)));
    await until("marks", async () => (await marked(page)).length === 3);
    await page.evaluate(() => (Reflect.get(window, "hydrate") as () => void)());
    await until("hydration", () => page.evaluate(() => Reflect.has(window, "app")));
    await livesOn(page);
    await page.close();
  });

  test("vue: hydrates a page whose numbers are marked already", async () => {
    const page = await stage.open(await pageOf("vue", await vueHtml(FIRST)));
    await until("marks", async () => (await marked(page)).length === 3);
    await page.evaluate(() => (Reflect.get(window, "hydrate") as () => void)());
    await until("hydration", () => page.evaluate(() => Reflect.has(window, "app")));
    await livesOn(page);
    await page.close();
  });
});
