/** A command for the terminal, with a button that copies it. */
import type { JSX } from "preact";
import { CopyButton } from "./copy-button.tsx";

export const Command = ({ command }: { command: string }): JSX.Element => (
  <div class="command">
    <code>{command}</code>
    <CopyButton text={command} />
  </div>
);
