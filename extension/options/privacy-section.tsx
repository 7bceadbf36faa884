/** What is shown and what is kept: by the extension, and by the companion, whose settings are its own. */
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { Section, Switch } from "../shared/ui/fields.tsx";
import { lockOf } from "../shared/ui/locked.tsx";
import type { SectionProps } from "./options.tsx";

export function PrivacySection({ view: { settings, policy }, change }: SectionProps): JSX.Element {
  return (
    <Section id="privacy" title={t("options_privacy")}>
      <Switch
        id="history"
        label={t("options_history")}
        detail={t("options_history_detail")}
        on={settings.privacy.history}
        changed={(history) => change((current) => ({ ...current, privacy: { ...current.privacy, history } }))}
        lock={lockOf(policy, "privacy.history")}
      />
      <p class="small-text soft">{t("privacy_extension")}</p>
      <div class="editable">
        <h3>{t("privacy_companion")}</h3>
        <p class="small-text soft">{t("privacy_companion_detail")}</p>
        <dl class="facts">
          <div>
            <dt>
              <code dir="ltr">[journal] keep_days = 90</code>
            </dt>
            <dd class="small-text soft">{t("privacy_keep_days")}</dd>
          </div>
          <div>
            <dt>
              <code dir="ltr">[journal] shorten_numbers = true</code>
            </dt>
            <dd class="small-text soft">{t("privacy_shorten", "+442…58")}</dd>
          </div>
        </dl>
      </div>
    </Section>
  );
}
