/** What starts a call: clicks on marked numbers, telephone links, shortcuts. */
import { useEffect, useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import type { ClickBehaviour } from "../shared/settings.ts";
import { Choice, Section, Switch } from "../shared/ui/fields.tsx";
import { lockOf } from "../shared/ui/locked.tsx";
import type { SectionProps } from "./options.tsx";
import { TelLinks } from "./tel-links.tsx";

function useShortcuts(): readonly chrome.commands.Command[] {
  const [commands, setCommands] = useState<readonly chrome.commands.Command[]>([]);
  useEffect(() => void chrome.commands.getAll().then(setCommands), []);
  return commands;
}

const shortcutName = (command: chrome.commands.Command): string =>
  command.name === "_execute_action" ? t("options_shortcut_popup") : t("command_call_selection");

export function ClicksSection({ view: { settings, policy }, change }: SectionProps): JSX.Element {
  const shortcuts = useShortcuts();
  return (
    <Section id="clicks" title={t("options_clicks")}>
      <Choice<ClickBehaviour>
        legend={t("options_click")}
        name="click"
        value={settings.click}
        changed={(click) => change((current) => ({ ...current, click }))}
        lock={lockOf(policy, "click")}
        options={[
          { value: "single", label: t("options_click_single") },
          { value: "double", label: t("options_click_double") },
          { value: "modifier", label: t("options_click_modifier") },
          { value: "off", label: t("options_click_off"), detail: t("options_click_off_detail") },
        ]}
      />
      <Switch
        id="links"
        label={t("options_links")}
        detail={t("options_links_detail")}
        on={settings.links}
        changed={(links) => change((current) => ({ ...current, links }))}
        lock={lockOf(policy, "links")}
      />
      <TelLinks />
      <h3>{t("options_shortcuts")}</h3>
      <dl class="facts">
        {shortcuts.map((command) => (
          <div key={command.name}>
            <dt class="soft">{shortcutName(command)}</dt>
            <dd>{command.shortcut ? <kbd>{command.shortcut}</kbd> : t("options_shortcut_none")}</dd>
          </div>
        ))}
      </dl>
      <p class="small-text soft">{t("options_omnibox")}</p>
      <p class="small-text soft">{BROWSER === "firefox" ? t("options_shortcuts_firefox") : t("options_shortcuts_chromium")}</p>
    </Section>
  );
}
