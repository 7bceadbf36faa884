/** Form parts: a section, a group of choices, a switch. Each can be locked, and then says by whom. */
import type { ComponentChildren, JSX } from "preact";
import { LockNote } from "./locked.tsx";

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
  readonly lock?: string | undefined;
}

export const Choice = <T extends string>({ legend, name, value, options, changed, lock }: ChoiceProps<T>): JSX.Element => (
  <fieldset disabled={lock !== undefined} aria-describedby={lock === undefined ? undefined : `${name}-lock`}>
    <legend>{legend}</legend>
    {lock !== undefined && <LockNote id={`${name}-lock`} text={lock} />}
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
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly on: boolean;
  readonly changed: (on: boolean) => void;
  readonly lock?: string | undefined;
}

export const Switch = ({ id, label, detail, on, changed, lock }: SwitchProps): JSX.Element => (
  <div>
    <label class="option">
      <input
        id={id}
        type="checkbox"
        checked={on}
        disabled={lock !== undefined}
        aria-describedby={lock === undefined ? undefined : `${id}-lock`}
        onChange={(event) => changed(event.currentTarget.checked)}
      />
      <span>
        {label}
        {detail !== undefined && <span class="option-detail small-text soft">{detail}</span>}
      </span>
    </label>
    {lock !== undefined && <LockNote id={`${id}-lock`} text={lock} />}
  </div>
);
