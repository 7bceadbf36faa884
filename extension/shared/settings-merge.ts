/** Our defaults, the organisation's policy and the person's own choices, put together; and a change taken apart again. Pure. */
import type { Policy } from "./policy.ts";
import { PATHS } from "./settings-decode.ts";
import { DEFAULTS, flatten, nest, type Flat, type Path, type Settings, type Some } from "./settings.ts";

type Changing<T> = { -readonly [P in keyof T]: T[P] };

const OURS = flatten(DEFAULTS);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const without = <T>(list: readonly T[], fixed: readonly T[] = []): readonly T[] =>
  list.filter((each) => !fixed.some((other) => isSame(each, other)));
/** The organisation's entries stand first; the person adds theirs. */
const joined = <T>(fixed: readonly T[] = [], own: readonly T[] = []): readonly T[] => [...fixed, ...without(own, fixed)];

/** What applies. */
export function effective({ values, locked }: Policy, own: Some): Settings {
  const free = Object.fromEntries(Object.entries(own).filter(([path]) => !locked.some((each) => each === path))) as Some;
  return nest({
    ...OURS,
    ...values,
    ...free,
    "sites.chosen": joined(values["sites.chosen"], free["sites.chosen"]),
    "sites.exceptions": joined(values["sites.exceptions"], free["sites.exceptions"]),
    internal: joined(values.internal, free.internal),
    skipLabels: joined(values.skipLabels, free.skipLabels),
  });
}

/** The person's part of settings: without the organisation's entries. */
function ownPart(flat: Flat, { values }: Policy): Flat {
  return {
    ...flat,
    "sites.chosen": without(flat["sites.chosen"], values["sites.chosen"]),
    "sites.exceptions": without(flat["sites.exceptions"], values["sites.exceptions"]),
    internal: without(flat.internal, values.internal),
    skipLabels: without(flat.skipLabels, values.skipLabels),
  };
}

/** What applies where the person has chosen nothing; of lists, what is there besides the organisation's entries. */
const baseOf = (policy: Policy): Flat => ownPart({ ...OURS, ...policy.values }, policy);

/**
 * Choices without those that change nothing: who never chose follows what the organisation, or a later version of ours, sets.
 */
export function onlyChoices(some: Some, policy: Policy): Some {
  const base = baseOf(policy);
  const all = ownPart({ ...base, ...some }, policy);
  const chosen: Changing<Some> = {};
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties the value to its path
  const keep = <P extends Path>(path: P): void => {
    if (path in some && !isSame(all[path], base[path])) chosen[path] = all[path];
  };
  PATHS.forEach(keep);
  return chosen;
}

/** The person's choices after a change of what applies. What is locked, they keep for the day it no longer is. */
export function withChange(own: Some, before: Settings, after: Settings, policy: Policy): Some {
  const base = baseOf(policy);
  const was = ownPart(flatten(before), policy);
  const is = ownPart(flatten(after), policy);
  const chosen: Changing<Some> = {};
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties the value to its path
  const keep = <P extends Path>(path: P): void => {
    if (policy.locked.includes(path) || isSame(was[path], is[path])) {
      if (path in own) chosen[path] = own[path];
    } else if (!isSame(is[path], base[path])) chosen[path] = is[path];
  };
  PATHS.forEach(keep);
  return chosen;
}
