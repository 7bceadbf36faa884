/** Where numbers are marked. The browser is asked in the same click that makes the choice. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { EVERY_SITE, marksAt, normaliseSite, patternsOf, type SiteMode, type SiteRules } from "../shared/sites.ts";
import { EditableList } from "../shared/ui/editable-list.tsx";
import { Choice, Section } from "../shared/ui/fields.tsx";
import { requestSites, useGrants, type Grants } from "../shared/ui/grants.ts";
import { lockOf, setBy } from "../shared/ui/locked.tsx";
import type { SectionProps } from "./options.tsx";

const isGranted = ({ everywhere, origins }: Grants, site: string): boolean =>
  everywhere || patternsOf(site).every((pattern) => origins.includes(pattern));

export function SitesSection({ view: { settings, policy }, change }: SectionProps): JSX.Element {
  const grants = useGrants();
  const { sites } = settings;
  const by = setBy(policy);
  const keep = (sitesChange: Partial<SiteRules>): void =>
    change((current) => ({ ...current, sites: { ...current.sites, ...sitesChange } }));
  const choose = (mode: SiteMode): void => {
    if (mode === "all" && !grants.everywhere) void requestSites([EVERY_SITE]);
    keep({ mode });
  };
  const addSite = (site: string): void => {
    void requestSites(patternsOf(site));
    keep({ chosen: [...sites.chosen, site] });
  };
  const ask = (site: string): JSX.Element | null =>
    isGranted(grants, site) ? null : (
      <button type="button" class="button small" onClick={() => void requestSites(patternsOf(site))}>
        {t("options_give_access")}
      </button>
    );

  return (
    <Section id="sites" title={t("options_sites")}>
      <Choice
        legend={t("options_sites_legend")}
        name="mode"
        value={sites.mode}
        changed={choose}
        lock={lockOf(policy, "sites.mode")}
        options={[
          { value: "all", label: t("options_sites_all") },
          { value: "chosen", label: t("options_sites_chosen") },
          { value: "none", label: t("options_sites_none"), detail: t("options_sites_none_detail") },
        ]}
      />
      {sites.mode === "all" && !grants.everywhere && (
        <div class="card doubt">
          <p>{grants.origins.length === 0 ? t("options_no_access") : t("options_some_access", grants.origins.join(", "))}</p>
          <div class="row">
            <button type="button" class="button small" onClick={() => void requestSites([EVERY_SITE])}>
              {t("options_give_access_everywhere")}
            </button>
          </div>
        </div>
      )}
      {sites.mode === "chosen" && (
        <EditableList
          id="chosen"
          label={t("options_sites_list")}
          placeholder="crm.example.com"
          entries={sites.chosen}
          fixed={{ entries: policy.values["sites.chosen"] ?? [], by }}
          lock={lockOf(policy, "sites.chosen")}
          accept={normaliseSite}
          add={addSite}
          remove={(site) => keep({ chosen: sites.chosen.filter((each) => each !== site) })}
          remark={ask}
        />
      )}
      {sites.mode !== "none" && (
        <EditableList
          id="exceptions"
          label={t("options_exceptions")}
          placeholder="bank.example.com"
          entries={sites.exceptions}
          fixed={{ entries: policy.values["sites.exceptions"] ?? [], by }}
          lock={lockOf(policy, "sites.exceptions")}
          accept={normaliseSite}
          add={(site) => keep({ exceptions: [...sites.exceptions, site] })}
          remove={(site) => keep({ exceptions: sites.exceptions.filter((each) => each !== site) })}
        />
      )}
      <SiteTester sites={sites} grants={grants} />
    </Section>
  );
}

/** An address in, the answer out: whether numbers are marked there, and why not. */
function SiteTester({ sites, grants }: { sites: SiteRules; grants: Grants }): JSX.Element {
  const [text, setText] = useState("");
  const site = normaliseSite(text);
  const url = /^https?:/iu.test(text.trim()) ? text.trim() : `https://${text.trim()}`;
  const answer = (): string => {
    if (site === null) return "";
    if (!marksAt(sites, url)) return t("options_test_rules");
    const covered = grants.everywhere || grants.origins.some((pattern) => coversHost(pattern, url));
    return covered ? t("options_test_marked") : t("options_test_access");
  };
  return (
    <div class="editable">
      <label for="site-test">{t("options_test")}</label>
      <input
        id="site-test"
        class="field"
        type="text"
        inputMode="url"
        spellcheck={false}
        placeholder="https://crm.example.com/contacts"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="small-text" role="status">
        {answer()}
      </p>
    </div>
  );
}

/** `*://*.crm.example/*` covers crm.example and what is below it. */
function coversHost(pattern: string, url: string): boolean {
  const host = /^[^:]+:\/\/([^/]+)\//u.exec(pattern)?.[1];
  if (host === undefined) return false;
  const { hostname } = new URL(url);
  return host.startsWith("*.") ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : hostname === host;
}
