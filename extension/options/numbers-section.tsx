/** How numbers are read: the country of national ones, fax, labels to leave alone, and the PBX's own short numbers. */
import { useMemo, useState } from "preact/hooks";
import type { JSX } from "preact";
import { getCountries } from "libphonenumber-js/min";
import { language, t } from "../shared/messages.ts";
import { asLabel, isInternalPattern } from "../shared/settings-decode.ts";
import type { InternalNumberRule } from "../shared/settings.ts";
import { EditableList } from "../shared/ui/editable-list.tsx";
import { Section, Switch } from "../shared/ui/fields.tsx";
import { CrossIcon, LockIcon } from "../shared/ui/icons.tsx";
import { LockNote, lockOf, setBy } from "../shared/ui/locked.tsx";
import type { SectionProps } from "./options.tsx";

interface RegionProps {
  readonly region: string | null;
  readonly changed: (region: string | null) => void;
  readonly lock: string | undefined;
}

function Regions({ region, changed, lock }: RegionProps): JSX.Element {
  const regions = useMemo(() => {
    const names = new Intl.DisplayNames([language()], { type: "region" });
    const { compare } = new Intl.Collator(language());
    return getCountries()
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort((one, other) => compare(one.name, other.name));
  }, []);
  return (
    <div class="editable">
      <label for="region">{t("options_region")}</label>
      {lock !== undefined && <LockNote id="region-lock" text={lock} />}
      <select
        id="region"
        class="field"
        value={region ?? ""}
        disabled={lock !== undefined}
        aria-describedby={lock === undefined ? undefined : "region-lock"}
        onChange={(event) => changed(event.currentTarget.value === "" ? null : event.currentTarget.value)}
      >
        <option value="">{t("options_region_auto")}</option>
        {regions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <p class="small-text soft">{t("options_region_detail")}</p>
    </div>
  );
}

interface RulesProps {
  readonly rules: readonly InternalNumberRule[];
  readonly changed: (rules: readonly InternalNumberRule[]) => void;
  readonly fixed: { readonly rules: readonly InternalNumberRule[]; readonly by: string };
  readonly lock: string | undefined;
}

function InternalRules({ rules, changed, fixed, lock }: RulesProps): JSX.Element {
  const [pattern, setPattern] = useState("");
  const [label, setLabel] = useState("");
  const valid = isInternalPattern(pattern.trim());
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!valid) return;
    changed([...rules, { pattern: pattern.trim(), label: label.trim() === "" ? null : label.trim() }]);
    setPattern("");
    setLabel("");
  };
  return (
    <fieldset class="editable" disabled={lock !== undefined} aria-describedby={lock === undefined ? undefined : "internal-lock"}>
      <legend>{t("options_internal")}</legend>
      {lock !== undefined && <LockNote id="internal-lock" text={lock} />}
      <p class="small-text soft">{t("options_internal_detail")}</p>
      {rules.length > 0 && (
        <ul>
          {rules.map((rule) => (
            <li key={`${rule.pattern} ${rule.label ?? ""}`} class="entry">
              <span>
                <code dir="ltr">{rule.pattern}</code>
                {rule.label !== null && <span class="soft"> {t("options_internal_after", rule.label)}</span>}
              </span>
              {fixed.rules.some((each) => each.pattern === rule.pattern && each.label === rule.label) ? (
                <span class="fixed soft" title={fixed.by}>
                  <LockIcon />
                  <span class="visually-hidden">{fixed.by}</span>
                </span>
              ) : (
                <button
                  type="button"
                  class="icon-button"
                  aria-label={t("action_remove_entry", rule.pattern)}
                  title={t("action_remove_entry", rule.pattern)}
                  onClick={() => changed(rules.filter((each) => each !== rule))}
                >
                  <CrossIcon />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <form class="rule-row" onSubmit={submit}>
        <div>
          <label for="pattern">{t("options_internal_pattern")}</label>
          <input
            id="pattern"
            class="field"
            type="text"
            dir="ltr"
            spellcheck={false}
            placeholder="1\d\d"
            value={pattern}
            aria-invalid={pattern !== "" && !valid}
            onInput={(event) => setPattern(event.currentTarget.value)}
          />
        </div>
        <div>
          <label for="label">{t("options_internal_label")}</label>
          <input id="label" class="field" type="text" value={label} onInput={(event) => setLabel(event.currentTarget.value)} />
        </div>
        <button type="submit" class="button" disabled={!valid}>
          {t("action_add")}
        </button>
      </form>
      <p class="small-text" role="status">
        {pattern !== "" && !valid ? t("options_internal_invalid") : ""}
      </p>
    </fieldset>
  );
}

export function NumbersSection({ view: { settings, policy }, change }: SectionProps): JSX.Element {
  const { skipLabels } = settings;
  const by = setBy(policy);
  return (
    <Section id="numbers" title={t("options_numbers")}>
      <Regions
        region={settings.region}
        changed={(region) => change((current) => ({ ...current, region }))}
        lock={lockOf(policy, "region")}
      />
      <Switch
        id="fax"
        label={t("options_fax")}
        on={settings.fax}
        changed={(fax) => change((current) => ({ ...current, fax }))}
        lock={lockOf(policy, "fax")}
      />
      <EditableList
        id="labels"
        label={t("options_labels")}
        placeholder={t("options_labels_placeholder")}
        entries={skipLabels}
        fixed={{ entries: policy.values.skipLabels ?? [], by }}
        accept={asLabel}
        add={(label) => change((current) => ({ ...current, skipLabels: [...current.skipLabels, label] }))}
        remove={(label) => change((current) => ({ ...current, skipLabels: skipLabels.filter((each) => each !== label) }))}
        lock={lockOf(policy, "skipLabels")}
      />
      <InternalRules
        rules={settings.internal}
        changed={(internal) => change((current) => ({ ...current, internal }))}
        fixed={{ rules: policy.values.internal ?? [], by }}
        lock={lockOf(policy, "internal")}
      />
      <Switch
        id="why"
        label={t("options_why")}
        detail={t("options_why_detail")}
        on={settings.why}
        changed={(why) => change((current) => ({ ...current, why }))}
        lock={lockOf(policy, "why")}
      />
    </Section>
  );
}
