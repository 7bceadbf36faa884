/** Listeners of the window. `document.open()` takes all of them away, ours too: they are put back when the document has another root. */

const all = new Set<() => void>();
let observer: MutationObserver | null = null;

export function listen<K extends keyof WindowEventMap>(type: K, react: (event: WindowEventMap[K]) => void, options: AddEventListenerOptions & { readonly signal: AbortSignal }): void {
  // One that is there already is not added again.
  const add = (): void => addEventListener(type, react, options);
  add();
  all.add(add);
  options.signal.addEventListener("abort", () => {
    all.delete(add);
    if (all.size > 0) return;
    observer?.disconnect();
    observer = null;
  });
  if (observer !== null) return;
  observer = new MutationObserver(() => {
    for (const again of all) again();
  });
  observer.observe(document, { childList: true });
}
