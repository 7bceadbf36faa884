/** All settings on one page. Every change is kept at once. */
import { useEffect, useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { changeSettings } from "../shared/settings-store.ts";
import type { Settings } from "../shared/settings.ts";
import { mount } from "../shared/ui/mount.tsx";
import { useSteady } from "../shared/ui/steady.ts";
import { useSurface } from "../shared/ui/surface.ts";
import { useSettingsView, type SettingsView } from "../shared/ui/use-settings.ts";
import { AppearanceSection } from "./appearance-section.tsx";
import { BackupSection } from "./backup-section.tsx";
import { ClicksSection } from "./clicks-section.tsx";
import { CompanionSection } from "./companion-section.tsx";
import { DiagnosticsSection } from "./diagnostics-section.tsx";
import { NumbersSection } from "./numbers-section.tsx";
import { PolicyCard } from "./policy-card.tsx";
import { PrivacySection } from "./privacy-section.tsx";
import { SitesSection } from "./sites-section.tsx";

/** Long enough to be read, short enough not to be taken for the next change's. */
const SAVED_MS = 2500;

export type Change = (change: (settings: Settings) => Settings) => void;

export interface SectionProps {
  readonly view: SettingsView;
  readonly change: Change;
}

const SECTIONS = [
  ["companion", "options_companion"],
  ["sites", "options_sites"],
  ["numbers", "options_numbers"],
  ["appearance", "options_appearance"],
  ["clicks", "options_clicks"],
  ["privacy", "options_privacy"],
  ["diagnostics", "options_diagnostics"],
  ["backup", "options_backup"],
] as const;

function Options(): JSX.Element {
  const [state, wish] = useSurface();
  const companion = useSteady(state.companion);
  const view = useSettingsView();
  const [saved, setSaved] = useState(0);
  useEffect(() => {
    if (saved === 0) return undefined;
    const timer = setTimeout(() => setSaved(0), SAVED_MS);
    return () => clearTimeout(timer);
  }, [saved]);
  const change: Change = (how) => void changeSettings(how).then(() => setSaved(Date.now()));

  return (
    <div class="options">
      <header>
        <img src="../icons/64.png" alt="" width="40" height="40" />
        <h1>{t("options_title")}</h1>
      </header>
      <nav aria-label={t("options_title")}>
        <ul>
          {SECTIONS.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="sections">
        <CompanionSection companion={companion} region={view?.settings.region ?? null} again={() => wish({ kind: "refresh" })} />
        {view !== null && (
          <>
            <PolicyCard view={view} />
            <SitesSection view={view} change={change} />
            <NumbersSection view={view} change={change} />
            <AppearanceSection view={view} change={change} />
            <ClicksSection view={view} change={change} />
            <PrivacySection view={view} change={change} />
            <DiagnosticsSection view={view} change={change} />
            <BackupSection view={view} change={change} saved={() => setSaved(Date.now())} />
          </>
        )}
      </div>
      <p class={saved === 0 ? "saved" : "saved shown"} role="status">
        {saved === 0 ? "" : t("options_saved")}
      </p>
    </div>
  );
}

mount(t("options_title"), <Options />);
