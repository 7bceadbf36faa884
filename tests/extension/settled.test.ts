/** While the companion is asked again the popup stays as it is. */
import { expect, test } from "vitest";
import { settled } from "../../extension/popup/settled.ts";
import type { CompanionView } from "../../extension/shared/surface-messages.ts";

const greeted: CompanionView = { kind: "ready", version: "2", capabilities: ["hangup"], status: null };
const told = { kind: "ready", version: "1", capabilities: [], status: { extension: "100", region: "GB", pbxKind: "v20" } } as const;
const trouble: CompanionView = { kind: "trouble", code: "companion_stopped", detail: null };

test("a companion that is started again, and has greeted but not said yet whose extension it is, closes nothing that was opened", () => {
  let shown: CompanionView = told;
  for (const next of [{ kind: "idle" }, { kind: "starting" }] as const) shown = settled(shown, next);
  expect(shown).toEqual(told);
  expect(settled(shown, greeted)).toEqual({ ...greeted, status: told.status });
});

test("what is new is shown: trouble, another extension, and a first greeting", () => {
  expect(settled(told, trouble)).toEqual(trouble);
  expect(settled(trouble, greeted)).toEqual(greeted);
  const other: CompanionView = { ...told, status: { extension: "200", region: null, pbxKind: null } };
  expect(settled(told, other)).toEqual(other);
});
