/** Names of values that were left out. */
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import type { Fault } from "../shared/settings-decode.ts";

export const FaultList = ({ faults }: { faults: readonly Fault[] }): JSX.Element => (
  <ul class="names">
    {faults.map(({ path, why }) => (
      <li key={path}>
        <code dir="ltr">{path}</code>
        {why === "unknown" && <span class="soft"> {t("fault_unknown")}</span>}
      </li>
    ))}
  </ul>
);
