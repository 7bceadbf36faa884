/** What a person's hand does in a page test. */
import type { Page } from "puppeteer-core";
import { findShown, readShown } from "../../browser/closed-root.mjs";
import { until } from "./stage.ts";

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The middle of a text in the page, wherever it is split; looks into open shadow roots. */
export async function placeOf(page: Page, text: string): Promise<Place> {
  const place = await page.evaluate((wanted) => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) for (const each of root.querySelectorAll("*")) if (each.shadowRoot) roots.push(each.shadowRoot);
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node as Text).data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const [box] = range.getClientRects();
        if (box && box.width > 0) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
    }
    return null;
  }, text);
  if (place === null) throw new Error(`not on the page: ${text}`);
  return place;
}

/** Rests the pointer on a text until our button shows this label. */
export async function hover(page: Page, text: string, label = text): Promise<Place & { label: string }> {
  const { x, y } = await placeOf(page, text);
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
  return until(`a button for ${label}`, async () => (await findShown(page, "button.dial", label)) as (Place & { label: string }) | undefined);
}

/** Hovers and presses our button, as a person does: with a moment between. */
export async function call(page: Page, text: string, label = text): Promise<void> {
  const { x, y } = await hover(page, text, label);
  await page.mouse.move(x, y, { steps: 3 });
  await pause(150);
  await page.mouse.click(x, y);
}

export const shown = (page: Page): Promise<string> => readShown(page);
export const find = (page: Page, selector: string, words = ""): Promise<(Place & { label: string }) | undefined> =>
  findShown(page, selector, words);
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
