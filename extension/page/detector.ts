/**
 * The detector, a file of its own behind its data (page/detector-data.ts): scripts that are loaded after it in the same frame take it from there, as
 * shared-detector.mjs has it, and bring none themselves.
 */
import { callingCode, complete, detect, explain, isReady, mayHoldNumber, prepare, readNumber, whenLacking } from "./detector/index.ts";

Reflect.set(globalThis, Symbol.for("callwith.detector"), { callingCode, complete, detect, explain, isReady, mayHoldNumber, prepare, readNumber, whenLacking });
