/** That an organisation set something here, and what of its policy cannot be used. */
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { setBy } from "../shared/ui/locked.tsx";
import { LockIcon } from "../shared/ui/icons.tsx";
import type { SettingsView } from "../shared/ui/use-settings.ts";
import { FaultList } from "./fault-list.tsx";

const isSet = ({ policy, faults }: SettingsView): boolean =>
  Object.keys(policy.values).length > 0 || policy.locked.length > 0 || faults.length > 0;

export function PolicyCard({ view }: { view: SettingsView }): JSX.Element | null {
  if (!isSet(view)) return null;
  const { faults, policy } = view;
  return (
    <div class={faults.length > 0 ? "card doubt" : "card"} id="policy">
      <p class="lock-note">
        <LockIcon />
        <span>
          {t("policy_some")} {setBy(policy)}.
        </span>
      </p>
      {faults.length > 0 && (
        <>
          <p>{t("policy_faults")}</p>
          <FaultList faults={faults} />
        </>
      )}
    </div>
  );
}
