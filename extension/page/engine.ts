/** Wires the page's part. Loaded where a number may be, or where the person has asked for a call. */
import { loadCompanionRegion } from "../shared/companion-region.ts";
import { numberOfLink } from "../shared/links.ts";
import { t } from "../shared/messages.ts";
import type { FromPage } from "../shared/page-messages.ts";
import { loadSettings, watchSettings } from "../shared/settings-store.ts";
import { DEFAULTS, type Settings } from "../shared/settings.ts";
import { complete, isReady, readNumber, whenLacking } from "./detector/index.ts";
import type { More } from "./detector/more.ts";
import { countNumbers, createCounter } from "./counting.ts";
import { DialButton, type Offer } from "./dial-button.ts";
import { explainHere, explainPage, type Ground } from "./explaining.ts";
import { numberInField, numberShownIn } from "./fields.ts";
import { decodeToPage } from "./from-background.ts";
import { Gestures, newId, wantedOf, type Wanted } from "./gestures.ts";
import { boxesOf, deepestAt, elementOf, focusedIn, isField, lineOf, type Hit, type Target } from "./hit.ts";
import { extensionLives, instanceOf, setInstance } from "./instance.ts";
import { Keyboard } from "./keyboard.ts";
import { listen } from "./listening.ts";
import { listed, listNumbers } from "./listing.ts";
import { Overlay } from "./overlay.ts";
import { Pointer } from "./pointer.ts";
import { factsOf, regionHere, type RegionHere } from "./region.ts";
import { rememberRightClicks } from "./right-click.ts";
import { Session } from "./session.ts";
import { settingsHere } from "./settings-here.ts";
import { Toast } from "./toast.ts";
import { MORE_MS } from "./tunables.ts";
import { Usual } from "./usual.ts";

function start(): void {
  let settings = DEFAULTS;
  let companionRegion: string | null = null;
  let session: Session | null = null;
  let told: string | null = null;
  let keyboardMark: Offer["mark"] | null = null;
  const usual = new Usual();
  let previewId = "";
  let focusBefore: Element | null = null;
  /** The detector has missed something, and it has been asked for. */
  let asked: { readonly come: () => void; readonly here: Promise<void> } | null = null;

  const isTop = window.top === window;
  const stop = new AbortController();
  const overlay = new Overlay(() => session?.watcher.roots() ?? []);
  const gestures = new Gestures(send);
  const button = new DialButton(overlay, { pressed, covered: () => toast.notice(t("notice_covered"), t("notice_covered_remedy")) });
  const toast = new Toast(overlay, {
    again(call, confirmed) {
      if (gestures.again(call, confirmed) === null) return;
      toast.call({ ...call, state: "asked", code: null, message: null });
    },
    hangUp: ({ id }) => send({ kind: "hang-up", id }),
    released: giveFocusBack,
  });

  function alive(): boolean {
    if (extensionLives()) return true;
    destroy();
    return false;
  }

  function send(message: FromPage): void {
    if (!alive()) return;
    // No answer is expected; the call's state comes by itself.
    void Promise.resolve(chrome.runtime.sendMessage(message)).catch(() => undefined);
  }

  function missed(): void {
    if (asked !== null) return;
    let come = (): void => undefined;
    const here = new Promise<void>((resolve) => (come = resolve));
    asked = { come, here };
    send({ kind: "more-needed" });
  }

  /** What was missed is here; or never comes, for the extension is gone. */
  async function whole(): Promise<void> {
    if (asked !== null) await Promise.race([asked.here, new Promise((resolve) => setTimeout(resolve, MORE_MS))]);
  }

  /** Where the person has asked, nothing is left out. */
  async function thoroughly<T>(work: () => T | Promise<T>): Promise<T> {
    await ready;
    await whole();
    const before = asked;
    const first = await work();
    if (asked === before) return first;
    await whole();
    return work();
  }

  function region(): string | null {
    return regionNow().region;
  }

  function regionNow(): RegionHere {
    return regionHere(settings.region, factsOf(document), companionRegion, usual.region);
  }

  function ground(): Ground {
    return { settings, region: regionNow(), hasGate: instanceOf("gate") !== null, isOurs: (node) => overlay.isHost(node) };
  }

  function dial(wanted: Wanted, via: "click" | "link"): void {
    const id = gestures.dial(wanted, via);
    if (id === null) return;
    button.hide();
    keyboardMark = null;
    // A frame's call is shown where the background can show it: in the page around it, if at all possible.
    if (isTop) toast.call({ id, state: "asked", ...wanted, dialled: null, code: null, message: null });
  }

  function pressed({ mark, found }: Offer, event: MouseEvent): void {
    // Read again: a text that has changed since the button was shown is never called.
    if (readAgain(mark)?.written !== found.written) {
      button.hide();
      changed();
      return;
    }
    const byKeyboard = event.detail === 0;
    dial(wantedOf(found, region()), "click");
    if (!byKeyboard) return;
    if (toast.visible) toast.focus();
    else giveFocusBack(null);
  }

  function readAgain(mark: Target): Offer["found"] | null {
    if (session === null) return null;
    return isField(mark) ? (fieldHit(mark)?.found ?? null) : session.scanner.recheck(mark);
  }

  /** The number that a field shows, where it can be seen and nobody can type in it. */
  function fieldHit(element: Element | null): { readonly hit: Hit; readonly found: Offer["found"] } | null {
    if (!(element instanceof HTMLInputElement) || session?.started !== true || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
    const shown = numberShownIn(element, session.rules);
    return shown === null ? null : { hit: { mark: element, box: element.getBoundingClientRect() }, found: shown.found };
  }

  /** Moved on by keyboard: what was offered for the field before goes. */
  function focused(element: Element): void {
    const field = fieldHit(element);
    if (field !== null && settings.appearance.button) offer(field.hit.mark, field.found, field.hit.box, false);
    else if (field === null && !button.hasFocus && button.offer !== null && isField(button.offer.mark) && !button.offer.mark.matches(":hover")) button.hide();
  }

  function giveFocusBack(before: HTMLElement | null): void {
    const to = before ?? focusBefore;
    if (to instanceof HTMLElement) to.focus({ preventScroll: true });
    focusBefore = null;
  }

  function dialLink(href: string): void {
    const number = numberOfLink(href);
    if (number === null) return;
    const found = readNumber(number.written, region());
    const wanted = "e164" in found ? wantedOf(found, region()) : { ...number, region: region() };
    dial({ ...wanted, extension: number.extension ?? wanted.extension }, "link");
  }

  function changed(): void {
    toast.notice(t("notice_changed"), t("notice_changed_remedy"));
  }

  function offer(mark: Offer["mark"], found: Offer["found"], box: DOMRect, byKeyboard: boolean): void {
    if (byKeyboard && !button.hasFocus) focusBefore = document.activeElement;
    keyboardMark = byKeyboard ? mark : null;
    overlay.theme(settings.appearance.theme);
    button.show({ mark, found }, box);
    if (byKeyboard) button.focus();
    send({ kind: "intent" });
    previewOf(found);
  }

  /** Asked whenever the button is shown; the click never waits for it. */
  function previewOf(found: Offer["found"]): void {
    previewId = newId();
    send({ kind: "preview", id: previewId, ...wantedOf(found, region()) });
  }

  function withdraw(): void {
    const hadFocus = button.hasFocus;
    button.hide();
    pointer.dismissed();
    keyboardMark = null;
    if (hadFocus) giveFocusBack(null);
    focusBefore = null;
  }

  const pointer = new Pointer({
    session: () => session,
    click: () => settings.click,
    links: () => session !== null && settingsHere(settings, document).links,
    alive,
    onButton: (event) => overlay.isHost(event.target) || button.holds(event.clientX, event.clientY),
    pressThrough(event) {
      // A modal dialogue of the page makes our top layer deaf, not invisible.
      if (overlay.isHost(event.target) || !button.holds(event.clientX, event.clientY) || document.querySelector(":modal") === null) return false;
      event.preventDefault();
      event.stopImmediatePropagation();
      button.press(event);
      return true;
    },
    fieldAt: ({ clientX, clientY }) => fieldHit(deepestAt(clientX, clientY))?.hit ?? null,
    readAgain,
    entered({ mark, box }, found) {
      if (settings.appearance.button) offer(mark, found, box, false);
      else send({ kind: "intent" });
    },
    left: () => {
      const isFocused = button.offer !== null && isField(button.offer.mark) && button.offer.mark === focusedIn(document);
      if (keyboardMark === null && !isFocused) button.hide();
    },
    pointed(hit, target) {
      const number = hit === null || isField(hit.mark) ? fieldAt(hit === null ? target : elementOf(hit.mark)) : listed(hit.mark.found, hit.mark.label, region());
      const key = JSON.stringify(number);
      if (key === told) return;
      told = key;
      send({ kind: "under-pointer", number });
    },
    dial: (found) => dial(wantedOf(found, region()), "click"),
    dialLink,
    changed,
  });

  function fieldAt(target: EventTarget | null): ReturnType<typeof numberInField> {
    return target instanceof Element ? numberInField(target, region()) : null;
  }

  const keyboard = new Keyboard({
    session: () => session,
    alive,
    fieldInFocus: () => fieldHit(focusedIn(document)),
    reached: (mark, found, box) => offer(mark, found, box, true),
    escaped(event) {
      if (button.offer !== null) withdraw();
      else if (toast.visible) toast.close();
      else return;
      if (overlay.isHost(event.target)) event.stopImmediatePropagation();
    },
  });

  function moved(event: Event): void {
    session?.scanner.scrolled();
    if (button.offer === null || overlay.isHost(event.target)) return;
    const boxes = keyboardMark === null ? [] : boxesOf(keyboardMark);
    const [first] = boxes;
    if (first !== undefined) {
      button.show(button.offer, lineOf(first, boxes));
      return;
    }
    button.hide();
    pointer.reset();
  }
  for (const type of ["scroll", "resize"] as const) listen(type, moved, { capture: true, passive: true, signal: stop.signal });

  const counter = createCounter(() => countNumbers(session), (count) => send({ kind: "count", count }));
  listen("pagehide", counter.destroy, { signal: stop.signal });
  // Back again, as it was.
  listen("pageshow", counter.soon, { signal: stop.signal });

  function begin(): void {
    session?.destroy();
    session = null;
    counter.soon();
    if (instanceOf("gate") === null) return;
    const here = settingsHere(settings, document);
    const regions = regionNow();
    if (!here.active || ![regions.region, ...regions.rivals].every(isReady)) return;
    session = new Session(settings, regions, (node) => overlay.isHost(node));
    session.onSettled = settled;
    if (!here.text) return;
    session.start();
  }

  /** Applications say their language, and that they want no marks, some time after they have begun. */
  function isOutdated({ rules, started }: Session, { region, rivals }: RegionHere): boolean {
    return region !== rules.region || rivals.join() !== rules.rivals.join() || (started && !settingsHere(settings, document, document.querySelector("head")).text);
  }

  function settled(): void {
    counter.soon();
    if (session === null) return;
    const here = regionNow();
    // A page that does not say its country speaks by its numbers.
    if (isOutdated(session, here) || (here.learns && usual.learn(session.marker))) begin();
  }

  /** All is read again: what was passed over may be a number. */
  function learn(more: More): void {
    complete(more);
    begin();
    asked?.come();
  }

  /** Lists also where nothing is marked: the person has asked. */
  async function list(): Promise<unknown> {
    const running = session;
    if (running?.started === true) {
      await running.settled();
      return listNumbers(running);
    }
    const once = new Session({ ...settings, appearance: { ...settings.appearance, style: "none" } }, regionNow(), (node) => overlay.isHost(node));
    once.start();
    await once.settled();
    const numbers = listNumbers(once);
    once.destroy();
    return numbers;
  }

  function received(message: unknown, _sender: unknown, answer: (reply: unknown) => void): boolean {
    const decoded = decodeToPage(message);
    switch (decoded?.kind) {
      case "call":
        overlay.theme(settings.appearance.theme);
        toast.call(decoded.call);
        return false;
      case "preview":
        if (decoded.preview.id === previewId) button.preview(decoded.preview);
        return false;
      case "notice":
        toast.notice(decoded.text, decoded.remedy);
        return false;
      case "list-numbers":
        void thoroughly(list).then(answer);
        return true;
      case "read-selection":
        answer(String(getSelection() ?? ""));
        return false;
      case "explain-here": {
        const { selection } = decoded;
        void thoroughly(() => explainHere(ground(), selection)).then(answer);
        return true;
      }
      case "explained":
        // Not ours but the panel's.
        return false;
      case "explain-page":
        void thoroughly(() => explainPage(ground())).then(answer);
        return true;
      case undefined:
        return false;
    }
  }

  function adoptSettings(next: Settings): void {
    settings = next;
    button.hide();
    begin();
  }
  /** A shadow root that came to an old element without a trace: seen when somebody is about to use it. */
  function approached(event: Event): void {
    const [target] = event.composedPath();
    if (!event.isTrusted || !(target instanceof Element) || session?.started !== true) return;
    session.watcher.look(target);
    if (event.type === "focusin" && !overlay.isHost(event.target)) focused(focusedIn(document) ?? target);
  }
  for (const type of ["pointerover", "focusin"] as const) listen(type, approached, { capture: true, passive: true, signal: stop.signal });

  rememberRightClicks(stop.signal);
  const unwatch = watchSettings(adoptSettings);
  chrome.runtime.onMessage.addListener(received);

  function destroy(): void {
    stop.abort();
    counter.destroy();
    pointer.destroy();
    keyboard.destroy();
    session?.destroy();
    session = null;
    instanceOf("why")?.destroy();
    toast.close();
    overlay.destroy();
    setInstance("engine", null);
    try {
      unwatch();
      chrome.runtime.onMessage.removeListener(received);
    } catch {
      // The extension is gone, and its events with it.
    }
  }

  setInstance("engine", { destroy, slices: () => session?.scanner.slices ?? null, marked: () => session?.marker.size ?? 0, overlay: () => overlay, learn });
  whenLacking(missed);
  const ready = Promise.all([loadSettings(), loadCompanionRegion()]).then(([loaded, kept]) => {
    companionRegion = kept;
    adoptSettings(loaded);
  });
}

// Injected once more (the popup does, to be sure): the one that is here goes on.
if (instanceOf("engine") === null || !extensionLives()) {
  instanceOf("engine")?.destroy();
  start();
}
