/** One line about the companion while nothing is wrong with it. */
import type { JSX } from "preact";
import { t } from "../messages.ts";
import type { CompanionView } from "../surface-messages.ts";

export function companionText(companion: CompanionView): string {
  switch (companion.kind) {
    case "idle":
    case "starting":
      return t("companion_starting");
    case "ready": {
      const extension = companion.status?.extension;
      return extension === null || extension === undefined ? t("companion_ready") : t("companion_ready_as", extension);
    }
    case "trouble":
      return t("companion_trouble");
  }
}

export const CompanionLine = ({ companion }: { companion: CompanionView }): JSX.Element => (
  <p class="companion small-text soft" data-companion={companion.kind === "trouble" ? companion.code : companion.kind}>
    {companionText(companion)}
  </p>
);
