/** The companion: whether it answers, what it is, its settings window, and how it would dial a number. */
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import type { CompanionView } from "../shared/surface-messages.ts";
import { companionText } from "../shared/ui/companion-line.tsx";
import { Section } from "../shared/ui/fields.tsx";
import { OpenSettings } from "../shared/ui/open-settings.tsx";
import { Trouble } from "../shared/ui/trouble.tsx";
import { PlanPreview } from "./plan-preview.tsx";

interface Props {
  readonly companion: CompanionView;
  readonly region: string | null;
  readonly again: () => void;
}

export function CompanionSection({ companion, region, again }: Props): JSX.Element {
  const facts: (readonly [string, string])[] = [[t("options_extension_version"), chrome.runtime.getManifest().version]];
  if (companion.kind === "ready") {
    facts.push([t("options_companion_version"), companion.version]);
    if (companion.status?.pbxKind) facts.push([t("options_pbx_kind"), companion.status.pbxKind]);
    if (companion.status?.extension) facts.push([t("options_extension_number"), companion.status.extension]);
  }
  return (
    <Section id="companion" title={t("options_companion")}>
      {companion.kind === "trouble" ? <Trouble code={companion.code} again={again} /> : <p>{companionText(companion)}</p>}
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt class="soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="editable">
        <p class="small-text soft">{t("options_window_detail")}</p>
        <OpenSettings label={t("action_open_settings")} />
      </div>
      <PlanPreview region={region} />
    </Section>
  );
}
