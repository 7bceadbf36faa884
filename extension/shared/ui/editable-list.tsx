/** A list one adds to and takes from. Entries of the organisation stay. */
import { useRef, useState } from "preact/hooks";
import type { ComponentChildren, JSX } from "preact";
import { t } from "../messages.ts";
import { CrossIcon, LockIcon } from "./icons.tsx";
import { LockNote } from "./locked.tsx";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly entries: readonly string[];
  /** Those that cannot be removed, and who says so. */
  readonly fixed: { readonly entries: readonly string[]; readonly by: string };
  /** What is kept of the text; null while it cannot be added. */
  readonly accept: (text: string) => string | null;
  /** Called in the handler of the click or of Enter. */
  readonly add: (entry: string) => void;
  readonly remove: (entry: string) => void;
  /** Said beside an entry, e.g. that the browser does not give access to it. */
  readonly remark?: (entry: string) => ComponentChildren;
  readonly lock?: string | undefined;
}

export function EditableList({ id, label, placeholder, entries, fixed, accept, add, remove, remark, lock }: Props): JSX.Element {
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const accepted = accept(text);
  const isNew = accepted !== null && !entries.includes(accepted);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (accepted === null || !isNew) return;
    add(accepted);
    setText("");
  };
  const take = (entry: string): void => {
    remove(entry);
    // The button that had the focus goes with its entry.
    field.current?.focus();
  };
  return (
    <div class="editable">
      <label for={id}>{label}</label>
      {lock !== undefined && <LockNote id={`${id}-lock`} text={lock} />}
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <li key={entry} class="entry">
              <span dir="auto">{entry}</span>
              {remark?.(entry)}
              {fixed.entries.includes(entry) ? (
                <span class="fixed soft" title={fixed.by}>
                  <LockIcon />
                  <span class="visually-hidden">{fixed.by}</span>
                </span>
              ) : (
                <button
                  type="button"
                  class="icon-button"
                  aria-label={t("action_remove_entry", entry)}
                  title={t("action_remove_entry", entry)}
                  disabled={lock !== undefined}
                  onClick={() => take(entry)}
                >
                  <CrossIcon />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <form class="add-row" onSubmit={submit}>
        <input
          id={id}
          ref={field}
          class="field"
          type="text"
          spellcheck={false}
          placeholder={placeholder}
          value={text}
          disabled={lock !== undefined}
          aria-describedby={lock === undefined ? undefined : `${id}-lock`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={!isNew || lock !== undefined}>
          {t("action_add")}
        </button>
      </form>
    </div>
  );
}
