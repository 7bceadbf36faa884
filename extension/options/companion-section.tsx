/** How the companion stands, and what a supporter would ask for. */
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import type { CompanionView } from "../shared/surface-messages.ts";
import { companionText } from "../shared/ui/companion-line.tsx";
import { Command } from "../shared/ui/command.tsx";
import { Section } from "../shared/ui/fields.tsx";
import { Trouble } from "../shared/ui/trouble.tsx";

interface Props {
  readonly companion: CompanionView;
  readonly again: () => void;
}

export function CompanionSection({ companion, again }: Props): JSX.Element {
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
      <p class="soft">{t("options_doctor")}</p>
      <Command command="callwith doctor" />
    </Section>
  );
}
