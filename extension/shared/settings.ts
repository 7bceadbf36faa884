/**
 * The person's settings, as everything that obeys them reads them. Where they come from — our defaults, the organisation's
 * policy, the person's own choices — is put together in `settings-merge.ts`, from values decoded in `settings-decode.ts`.
 */
import type { SiteMode, SiteRules } from "./sites.ts";

export type ClickBehaviour = "single" | "double" | "modifier" | "off";
export type MarkStyle = "dotted" | "solid" | "background" | "none";
export type Theme = "auto" | "light" | "dark";

/** A PBX-internal short number; the same shape as the detector's. */
export interface InternalNumberRule {
  /** Regular expression for a whole short number, e.g. `1\d\d`. */
  readonly pattern: string;
  /** A label or column heading that must stand before it; null: anywhere. */
  readonly label: string | null;
}

export interface Settings {
  /** ISO 3166-1 alpha-2 for numbers in national form; null: what the page says, then what the companion says. */
  readonly region: string | null;
  readonly sites: SiteRules;
  readonly appearance: {
    readonly style: MarkStyle;
    /** `#rrggbb`; null: the mark takes the text's own colour. */
    readonly colour: string | null;
    readonly theme: Theme;
    /** Show the dial button beside the number under the pointer. */
    readonly button: boolean;
    /** How many numbers the page has, on the toolbar's button. */
    readonly badge: boolean;
  };
  /** What a click on a marked number in text needs in order to dial. */
  readonly click: ClickBehaviour;
  /** Whether a plain click on a `tel:`, `callto:` or `sip:` link dials. */
  readonly links: boolean;
  readonly internal: readonly InternalNumberRule[];
  /** Offer numbers labelled Fax too. */
  readonly fax: boolean;
  /** Further labels behind which nothing is marked. */
  readonly skipLabels: readonly string[];
  /** A second item on right click tells why something is marked or not. */
  readonly why: boolean;
  readonly privacy: {
    /** Show the last calls, which the companion keeps, in the popup. */
    readonly history: boolean;
  };
  /** Write down what happens, with numbers shortened, for whoever looks for a fault. */
  readonly debugLog: boolean;
}

export const DEFAULTS: Settings = {
  region: null,
  // "All" is all sites the browser gives access to: none at install.
  sites: { mode: "all", chosen: [], exceptions: [] },
  appearance: { style: "dotted", colour: null, theme: "auto", button: true, badge: true },
  click: "single",
  links: true,
  internal: [],
  fax: false,
  skipLabels: [],
  why: false,
  privacy: { history: true },
  debugLog: false,
};

/** Each setting by its name in files, in policies and in the list of what is locked. */
export interface Flat {
  readonly region: string | null;
  readonly "sites.mode": SiteMode;
  readonly "sites.chosen": readonly string[];
  readonly "sites.exceptions": readonly string[];
  readonly "appearance.style": MarkStyle;
  readonly "appearance.colour": string | null;
  readonly "appearance.theme": Theme;
  readonly "appearance.button": boolean;
  readonly "appearance.badge": boolean;
  readonly click: ClickBehaviour;
  readonly links: boolean;
  readonly internal: readonly InternalNumberRule[];
  readonly fax: boolean;
  readonly skipLabels: readonly string[];
  readonly why: boolean;
  readonly "privacy.history": boolean;
  readonly debugLog: boolean;
}

export type Path = keyof Flat;
/** Some of the settings: what one source says. */
export type Some = { readonly [P in Path]?: Flat[P] };

export function flatten({ sites, appearance, privacy, ...rest }: Settings): Flat {
  return {
    ...rest,
    "sites.mode": sites.mode,
    "sites.chosen": sites.chosen,
    "sites.exceptions": sites.exceptions,
    "appearance.style": appearance.style,
    "appearance.colour": appearance.colour,
    "appearance.theme": appearance.theme,
    "appearance.button": appearance.button,
    "appearance.badge": appearance.badge,
    "privacy.history": privacy.history,
  };
}

export function nest(flat: Flat): Settings {
  const { region, click, links, internal, fax, skipLabels, why, debugLog } = flat;
  return {
    region,
    sites: { mode: flat["sites.mode"], chosen: flat["sites.chosen"], exceptions: flat["sites.exceptions"] },
    appearance: {
      style: flat["appearance.style"],
      colour: flat["appearance.colour"],
      theme: flat["appearance.theme"],
      button: flat["appearance.button"],
      badge: flat["appearance.badge"],
    },
    click,
    links,
    internal,
    fax,
    skipLabels,
    why,
    privacy: { history: flat["privacy.history"] },
    debugLog,
  };
}
