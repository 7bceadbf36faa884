/** For esbuild: what of the page's part imports the detector gets the one that page/detector.ts has put into the same frame. */
import { fileURLToPath } from "node:url";

const PAGE = fileURLToPath(new URL("./page/", import.meta.url));
const SHARED = `const detector = Reflect.get(globalThis, Symbol.for("callwith.detector"));
export const { callingCode, complete, detect, explain, isReady, mayHoldNumber, prepare, readNumber, whenLacking } = detector;`;

const PACKED = `export const { PACKED_NUMBERS, PACKED_PLANS, PACKED_WORDS } = Reflect.get(globalThis, Symbol.for("callwith.packed"));`;

export const sharedDetector = {
  name: "shared-detector",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/detector\/index\.ts$/ }, ({ importer }) => (importer.startsWith(PAGE) ? { path: "detector", namespace: "shared" } : undefined));
    onLoad({ filter: /^detector$/, namespace: "shared" }, () => ({ contents: SHARED, loader: "js" }));
  },
};

/** For esbuild: the detector without what is met rarely, and with the data that page/detector-data.ts has put into the same frame. */
export const firstDetector = {
  name: "first-detector",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/(?:lists|plans\.packed)\.js$/ }, () => ({ path: "packed", namespace: "shared" }));
    onLoad({ filter: /^packed$/, namespace: "shared" }, () => ({ contents: PACKED, loader: "js" }));
    onLoad({ filter: /page.detector.more\.ts$/ }, () => ({ contents: "export const MORE = null;", loader: "js" }));
  },
};

/** Built by itself, with `firstDetector`. */
export const DETECTOR_SCRIPT = { "page/detector": "page/detector.ts" };

/** The page's part: the gate is in every frame; the others are loaded where they are needed, the detector's data before it, and it before the engine. */
export const PAGE_SCRIPTS = {
  "page/gate": "page/gate.ts",
  "page/detector-data": "page/detector-data.ts",
  "page/engine": "page/engine.ts",
  "page/detector-more": "page/detector-more.ts",
  "page/why": "page/why.ts",
};
