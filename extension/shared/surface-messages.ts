/**
 * Between the background and our own pages (popup, options, welcome): each page holds one port open while it is shown.
 * The background pushes the whole state whenever it changes; pages send wishes.
 */
import type { CallView } from "./page-messages.ts";
import type { PreviewView } from "./preview.ts";
import type { Code, OwnExtensionReply, RecentCall } from "./protocol.ts";

/** Name of the port. */
export const SURFACE = "surface";

/** How the companion stands. */
export type CompanionView =
  /** No port is open and nobody asked yet. */
  | { readonly kind: "idle" }
  | { readonly kind: "starting" }
  | {
      readonly kind: "ready";
      readonly version: string;
      readonly capabilities: readonly string[];
      /** Null until the companion's `status` has come. */
      readonly status: { readonly extension: string | null; readonly region: string | null; readonly pbxKind: string | null } | null;
    }
  /** Something to mend; `FAILURES[code]` says how. Codes of `status` (e.g. not configured) come here too. */
  | { readonly kind: "trouble"; readonly code: Code; readonly detail: string | null };

/** A sentence for the person that could not be shown on the page. */
export interface Note {
  readonly text: string;
  readonly remedy: string | null;
}

export interface SurfaceState {
  readonly companion: CompanionView;
  /** Calls asked for since the background started, newest first. */
  readonly calls: readonly CallView[];
  /** The companion's journal, newest first; null until it has answered. */
  readonly recent: readonly RecentCall[] | null;
  readonly note: Note | null;
  /** What the companion said of the person's own extension; null until it was asked and has answered. */
  readonly own: OwnExtensionReply | null;
}

/** What a person may change of their own extension, where the companion's settings let them. */
export const OWN_SETTINGS = ["recording", "external_calls"] as const;
export type OwnSettingName = (typeof OWN_SETTINGS)[number];

/** What a call would come to, and by which rules, in the companion's sentences. */
export interface ReasonedPreview extends PreviewView {
  readonly why: readonly string[];
}

/** background → our pages */
export type ToSurface =
  | { readonly kind: "state"; readonly state: SurfaceState }
  /** The answer to `preview`, to all pages: each knows its own question by the id. */
  | { readonly kind: "preview"; readonly preview: ReasonedPreview };

/** our pages → background */
export type FromSurface =
  /** Open the port and ask for status and journal; also after the person has mended something. */
  | { readonly kind: "refresh" }
  | {
      readonly kind: "dial";
      readonly id: string;
      readonly written: string;
      readonly extension: string | null;
      readonly region: string | null;
      /** From which of our pages. */
      readonly via: "popup" | "handover";
      readonly confirmed: boolean;
    }
  | { readonly kind: "hang-up"; readonly id: string }
  /** The person has read how this call stands. One that may be going on is not forgotten. */
  | { readonly kind: "dismiss-call"; readonly id: string }
  /** What would a call of this number come to? Nothing is dialled. */
  | { readonly kind: "preview"; readonly id: string; readonly written: string; readonly extension: string | null; readonly region: string | null }
  | { readonly kind: "own-extension" }
  | { readonly kind: "set-own-extension"; readonly setting: OwnSettingName; readonly on: boolean }
  /** The note was read. */
  | { readonly kind: "dismiss-note" };
