/** One step: its number, or a tick when it is done. */
import type { ComponentChildren, JSX } from "preact";
import { t } from "../shared/messages.ts";
import { TickIcon } from "../shared/ui/icons.tsx";

interface Props {
  readonly number: number;
  readonly title: string;
  readonly done: boolean;
  readonly children: ComponentChildren;
}

export const Step = ({ number, title, done, children }: Props): JSX.Element => (
  <li class={done ? "step done" : "step"} data-step={number} data-done={done}>
    <span class="step-mark" aria-hidden="true">
      {done ? <TickIcon /> : number}
    </span>
    <div class="step-body">
      <h2>
        {title}
        {done && <span class="visually-hidden"> ({t("welcome_done")})</span>}
      </h2>
      {children}
    </div>
  </li>
);
