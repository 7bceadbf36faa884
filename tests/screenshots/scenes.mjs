/** What is pictured. A new scene is an entry here: its name, how far the companion must be, and how it comes to be shown. */
import { findShown, readShown } from "../browser/closed-root.mjs";
import { until } from "../browser/desk.mjs";
import { placeOf } from "./pointing.mjs";

/**
 * @typedef {object} Scene
 * @property {string} name of its files
 * @property {"missing" | "unconfigured" | "ready"} stage how far the companion is
 * @property {(studio: import("./studio.mjs").Studio) => Promise<import("puppeteer-core").Page>} show
 * @property {(studio: import("./studio.mjs").Studio) => Promise<unknown>} [leave] puts things in order for the next
 * @property {(narrow: boolean) => { width: number, height: number }} [size] of the window, where it is not the usual one
 * @property {boolean} [whole] the page in its whole length
 */

/** Scenes are taken in this order: nothing goes back. */
export const STAGES = /** @type {const} */ (["missing", "unconfigured", "ready"]);

const SHOWN_MS = 10_000;
/** A hand needs a moment from seeing a button to pressing it, and buttons take no click before. */
const HAND_MS = 300;
/** A premium number, which is not called before the person has said yes. */
const ASKED_FIRST = "0909 879 0123";
const page = (/** @type {boolean} */ narrow) => (narrow ? { width: 340, height: 640 } : { width: 900, height: 560 });

/** Writes a note into the CRM, as an agent does. */
async function note(studio, text) {
  const crm = await studio.crm();
  await crm.type("#draft", text);
  await crm.$eval("#compose", (form) => form.requestSubmit());
}

/** Points at a number of the CRM. */
async function pointAt(studio, number) {
  const crm = studio.page;
  const { x, y } = await placeOf(crm, number);
  await crm.mouse.move(x - 3, y, { steps: 2 });
  await crm.mouse.move(x, y, { steps: 3 });
  return until(() => findShown(crm, "button"), SHOWN_MS, `the dial button at ${number}`);
}

/** Calls it with the dial button, and waits for `mark`, a selector of the toast in that state. */
async function call(studio, number, mark) {
  if (number === ASKED_FIRST) await note(studio, `Support line: ${number}`);
  else await studio.crm();
  const first = await pointAt(studio, number);
  await new Promise((resolve) => setTimeout(resolve, HAND_MS));
  // It may have moved when the companion's words came.
  const { x, y } = (await findShown(studio.page, "button")) ?? first;
  await studio.page.mouse.move(x, y, { steps: 2 });
  await studio.page.mouse.click(x, y);
  let shown = "";
  const found = async () => {
    shown = await readShown(studio.page);
    return findShown(studio.page, mark);
  };
  await until(found, SHOWN_MS, () => `${mark}; shown is: ${shown}`);
  await studio.page.mouse.move(5, 5);
  return studio.page;
}

/** Types into the popup's field, waits for `shown`, and presses what is named. */
async function typed(studio, text, shown, pressed) {
  await studio.crm();
  const popup = await studio.popup("[data-row]");
  await popup.type("#number", text);
  await popup.waitForSelector(shown, { timeout: SHOWN_MS });
  if (pressed !== undefined) await popup.click(pressed);
  return popup;
}

const hangUp = (studio) => studio.hangUpAll();

/** @type {readonly Scene[]} */
export const SCENES = [
  { name: "welcome-first", stage: "missing", whole: true, show: (studio) => studio.own("welcome/welcome.html", ".command") },
  { name: "popup-missing", stage: "missing", show: async (studio) => (await studio.crm(), studio.popup(".card.bad")) },
  { name: "popup-unconfigured", stage: "unconfigured", show: async (studio) => (await studio.crm(), studio.popup("[data-companion=not_configured]")) },
  { name: "welcome-ready", stage: "ready", whole: true, show: (studio) => studio.own("welcome/welcome.html", "[data-step=\"2\"].done") },
  { name: "options", stage: "ready", whole: true, show: (studio) => studio.own("options/options.html", ".facts > div:nth-child(4)") },
  { name: "page-marks", stage: "ready", size: page, show: (studio) => studio.crm() },
  {
    name: "page-button",
    stage: "ready",
    size: page,
    show: async (studio) => (await studio.crm(), await pointAt(studio, "020 7946 0958"), studio.page),
  },
  { name: "page-toast-connected", stage: "ready", size: page, show: (studio) => call(studio, "020 7946 0958", ".elapsed"), leave: hangUp },
  { name: "page-toast-confirm", stage: "ready", size: page, show: (studio) => call(studio, ASKED_FIRST, ".action.first") },
  { name: "popup", stage: "ready", show: async (studio) => (await studio.crm(), studio.popup("[data-companion=ready]")) },
  {
    name: "popup-connected",
    stage: "ready",
    show: async (studio) => (await call(studio, "020 7946 0958", ".elapsed"), studio.popup(".elapsed")),
    leave: hangUp,
  },
  { name: "popup-typed", stage: "ready", show: (studio) => typed(studio, "0161 496 0137", "[data-comes=calls]") },
  { name: "popup-typed-asks", stage: "ready", show: (studio) => typed(studio, ASKED_FIRST, "[data-comes=asks]", ".why summary") },
  { name: "popup-typed-name", stage: "ready", show: (studio) => typed(studio, "marc", "#reading") },
  { name: "handover", stage: "ready", size: page, show: (studio) => studio.own("popup/handover.html?address=tel%3A%2B442079460958", "[aria-disabled=false]") },
  { name: "popup-nothing-here", stage: "ready", show: async (studio) => (await studio.page.goto("about:blank"), studio.popup("[data-companion=ready]")) },
];
