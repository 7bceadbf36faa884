/** A sentence that could not be shown on the page it was about. */
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import type { Note } from "../shared/surface-messages.ts";
import { CrossIcon } from "../shared/ui/icons.tsx";

export const NoteCard = ({ note, dismiss }: { note: Note; dismiss: () => void }): JSX.Element => (
  <section class="card doubt" role="alert">
    <div class="note-row">
      <p class="card-title">{note.text}</p>
      <button type="button" class="icon-button" aria-label={t("action_close")} title={t("action_close")} onClick={dismiss}>
        <CrossIcon />
      </button>
    </div>
    {note.remedy !== null && <p>{note.remedy}</p>}
  </section>
);
