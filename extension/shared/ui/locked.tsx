/** Who locked a setting, beside it. */
import type { JSX } from "preact";
import { t } from "../messages.ts";
import type { Policy } from "../policy.ts";
import type { Path } from "../settings.ts";
import { LockIcon } from "./icons.tsx";

export const setBy = ({ organisation }: Policy): string =>
  organisation === null ? t("set_by_organisation") : t("set_by", organisation);

/** The sentence for a locked setting; undefined while it can be changed. */
export const lockOf = (policy: Policy, ...paths: readonly Path[]): string | undefined =>
  paths.some((path) => policy.locked.includes(path)) ? setBy(policy) : undefined;

export const LockNote = ({ id, text }: { id?: string; text: string }): JSX.Element => (
  <p class="lock-note small-text soft" id={id}>
    <LockIcon />
    <span>{text}</span>
  </p>
);
