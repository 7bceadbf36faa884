/** How a marked number looks, with a preview. */
import type { CSSProperties, JSX } from "preact";
import { t } from "../shared/messages.ts";
import type { MarkStyle, Settings, Theme } from "../shared/settings.ts";
import { Choice, Section, Switch } from "../shared/ui/fields.tsx";
import { lockOf } from "../shared/ui/locked.tsx";
import type { SectionProps } from "./options.tsx";

/** The colour a chooser starts with. */
const FIRST_COLOUR = "#0a6a5b";

function markStyle(style: MarkStyle, colour: string | null): CSSProperties {
  const ink = colour ?? "currentColor";
  switch (style) {
    case "dotted":
    case "solid":
      return { textDecoration: `underline ${style} ${ink}`, textUnderlineOffset: "3px" };
    case "background":
      return { background: colour === null ? "var(--accent-sheet)" : `color-mix(in srgb, ${colour} 22%, transparent)` };
    case "none":
      return {};
  }
}

export function AppearanceSection({ view: { settings, policy }, change }: SectionProps): JSX.Element {
  const { style, colour, theme, button, badge } = settings.appearance;
  const keep = (part: Partial<Settings["appearance"]>): void =>
    change((current) => ({ ...current, appearance: { ...current.appearance, ...part } }));
  return (
    <Section id="appearance" title={t("options_appearance")}>
      <Choice<MarkStyle>
        legend={t("options_mark")}
        name="style"
        value={style}
        changed={(value) => keep({ style: value })}
        lock={lockOf(policy, "appearance.style")}
        options={[
          { value: "dotted", label: t("options_mark_dotted") },
          { value: "solid", label: t("options_mark_solid") },
          { value: "background", label: t("options_mark_background") },
          { value: "none", label: t("options_mark_none") },
        ]}
      />
      <Switch
        id="colour-own"
        label={t("options_colour_own")}
        on={colour !== null}
        changed={(on) => keep({ colour: on ? FIRST_COLOUR : null })}
        lock={lockOf(policy, "appearance.colour")}
      />
      {colour !== null && (
        <div class="row">
          <label for="colour">{t("options_colour")}</label>
          <input
            id="colour"
            type="color"
            value={colour}
            disabled={policy.locked.includes("appearance.colour")}
            onChange={(event) => keep({ colour: event.currentTarget.value })}
          />
        </div>
      )}
      <p class="preview" aria-label={t("options_preview")} role="group">
        {t("options_preview_name")}{" "}
        <span class="number mark" style={markStyle(style, colour)}>
          +44 20 7946 0958
        </span>
      </p>
      <Choice<Theme>
        legend={t("options_theme")}
        name="theme"
        value={theme}
        changed={(value) => keep({ theme: value })}
        lock={lockOf(policy, "appearance.theme")}
        options={[
          { value: "auto", label: t("options_theme_auto") },
          { value: "light", label: t("options_theme_light") },
          { value: "dark", label: t("options_theme_dark") },
        ]}
      />
      <Switch
        id="button"
        label={t("options_button")}
        on={button}
        changed={(on) => keep({ button: on })}
        lock={lockOf(policy, "appearance.button")}
      />
      <Switch
        id="badge"
        label={t("options_badge")}
        on={badge}
        changed={(on) => keep({ badge: on })}
        lock={lockOf(policy, "appearance.badge")}
      />
    </Section>
  );
}
