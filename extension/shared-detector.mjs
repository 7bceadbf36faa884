/** For esbuild: what of the page's part imports the detector gets the one that page/detector.ts has put into the same frame. */
import { fileURLToPath } from "node:url";

const PAGE = fileURLToPath(new URL("./page/", import.meta.url));
const ENTRY = `${PAGE}detector.ts`;
const SHARED = `const detector = Reflect.get(globalThis, Symbol.for("callwith.detector"));
export const { callingCode, detect, explain, mayHoldNumber, prepare, readNumber } = detector;`;

export const sharedDetector = {
  name: "shared-detector",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/detector\/index\.ts$/ }, ({ importer }) => (importer.startsWith(PAGE) && importer !== ENTRY ? { path: "detector", namespace: "shared" } : undefined));
    onLoad({ filter: /^detector$/, namespace: "shared" }, () => ({ contents: SHARED, loader: "js" }));
  },
};

/** The page's part: the gate is in every frame; the others are loaded where they are needed, the detector before the engine. */
export const PAGE_SCRIPTS = {
  "page/gate": "page/gate.ts",
  "page/detector": "page/detector.ts",
  "page/engine": "page/engine.ts",
  "page/why": "page/why.ts",
};
