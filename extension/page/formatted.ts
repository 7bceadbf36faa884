/** A found number in international form, grouped as the page groups it. Pure. */
import { callingCode, type FoundNumber } from "./detector/index.ts";

/** "+49 (0) 30": the zero that is dialled at home only. */
const HOME_ZERO = /\(0\)/u;
const GROUP = /\d+/gu;

export const tidied = (written: string): string => written.replace(/\s+/gu, " ").trim();

/** "(020) 7946-0958" → "+44 20 7946 0958"; what cannot be grouped so is told without groups. */
export function formatted({ written, e164, extension, region }: Pick<FoundNumber, "written" | "e164" | "extension" | "region">): string {
  if (e164 === null) return tidied(written);
  const code = region === null ? undefined : callingCode(region);
  if (code === undefined || !e164.startsWith(`+${code}`)) return e164;
  const national = e164.slice(1 + code.length);
  const groups = groupsOf(written.replace(HOME_ZERO, ""), extension, national.length);
  return groups.join("") === national ? `+${[code, ...groups].join(" ")}` : e164;
}

/** The last so many digits in front of the extension, as they stand in groups. */
function groupsOf(written: string, extension: string | null, digits: number): readonly string[] {
  const all = [...written.matchAll(GROUP)].map(([group]) => group);
  if (extension !== null) {
    for (let rest = extension; rest !== "" && all.length > 0; ) {
      const last = all.pop() ?? "";
      if (!rest.endsWith(last)) return [];
      rest = rest.slice(0, -last.length);
    }
  }
  const groups: string[] = [];
  for (let left = digits; left > 0 && all.length > 0; ) {
    const group = (all.pop() ?? "").slice(-left);
    groups.unshift(group);
    left -= group.length;
  }
  return groups;
}
