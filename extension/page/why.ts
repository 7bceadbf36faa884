/** Loaded where the person asked why something is marked or not, and nowhere else: the engine is there already. */
import { asObject } from "../shared/decode.ts";
import { decodeExplained } from "../shared/explained.ts";
import { instanceOf, setInstance } from "./instance.ts";
import { Panel } from "./panel.ts";

function start(): void {
  const overlay = instanceOf("engine")?.overlay?.();
  if (overlay === undefined) return;
  const panel = new Panel(overlay);
  const received = (message: unknown): void => {
    const from = asObject(message);
    if (from?.["kind"] === "explained") panel.show(from["explained"] === null ? null : decodeExplained(from["explained"]));
  };
  chrome.runtime.onMessage.addListener(received);
  setInstance("why", {
    destroy() {
      panel.close();
      try {
        chrome.runtime.onMessage.removeListener(received);
      } catch {
        // The extension is gone, and its events with it.
      }
    },
  });
}

// The engine may be another one than at the last question.
instanceOf("why")?.destroy();
start();
