/** What the person's settings mean for this frame. Shared by the gate and the engine, so it stays small. */
import type { Settings } from "../shared/settings.ts";
import { marksAt, siteMatches } from "../shared/sites.ts";

/** The address rules apply to. Frames without one of their own have their parent's base address. */
export function addressOf(page: Document): string {
  return /^https?:/u.test(page.location.href) ? page.location.href : page.baseURI;
}

/** `<meta name="format-detection" content="telephone=no">`: the page asks that its text is left alone. */
export function pageDeclines(part: ParentNode | null): boolean {
  const metas = part?.querySelectorAll("meta[name='format-detection' i]");
  return [...(metas ?? [])].some((meta) => /telephone\s*=\s*no/iu.test(meta.getAttribute("content") ?? ""));
}

export interface Here {
  /** Whether we do anything at all on this site. */
  readonly active: boolean;
  /** Whether numbers in text are looked for. A site the person chose by name goes before the page's own wish. */
  readonly text: boolean;
  readonly links: boolean;
}

/** `part` of the page: where it says whether it declines. */
export function settingsHere(settings: Settings, page: Document, part: ParentNode | null = page): Here {
  const address = addressOf(page);
  const active = marksAt(settings.sites, address);
  const chosen = settings.sites.chosen.some((site) => siteMatches(site, address));
  return { active, text: active && (chosen || !pageDeclines(part)), links: active && settings.links };
}
