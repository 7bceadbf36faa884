/** What the debug log says of the background's doings; nothing while it is off. */
import { dropLog, shortened, writeLog } from "../shared/log.ts";
import type { CallView } from "../shared/page-messages.ts";
import type { Reply } from "../shared/replies.ts";
import type { CompanionView } from "../shared/surface-messages.ts";

let on = false;
/** What happens before the setting has been read is written once it has. */
let held: string[] | null = [];

function say(line: string): void {
  if (on) writeLog(line);
  else held?.push(line);
}

export function setDebugLog(wanted: boolean): void {
  if (on && !wanted) void dropLog();
  on = wanted;
  const early = held ?? [];
  held = null;
  if (on) early.forEach(writeLog);
}

export function logCompanion(view: CompanionView): void {
  const detail = view.kind === "trouble" ? ` ${view.code}` : view.kind === "ready" ? ` ${view.version} ${view.capabilities.join(",")}` : "";
  say(`companion ${view.kind}${detail}`);
}

export function logCall({ id, state, code, written }: CallView): void {
  say(`call ${id.slice(0, 8)} ${state}${code === null ? "" : ` ${code}`} ${shortened(written)}`);
}

/** A call's states have lines of their own; a status is told by the companion's. */
export function logReply(reply: Reply): void {
  if (reply.type === "error") say(`error ${reply.code} ${reply.id?.slice(0, 8) ?? "-"}`);
  else if (reply.type !== "call") say(`received ${reply.type}`);
}
