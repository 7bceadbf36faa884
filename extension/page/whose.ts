/**
 * Whose number it is, for the popup's list: the name in the same row, list item or card, or the heading it stands under. Read only
 * when somebody opens the popup; marking never needs it.
 */

const RECORDS = "tr,[role=row],li,[role=listitem],article,address,[itemscope],.vcard,.h-card";
const NAMES = "h1,h2,h3,h4,h5,h6,[role=heading],[itemprop=name],.fn,.p-name,th[scope=row],[role=rowheader],strong,b";
const HEADINGS = "h1,h2,h3,h4,h5,h6,[role=heading]";
/** Beyond this a text is prose and no name. */
const LONGEST_NAME = 60;
/** A record with more in it is a whole page's layout. */
const MOST_CELLS = 40;
/** How many headings are looked at from the number upwards. */
const MOST_HEADINGS = 30;

/** A short text with letters, and without anything that could be a number itself. */
function asName(text: string | null | undefined): string | null {
  const name = (text ?? "").replace(/\s+/gu, " ").trim().replace(/:$/u, "");
  return name === "" || name.length > LONGEST_NAME || /\p{Nd}{3}/u.test(name) || !/\p{L}{2}/u.test(name) ? null : name;
}

/** The name a table's row, a list's item or a card begins with or sets off. */
function nameInRecord(record: Element, number: Element): string | null {
  for (const candidate of record.querySelectorAll(NAMES)) {
    if (candidate.contains(number)) continue;
    const name = asName(candidate.textContent);
    if (name !== null) return name;
  }
  if (!record.matches("tr,[role=row]") || record.childElementCount > MOST_CELLS) return null;
  for (const cell of record.children) {
    if (cell.contains(number)) continue;
    const name = asName(cell.textContent);
    if (name !== null) return name;
  }
  return null;
}

/** What a heading speaks of: its parent, or what its own frame (`header`, `hgroup`) stands in. */
const scopeOf = (heading: Element): Element | null => (heading.closest("header,hgroup,summary") ?? heading).parentElement;

export interface Whose {
  readonly of: (number: Element) => string | null;
}

/** For one root: its headings are looked up once. */
export function whoseIn(root: Document | ShadowRoot): Whose {
  let headings: readonly Element[] | null = null;
  const names = new Map<Element, string | null>();

  function headingOver(number: Element): string | null {
    headings ??= [...root.querySelectorAll(HEADINGS)];
    let [low, high] = [0, headings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const isBefore = ((headings[middle]?.compareDocumentPosition(number) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at >= Math.max(0, low - MOST_HEADINGS); at -= 1) {
      const heading = headings[at];
      if (heading === undefined || scopeOf(heading)?.contains(number) !== true) continue;
      const name = asName(heading.textContent);
      if (name !== null) return name;
    }
    return null;
  }

  return {
    of(number) {
      const record = number.closest(RECORDS);
      if (record === null) return headingOver(number);
      let name = names.get(record);
      if (name === undefined) names.set(record, (name = nameInRecord(record, number)));
      return name ?? headingOver(record);
    },
  };
}

/** "Mei Tanaka · Direct line"; what says the same twice says it once. */
export function together(...parts: readonly (string | null)[]): string | null {
  const said: string[] = [];
  for (const part of parts) {
    if (part !== null && !said.some((each) => each.toLowerCase().includes(part.toLowerCase()))) said.push(part);
  }
  return said.length === 0 ? null : said.join(" · ");
}
