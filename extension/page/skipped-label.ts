/** Labels the person does not want marked. Pure. */

/** How far in front of a number such a label may begin, in characters. */
const REACH = 40;

/** The label in front of a number that keeps it from being marked, or null. */
export function skippedBy(start: number, text: string, before: string, skipLabels: readonly string[]): string | null {
  if (skipLabels.length === 0) return null;
  const front = `${before} ${text.slice(Math.max(0, start - REACH), start)}`.toLocaleLowerCase();
  return skipLabels.find((label) => front.includes(label.toLocaleLowerCase())) ?? null;
}
