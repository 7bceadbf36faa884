/** Loaded where a page has a number or a word that page/detector.ts lacks: the rest of what the detector knows, for the engine that asked. */
import { MORE } from "./detector/more.ts";
import { instanceOf } from "./instance.ts";

if (MORE !== null) instanceOf("engine")?.learn?.(MORE);
