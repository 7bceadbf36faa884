/** Arrow keys move from the field through all rows and back; typing on a row goes on in the field. */

export function moveByArrow(event: KeyboardEvent): void {
  const field = document.getElementById("number");
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const stops = field === null ? rows : [field, ...rows];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  } else if (at > 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
    // The key itself arrives in the field, because the focus moves before the browser types it.
    field?.focus();
  }
}
