/**
 * Looks into the extension's closed shadow root the way a debugger does: Chromium through its DevTools protocol, Firefox
 * through WebDriver BiDi, which both hand out closed roots to whoever drives the browser and to no page.
 */

import { TargetCloseError } from "puppeteer-core";

/** Runs `declaration` (a function's source) with `this` = the closed root of a child of the root element.
 * @param {import("puppeteer-core").Page} page @param {string} declaration @param {unknown} [argument]
 * @returns {Promise<unknown>} its JSON result, or undefined where there is no such root yet. */
export async function inClosedRoot(page, declaration, argument = null) {
  const source = `function (argument) { return JSON.stringify((${declaration}).call(this, JSON.parse(argument)) ?? null); }`;
  const words = JSON.stringify(argument);
  const isFirefox = "connection" in page.browser();
  const answer = isFirefox ? await throughBidi(page, source, words) : await throughDevTools(page, source, words);
  return answer === undefined ? undefined : JSON.parse(answer);
}

/** One session for each page; a new one for each look would make the browser slow. @type {WeakMap<object, Promise<import("puppeteer-core").CDPSession>>} */
const sessions = new WeakMap();

async function throughDevTools(page, source, argument) {
  if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
  try {
    return await callInRoot(await sessions.get(page), source, argument);
  } catch (error) {
    if (!(error instanceof TargetCloseError)) throw error;
    // Chromium may end a second session of a tab by itself while the tab lives on; looking again does no harm.
    sessions.set(page, page.createCDPSession());
    return callInRoot(await sessions.get(page), source, argument);
  }
}

async function callInRoot(session, source, argument) {
  const { root } = await session.send("DOM.getDocument", { depth: 2, pierce: true });
  const html = root.children?.find((node) => node.nodeType === 1);
  const closed = html?.children?.flatMap((node) => node.shadowRoots ?? []).find((node) => node.shadowRootType === "closed");
  if (closed === undefined) return undefined;
  const { object } = await session.send("DOM.resolveNode", { backendNodeId: closed.backendNodeId });
  const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
    objectId: object.objectId,
    functionDeclaration: source,
    arguments: [{ value: argument }],
    returnByValue: true,
  });
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

async function throughBidi(page, source, argument) {
  const { connection } = page.browser();
  const context = page.mainFrame().browsingContext.id;
  const call = async (functionDeclaration, words) => {
    const { result } = await connection.send("script.callFunction", { functionDeclaration, target: { context }, awaitPromise: false, ...words });
    if (result.type === "exception") throw new Error(result.exceptionDetails.text);
    return result.result;
  };
  const children = await call("() => [...document.documentElement.children]", {
    serializationOptions: { includeShadowTree: "all", maxDomDepth: 0, maxObjectDepth: 1 },
  });
  const closed = children.value.map((node) => node.value.shadowRoot).find((root) => root?.value.mode === "closed");
  if (closed === undefined) return undefined;
  const answer = await call(source, { this: { sharedId: closed.sharedId }, arguments: [{ type: "string", value: argument }] });
  return answer.value;
}

/** What a person can read in it, line by line; "" while nothing is shown. @param {import("puppeteer-core").Page} page @returns {Promise<string>} */
export async function readShown(page) {
  const text = await inClosedRoot(
    page,
    `function () {
      return [...this.children].filter((child) => child.localName !== "style" && child.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((child) => child.innerText).join("\\n");
    }`,
  );
  return text ?? "";
}

/**
 * The middle of the first visible element that `selector` and `words` (part of its label or text) name, or undefined. A number is
 * found in whatever form it is shown: by its digits behind the trunk zero.
 * @param {import("puppeteer-core").Page} page @param {string} selector @param {string} [words]
 * @returns {Promise<{ x: number, y: number, label: string } | undefined>}
 */
export async function findShown(page, selector, words = "") {
  const place = await inClosedRoot(
    page,
    `function ({ selector, words }) {
      const digits = (text) => text.replace(/\\D/g, "");
      const number = /^[+\\d\\s().-]{6,}$/.test(words) ? digits(words).replace(/^0/, "") : null;
      for (const found of this.querySelectorAll(selector)) {
        const label = (found.getAttribute("aria-label") ?? "") + " " + found.textContent;
        const box = found.getBoundingClientRect();
        if (found.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 0 && (label.includes(words) || (number !== null && digits(label).includes(number))))
          return { x: box.x + box.width / 2, y: box.y + box.height / 2, label: label.trim() };
      }
      return null;
    }`,
    { selector, words },
  );
  return place ?? undefined;
}
