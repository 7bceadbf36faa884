/** Form parts: a section, a group of choices, a switch, a list one adds to. */
import { useState } from "preact/hooks";
import type { ComponentChildren, JSX } from "preact";
import { t } from "../messages.ts";
import { CrossIcon } from "./icons.tsx";

export const Section = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }): JSX.Element => (
  <section class="section" id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {children}
  </section>
);

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly detail?: string }[];
  readonly changed: (value: T) => void;
}

export const Choice = <T extends string>({ legend, name, value, options, changed }: ChoiceProps<T>): JSX.Element => (
  <fieldset>
    <legend>{legend}</legend>
    {options.map((option) => (
      <label key={option.value} class="option">
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={option.value === value}
          onChange={() => changed(option.value)}
        />
        <span>
          {option.label}
          {option.detail !== undefined && <span class="option-detail small-text soft">{option.detail}</span>}
        </span>
      </label>
    ))}
  </fieldset>
);

interface SwitchProps {
  readonly label: string;
  readonly detail?: string;
  readonly on: boolean;
  readonly changed: (on: boolean) => void;
}

export const Switch = ({ label, detail, on, changed }: SwitchProps): JSX.Element => (
  <label class="option">
    <input type="checkbox" checked={on} onChange={(event) => changed(event.currentTarget.checked)} />
    <span>
      {label}
      {detail !== undefined && <span class="option-detail small-text soft">{detail}</span>}
    </span>
  </label>
);

interface ListProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly entries: readonly string[];
  /** What is kept of the text; null while it cannot be added. */
  readonly accept: (text: string) => string | null;
  /** Called in the handler of the click or of Enter. */
  readonly add: (entry: string) => void;
  readonly remove: (entry: string) => void;
  /** Said beside an entry, e.g. that the browser does not give access to it. */
  readonly remark?: (entry: string) => ComponentChildren;
}

export function EditableList({ id, label, placeholder, entries, accept, add, remove, remark }: ListProps): JSX.Element {
  const [text, setText] = useState("");
  const accepted = accept(text);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (accepted === null) return;
    add(accepted);
    setText("");
  };
  return (
    <div class="editable">
      <label for={id}>{label}</label>
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <li key={entry} class="entry">
              <span dir="auto">{entry}</span>
              {remark?.(entry)}
              <button
                type="button"
                class="icon-button"
                aria-label={t("action_remove_entry", entry)}
                title={t("action_remove_entry", entry)}
                onClick={() => remove(entry)}
              >
                <CrossIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form class="add-row" onSubmit={submit}>
        <input
          id={id}
          class="field"
          type="text"
          spellcheck={false}
          placeholder={placeholder}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={accepted === null}>
          {t("action_add")}
        </button>
      </form>
    </div>
  );
}
