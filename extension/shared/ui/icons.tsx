/** The few pictures of our pages, drawn for them; all are ornaments beside a text. */
import type { ComponentChildren, JSX } from "preact";

function Icon({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const HandsetIcon = (): JSX.Element => (
  <Icon>
    <path
      d="M8.6 3.6 10 7.9c.2.7 0 1.4-.6 1.8L7.7 10.9a12.4 12.4 0 0 0 5.4 5.4l1.2-1.7c.4-.6 1.1-.8 1.8-.6l4.3 1.4c.7.2 1.1.9 1 1.6l-.4 2.5c-.1.8-.8 1.4-1.6 1.4C10.700 20.900 3.100 13.300 3.100 4.600c0-.8.6-1.500 1.400-1.600l2.500-.4c.7-.1 1.400.3 1.600 1Z"
      fill="currentColor"
      stroke="none"
    />
  </Icon>
);

export const GearIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
    <circle cx="15" cy="7" r="2" />
    <circle cx="9" cy="17" r="2" />
  </Icon>
);

export const CopyIcon = (): JSX.Element => (
  <Icon>
    <rect x="9" y="9" width="11" height="11" rx="2" />
    <path d="M5 15H4.500A1.500 1.500 0 0 1 3 13.500v-9A1.500 1.500 0 0 1 4.500 3h9A1.500 1.500 0 0 1 15 4.500V5" />
  </Icon>
);

export const TickIcon = (): JSX.Element => (
  <Icon>
    <path d="m5 12.500 4.500 4.500L19 7.500" />
  </Icon>
);

export const CrossIcon = (): JSX.Element => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);
