/** What becomes of a call, in the corner of the frame where it was asked for. One at a time: the newest. */
import { callWords, clock, mayHangUp, talking, type CallWords } from "../shared/call-words.ts";
import { t } from "../shared/messages.ts";
import type { CallView } from "../shared/page-messages.ts";
import { icon } from "./icons.ts";
import type { Overlay } from "./overlay.ts";
import { ANNOUNCE_MS, ARMING_MS, TOAST_MS } from "./tunables.ts";

export interface ToastHooks {
  /** "Try again", or yes to the question: each is a new gesture. */
  readonly again: (call: CallView, confirmed: boolean) => void;
  readonly hangUp: (call: CallView) => void;
  /** It has gone with the focus in it, which had been on this element before, if that is known. */
  readonly released: (before: HTMLElement | null) => void;
}

type Words = Pick<CallWords, "title" | "detail" | "remedy" | "command" | "tone" | "retry" | "confirm">;

const HANG_UP = "hang-up";
const SECOND_MS = 1000;

const SIGNS = { progress: "phone", good: "check", bad: "exclamation", doubt: "question" } as const;

export class Toast {
  readonly #overlay: Overlay;
  readonly #hooks: ToastHooks;
  readonly #element: HTMLElement;
  readonly #words: HTMLElement;
  #shown: "nothing" | "call" | "notice" = "nothing";
  #id: string | null = null;
  #since = 0;
  /** Stays as long as the call: here it can be hung up. */
  #isRunning = false;
  /** The person has closed it: what becomes of that call is theirs to see in the popup. */
  #dismissed: string | null = null;
  #focusBefore: HTMLElement | null = null;
  #gone: ReturnType<typeof setTimeout> | undefined;
  #tick: ReturnType<typeof setInterval> | undefined;
  #speak: ReturnType<typeof setTimeout> | undefined;

  constructor(overlay: Overlay, hooks: ToastHooks) {
    this.#overlay = overlay;
    this.#hooks = hooks;
    this.#element = make("section", "part toast");
    this.#words = make("div", "words");
    // Atomic: a change is read as a whole sentence, and once.
    this.#words.setAttribute("role", "status");
    this.#words.setAttribute("aria-live", "polite");
    this.#words.setAttribute("aria-atomic", "true");
    this.#element.addEventListener("focusin", ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && !this.#element.contains(relatedTarget)) this.#focusBefore = relatedTarget;
    });
    this.#element.addEventListener("pointerenter", () => clearTimeout(this.#gone));
    this.#element.addEventListener("pointerleave", () => this.#goLater());
  }

  get visible(): boolean {
    return this.#shown !== "nothing";
  }

  get hasFocus(): boolean {
    const { focused } = this.#overlay;
    return focused !== null && this.#element.contains(focused);
  }

  call(call: CallView): void {
    // An older call's late news does not take the place of the one the person is waiting for.
    if (this.#shown === "call" && this.#id !== call.id && call.state !== "asked" && this.#since > performance.now() - TOAST_MS) return;
    if (this.#dismissed === call.id && call.state !== "refused" && call.state !== "unknown") return;
    this.#id = call.id;
    this.#render("call", callWords(call), call);
  }

  notice(title: string, remedy: string | null): void {
    this.#id = null;
    this.#render("notice", { title, detail: null, remedy, command: null, tone: "bad", retry: false, confirm: false }, null);
  }

  /** For those who asked by keyboard: the first thing that can be pressed. */
  focus(): void {
    this.#element.querySelector<HTMLElement>("button")?.focus();
  }

  close(): void {
    if (!this.visible) return;
    clearTimeout(this.#gone);
    clearTimeout(this.#speak);
    clearInterval(this.#tick);
    const hadFocus = this.hasFocus;
    this.#shown = "nothing";
    this.#id = null;
    this.#words.replaceChildren();
    this.#overlay.hide(this, this.#element);
    if (hadFocus) this.#hooks.released(this.#focusBefore);
    this.#focusBefore = null;
  }

  #render(kind: "call" | "notice", words: Words, call: CallView | null): void {
    const isNew = !this.visible;
    const hadFocus = this.hasFocus;
    const hungUpFrom = hadFocus && this.#overlay.focused?.classList.contains(HANG_UP) === true;
    this.#shown = kind;
    this.#since = performance.now();
    this.#element.dataset["tone"] = words.tone;
    this.#element.dir = t("language_tag") === "" ? "auto" : chrome.i18n.getMessage("@@bidi_dir");
    const sign = make("div", "sign");
    sign.append(icon(SIGNS[words.tone]));
    this.#element.replaceChildren(sign, this.#words, this.#close(), ...this.#actions(words, call));
    this.#overlay.show(this, this.#element);
    const first = this.#element.querySelector(".first");
    if (first !== null) this.#overlay.watch(first);
    clearTimeout(this.#speak);
    // A screen reader speaks a region that changes, not one that comes with its words.
    if (isNew) this.#speak = setTimeout(() => this.#say(words), ANNOUNCE_MS);
    else this.#say(words);
    const hangUp = this.#element.querySelector<HTMLElement>(`.${HANG_UP}`);
    if (hungUpFrom && hangUp !== null) hangUp.focus();
    else if (hadFocus) this.focus();
    this.#isRunning = call !== null && mayHangUp(call);
    this.#count(call);
    clearTimeout(this.#gone);
    this.#goLater();
  }

  #say({ title, detail, remedy, command }: Words): void {
    const lines = [paragraph("title", title)];
    if (detail !== null) lines.push(paragraph("detail", detail));
    if (remedy !== null) lines.push(paragraph("remedy", remedy));
    if (command !== null) lines.push(this.#command(command));
    this.#words.replaceChildren(...lines);
  }

  #command(command: string): HTMLElement {
    const line = make("div", "command");
    const code = make("code", "");
    code.textContent = command;
    const copy = this.#button("action small", t("action_copy"), () => {
      void navigator.clipboard.writeText(command).then(
        () => (copy.textContent = t("action_copied")),
        // Plain-http pages have no clipboard: the text can be selected.
        () => getSelection()?.selectAllChildren(code),
      );
    });
    line.append(code, copy);
    return line;
  }

  /** Outside the live region: a screen reader does not speak every second. */
  #count(call: CallView | null): void {
    clearInterval(this.#tick);
    if (call === null || talking(call, Date.now()) === null) return;
    const time = make("div", "elapsed");
    time.setAttribute("role", "timer");
    const count = (): void => void (time.textContent = clock(talking(call, Date.now()) ?? 0));
    count();
    this.#element.querySelector(".close")?.after(time);
    this.#tick = setInterval(count, SECOND_MS);
  }

  #actions({ retry, confirm }: Words, call: CallView | null): readonly HTMLElement[] {
    if (call === null) return [];
    const actions = make("div", "actions");
    if (mayHangUp(call)) {
      actions.append(this.#button(`action ${HANG_UP}`, t("action_hang_up"), () => this.#hooks.hangUp(call)));
      return [actions];
    }
    if (!retry && !confirm) return [];
    const label = confirm ? t("action_confirm") : t("action_try_again");
    const again = this.#button("action first", label, (event) => {
      if (event.detail === 0) this.#hooks.again(call, confirm);
      else this.#overlay.ifPlain(again, (plain) => plain && this.#hooks.again(call, confirm));
    });
    actions.append(again);
    if (confirm) actions.append(this.#button("action", t("action_cancel"), () => this.close()));
    return [actions];
  }

  #close(): HTMLElement {
    const button = this.#button("close", "", () => {
      this.#dismissed = this.#id;
      this.close();
    });
    button.setAttribute("aria-label", t("action_close"));
    button.append(icon("cross"));
    return button;
  }

  #button(className: string, label: string, pressed: (event: MouseEvent) => void): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = className;
    button.textContent = label;
    const shownAt = performance.now();
    button.addEventListener("click", (event) => {
      if (!event.isTrusted || event.button !== 0 || event.detail > 1 || performance.now() - shownAt < ARMING_MS) return;
      // Nothing of the page may lie over it.
      if (event.detail === 1 && !button.contains(this.#overlay.at(event.clientX, event.clientY))) return;
      pressed(event);
    });
    return button;
  }

  #goLater(): void {
    clearTimeout(this.#gone);
    if (this.#element.dataset["tone"] === "good" && !this.#isRunning) this.#gone = setTimeout(() => this.close(), TOAST_MS);
  }
}

function make(name: string, className: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

function paragraph(className: string, text: string): HTMLElement {
  const element = make("p", className);
  element.textContent = text;
  return element;
}
