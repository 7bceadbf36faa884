/**
 * Up and down go from the field through all rows and back, Home and End to the first and the last, left and right to what else a
 * row offers; typing on a row goes on in the field.
 */

const stepOf = (key: string, at: number, last: number): number | null =>
  key === "ArrowDown" ? at + 1 : key === "ArrowUp" ? at - 1 : at > 0 && key === "Home" ? 1 : at > 0 && key === "End" ? last : null;

export function moveByArrow(event: KeyboardEvent): void {
  const here = document.activeElement;
  const line = here?.closest("[data-line]");
  const field = document.getElementById("number");
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const stops = field === null ? rows : [field, ...rows];
  const at = stops.findIndex((stop) => stop === here || (line !== null && line !== undefined && line.contains(stop)));
  if (at < 0) return;
  if (here !== field && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
    const buttons = [...(line?.querySelectorAll<HTMLElement>("button:not(:disabled)") ?? [])];
    const forward = (event.key === "ArrowRight") === (document.documentElement.dir !== "rtl");
    buttons[buttons.findIndex((button) => button === here) + (forward ? 1 : -1)]?.focus();
    return;
  }
  const next = stepOf(event.key, at, stops.length - 1);
  if (next !== null) {
    const stop = stops[next];
    if (stop === undefined) return;
    event.preventDefault();
    stop.focus();
  } else if (at > 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
    // The key itself arrives in the field, because the focus moves before the browser types it.
    field?.focus();
  }
}
