/**
 * The detector with its data, a file of its own: scripts that are loaded after it in the same frame take it from there, as
 * shared-detector.mjs has it, and bring none themselves.
 */
// The data first, one behind the other: gzip gives code and figures each the lengths that suit them.
import "./detector/lists.ts";
import "./detector/plans.packed.ts";
import { callingCode, complete, detect, explain, isReady, mayHoldNumber, prepare, readNumber, whenLacking } from "./detector/index.ts";

Reflect.set(globalThis, Symbol.for("callwith.detector"), { callingCode, complete, detect, explain, isReady, mayHoldNumber, prepare, readNumber, whenLacking });
