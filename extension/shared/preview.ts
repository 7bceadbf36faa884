/**
 * What a call would come to, before anybody asks for it: the companion's `preview`, cut down to what a page's part may know, and
 * in words.
 */
import { detailOf, isolated } from "./call-words.ts";
import { asObject, isBounded, oneOf, optionalText } from "./decode.ts";
import { FAILURES } from "./failures.ts";
import { t } from "./messages.ts";
import { CODES, type Code, type PreviewReply } from "./protocol.ts";

export interface PreviewView {
  /** Of the question. */
  readonly id: string;
  /** In international form, grouped, as the companion understood it; null where it is no public number. */
  readonly formatted: string | null;
  /** What the PBX would be asked to dial, grouped for reading; null where nothing would. */
  readonly dialled: string | null;
  /** Why it would not be dialled at once; also why the companion cannot tell. */
  readonly code: Code | null;
  /** The companion's own words about that, e.g. the rule's name. */
  readonly detail: string | null;
}

/** The names of the companion's steps that are looked at. */
const UNDERSTOOD = "E.164";
const LAST = "dialled";

const MAX_TEXT = 1000;
const keysOf = (text: string): string => text.replace(/[^\d*#+,]/gu, "");

export function previewOf({ id, steps, dialled, code, message }: PreviewReply): PreviewView {
  const grouped = steps.findLast(({ name, result }) => name !== LAST && dialled !== null && keysOf(result) === dialled);
  return {
    id,
    formatted: steps.find(({ name }) => name === UNDERSTOOD)?.result ?? null,
    dialled: grouped?.result ?? dialled,
    code,
    detail: detailOf(message),
  };
}

/** The companion cannot be asked. */
export const noPreview = (id: string, code: Code): PreviewView => ({ id, formatted: null, dialled: null, code, detail: null });

export function decodePreview(foreign: unknown): PreviewView | null {
  const from = asObject(foreign);
  if (from === null) return null;
  const { id } = from;
  const formatted = optionalText(from["formatted"], MAX_TEXT);
  const dialled = optionalText(from["dialled"], MAX_TEXT);
  const detail = optionalText(from["detail"], MAX_TEXT);
  const code = from["code"] === null ? null : oneOf(from["code"], CODES);
  if (!isBounded(id, 64) || formatted === undefined || dialled === undefined || detail === undefined) return null;
  return code === null && from["code"] !== null ? null : { id, formatted, dialled, code, detail };
}

export interface PreviewWords {
  readonly line: string;
  /** `asks`: the person will be asked; `no`: it will not be called. */
  readonly tone: "calls" | "asks" | "no";
}

/** One line that claims no more than is known; null where there is nothing to say. */
export function previewWords({ dialled, code, detail }: PreviewView): PreviewWords | null {
  const withDetail = (sentence: string): string => (detail === null ? sentence : `${sentence} (${detail})`);
  if (code === null) return dialled === null ? null : { line: t("preview_calls", isolated(dialled)), tone: "calls" };
  if (code === "confirmation_needed") return { line: withDetail(t("preview_asks", isolated(dialled ?? ""))), tone: "asks" };
  if (code === "number_barred") return { line: withDetail(t("preview_barred")), tone: "no" };
  return { line: t(FAILURES[code].sentence), tone: "no" };
}
