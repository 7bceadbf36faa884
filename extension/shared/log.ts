/**
 * The debug log, for those who switch it on: one line for each thing that happened, kept in `storage.session`: it is gone with the
 * browser, and no content script can read it. Numbers are shortened before they get here.
 */
export const LOG_KEY = "log";
/** Some hours of one person's calls; keeps the area far below its 10 MB. */
const MAX_LINES = 500;

export async function readLog(): Promise<readonly string[]> {
  const { [LOG_KEY]: lines } = await chrome.storage.session.get(LOG_KEY);
  return Array.isArray(lines) ? lines.filter((line) => typeof line === "string") : [];
}

let last: Promise<void> = Promise.resolve();

/** One after the other, so that no line is lost. */
export function writeLog(line: string): void {
  const stamped = `${new Date().toISOString()} ${line}`;
  last = last
    .then(async () => chrome.storage.session.set({ [LOG_KEY]: [...(await readLog()), stamped].slice(-MAX_LINES) }))
    .catch(() => undefined);
}

export const dropLog = (): Promise<void> => chrome.storage.session.remove(LOG_KEY);

/** As the companion's log has it: enough to recognise a number, too little to call it. */
export const shortened = (number: string): string => {
  const digits = number.replace(/[^\d+]/gu, "");
  return digits.length > 6 ? `${digits.slice(0, 4)}…${digits.slice(-2)}` : "…";
};
