/** The number in a `tel:`, `callto:` or `sip:` link. Pure. */

export interface LinkNumber {
  readonly written: string;
  /** `;ext=` of RFC 3966. */
  readonly extension: string | null;
}

const LINK = /^(tel|callto|sips?):(?:\/\/)?(.*)$/isu;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const isTelephoneLink = (href: string): boolean => LINK.test(href.trim());

export function numberOfLink(href: string): LinkNumber | null {
  const match = LINK.exec(href.trim());
  if (match === null) return null;
  const scheme = match[1]?.toLowerCase() ?? "";
  const [target = "", ...parameters] = decoded((match[2] ?? "").split("?")[0] ?? "").split(";");
  // sip:100@pbx.example: the user part; without one it is a machine and no number.
  const user = scheme.startsWith("sip") ? (target.includes("@") ? (target.split("@")[0] ?? "") : target) : target;
  const written = (user.split(":")[0] ?? "").trim();
  if (!/\d/u.test(written)) return null;
  const extension = parameters.map((each) => /^ext=(\d{1,20})$/iu.exec(each.trim())?.[1]).find((each) => each !== undefined);
  return { written, extension: extension ?? null };
}
