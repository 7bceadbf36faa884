/**
 * The person's own extension: what the companion's settings let them change, and why not where they do not. It is the
 * companion that decides; what is shown here is only what it said. Asked for when somebody opens it, not before.
 */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { FAILURES } from "../shared/failures.ts";
import { detailOf } from "../shared/call-words.ts";
import { language, t } from "../shared/messages.ts";
import type { OwnExtensionReply } from "../shared/protocol.ts";
import { OWN_SETTINGS, type FromSurface, type OwnSettingName } from "../shared/surface-messages.ts";
import { Command } from "../shared/ui/command.tsx";
import { commandHere } from "../shared/ui/system.ts";

const LABELS = { recording: "own_recording", external_calls: "own_external_calls" } as const;

const dateOf = (at: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));

interface SettingProps {
  readonly name: OwnSettingName;
  readonly own: OwnExtensionReply;
  readonly choose: (on: boolean) => void;
}

/** Two buttons, not a switch: what nobody knows is neither on nor off. */
function Setting({ name, own, choose }: SettingProps): JSX.Element {
  const { value, set_at: setAt, may_set: maySet } = own[name];
  const about = setAt !== null ? t("own_last_set", dateOf(setAt)) : value === null ? t("own_unknown") : null;
  return (
    <fieldset class="own-setting" data-setting={name} disabled={!maySet}>
      <legend>{t(LABELS[name])}</legend>
      <div class="row">
        {[true, false].map((on) => (
          <button
            key={String(on)}
            type="button"
            class={`button small ${value === on ? "main" : ""}`}
            aria-pressed={value === on}
            onClick={(event) => event.isTrusted && choose(on)}
          >
            {t(on ? "own_on" : "own_off")}
          </button>
        ))}
      </div>
      {!maySet && <p class="small-text soft">{t(FAILURES.setting_not_allowed.sentence)}</p>}
      {maySet && about !== null && <p class="small-text soft">{about}</p>}
    </fieldset>
  );
}

function WhyNot({ own: { code, message } }: { own: OwnExtensionReply }): JSX.Element | null {
  if (code === null) return null;
  const { sentence, remedy, command } = FAILURES[code];
  const own = detailOf(message);
  return (
    <div class="card doubt" data-own-code={code}>
      <p class="card-title">{own === null ? t(sentence) : `${t(sentence)} (${own})`}</p>
      <p>{t(remedy)}</p>
      {command !== null && <Command command={commandHere(command)} />}
    </div>
  );
}

interface Props {
  readonly own: OwnExtensionReply | null;
  readonly extension: string;
  readonly wish: (message: FromSurface) => void;
}

export function OwnExtension({ own, extension, wish }: Props): JSX.Element {
  const [open, setOpen] = useState(false);
  const mayAny = own !== null && OWN_SETTINGS.some((name) => own[name].may_set);
  const toggled = (event: Event): void => {
    const isOpen = event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open;
    if (isOpen && !open) wish({ kind: "own-extension" });
    setOpen(isOpen);
  };
  return (
    <details class="own" onToggle={toggled}>
      <summary>{`${t("popup_own_extension")} ${extension}`}</summary>
      {open && (
        <div role="status">
          {own === null && <p class="small-text soft">{t("own_asking")}</p>}
          {own !== null && <WhyNot own={own} />}
        </div>
      )}
      {open &&
        own !== null &&
        mayAny &&
        OWN_SETTINGS.map((name) => (
          <Setting key={name} name={name} own={own} choose={(on) => wish({ kind: "set-own-extension", setting: name, on })} />
        ))}
    </details>
  );
}
