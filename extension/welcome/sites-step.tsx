/** Step three: where numbers are marked. Nothing is marked until the person says so here or in the options. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { isLocked, NO_POLICY } from "../shared/policy.ts";
import { changeSettings } from "../shared/settings-store.ts";
import { EVERY_SITE, normaliseSite, patternsOf, type SiteMode, type SiteRules } from "../shared/sites.ts";
import { requestSites, useGrants } from "../shared/ui/grants.ts";
import { LockNote, lockOf } from "../shared/ui/locked.tsx";
import { useSettingsView } from "../shared/ui/use-settings.ts";
import { Step } from "./step.tsx";

const keepSites = (change: (sites: SiteRules) => SiteRules): Promise<unknown> =>
  changeSettings((settings) => ({ ...settings, sites: change(settings.sites) }));

function asksEverywhere(refused: (refused: boolean) => void): void {
  void requestSites([EVERY_SITE]).then(async (granted) => {
    refused(!granted);
    if (granted) await keepSites((sites) => ({ ...sites, mode: "all" }));
  });
}

function asksFor(site: string, refused: (refused: boolean) => void): void {
  void requestSites(patternsOf(site)).then(async (granted) => {
    refused(!granted);
    if (granted) await keepSites((sites) => ({ ...sites, mode: "chosen", chosen: [...sites.chosen, site] }));
  });
}

export function SitesStep(): JSX.Element {
  const view = useSettingsView();
  const grants = useGrants();
  const [text, setText] = useState("");
  const [refused, setRefused] = useState(false);
  const sites = view?.settings.sites ?? null;
  const policy = view?.policy ?? NO_POLICY;
  const lock = lockOf(policy, "sites.mode", "sites.chosen");
  /** Where the organisation decides, its own choice is left: the browser's leave for it is still the person's to give. */
  const isOpen = (mode: SiteMode): boolean => !isLocked(policy, "sites.mode") || sites?.mode === mode;
  const mayAdd = isOpen("chosen") && !isLocked(policy, "sites.chosen");
  const site = normaliseSite(text);
  const everywhere = grants.everywhere && sites?.mode === "all";
  const chosen = sites?.mode === "chosen" && sites.chosen.length > 0 && grants.origins.length > 0;
  const none = sites?.mode === "none";
  const asked = sites?.mode === "chosen" && !grants.everywhere ? sites.chosen.flatMap(patternsOf).filter((each) => !grants.origins.includes(each)) : [];

  const chooseSite = (event: SubmitEvent): void => {
    event.preventDefault();
    if (site === null) return;
    setText("");
    asksFor(site, setRefused);
  };
  const chooseMenu = (): void => void keepSites((before) => ({ ...before, mode: "none" }));

  return (
    <Step number={3} title={t("welcome_where")} done={everywhere || chosen || none}>
      <p class="soft">{t("welcome_where_lead")}</p>
      <div class="choices">
        <div class={everywhere ? "choice chosen" : "choice"}>
          <button type="button" class="button main" aria-pressed={everywhere} disabled={!isOpen("all")} onClick={() => asksEverywhere(setRefused)}>
            {t("welcome_every_site")}
          </button>
          <p class="small-text soft">{t("welcome_every_site_detail")}</p>
        </div>
        <form class={chosen ? "choice chosen" : "choice"} onSubmit={chooseSite}>
          <div class="site-row">
            <label class="visually-hidden" for="site">
              {t("welcome_site_label")}
            </label>
            <input
              id="site"
              class="field"
              type="text"
              inputMode="url"
              spellcheck={false}
              placeholder="crm.example.com"
              dir="ltr"
              value={text}
              disabled={!mayAdd}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <button type="submit" class="button" disabled={site === null || !mayAdd}>
              {t("welcome_this_site")}
            </button>
          </div>
          <p class="small-text soft">
            {chosen ? t("welcome_sites_chosen", sites.chosen.join(", ")) : t("welcome_this_site_detail")}
          </p>
        </form>
        <div class={none ? "choice chosen" : "choice"}>
          <button type="button" class="button" aria-pressed={none} disabled={!isOpen("none")} onClick={chooseMenu}>
            {t("welcome_menu_only")}
          </button>
          <p class="small-text soft">{t("welcome_menu_only_detail")}</p>
        </div>
      </div>
      {lock !== undefined && <LockNote text={lock} />}
      {lock !== undefined && asked.length > 0 && (
        <div class="row">
          <button type="button" class="button" onClick={() => void requestSites(asked).then((granted) => setRefused(!granted))}>
            {t("options_give_access")}
          </button>
        </div>
      )}
      <p role="status">{refused ? t("welcome_refused") : ""}</p>
    </Step>
  );
}
