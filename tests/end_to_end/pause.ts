/** For what has no event to wait for, above all for what must not happen. */
export { setTimeout as pause } from "node:timers/promises";
