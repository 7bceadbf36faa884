/**
 * Number plans and words of usual countries and scripts, packed: a file of its own, loaded before page/detector.ts. Code and figures
 * compress each by themselves better than one behind the other, by a fiftieth of both.
 */
import { PACKED_WORDS } from "./detector/lists.ts";
import { PACKED_NUMBERS, PACKED_PLANS } from "./detector/plans.packed.ts";

Reflect.set(globalThis, Symbol.for("callwith.packed"), { PACKED_NUMBERS, PACKED_PLANS, PACKED_WORDS });
