/** One gesture, one call: a second press on the same number within a moment is the same wish. */

const REPEAT_MS = 1500;

/** True for the first of several equal wishes in a row. */
export function once(now: () => number = () => performance.now()): (key: string) => boolean {
  let last = { key: "", at: -Infinity };
  return (key) => {
    const isRepeat = last.key === key && now() - last.at < REPEAT_MS;
    if (!isRepeat) last = { key, at: now() };
    return !isRepeat;
  };
}
