/** Marking on this site, on or off. Switching on asks the browser for this site where it was not given yet. */
import { useEffect, useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { changeSettings } from "../shared/settings-store.ts";
import type { Settings } from "../shared/settings.ts";
import { canMark, withMarking } from "../shared/site-switch.ts";
import { marksAt, normaliseSite, patternsOf } from "../shared/sites.ts";
import { LockNote, setBy } from "../shared/ui/locked.tsx";
import { useSettingsView } from "../shared/ui/use-settings.ts";

interface Props {
  readonly url: string;
  readonly settings: Settings;
}

export function SiteSwitch({ url, settings }: Props): JSX.Element | null {
  const [granted, setGranted] = useState(false);
  const view = useSettingsView();
  const site = /^https?:/u.test(url) ? normaliseSite(url) : null;
  const origins = site === null ? [] : [...patternsOf(site)];
  useEffect(() => {
    if (origins.length > 0) void chrome.permissions.contains({ origins }).then(setGranted);
  }, [url]);
  if (site === null) return null;
  const on = granted && marksAt(settings.sites, url);
  const change = (wanted: boolean): void => {
    // The popup may close when the browser asks, so the rule is kept first; without the grant it does nothing.
    void changeSettings((current, { values }) => ({ ...current, sites: withMarking(current.sites, url, wanted, values["sites.chosen"]) }));
    if (wanted && !granted) void chrome.permissions.request({ origins }).then(setGranted);
  };
  const locked = view !== null && !canMark(view.policy, view.own, url, !on);
  return (
    <>
      <label class="switch">
        <input
          type="checkbox"
          checked={on}
          disabled={locked}
          aria-describedby={locked ? "site-lock" : undefined}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        <span>{t("popup_mark_here", site)}</span>
      </label>
      {locked && <LockNote id="site-lock" text={setBy(view.policy)} />}
    </>
  );
}
