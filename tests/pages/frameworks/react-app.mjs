/** A contact list in React; `h` so that the same file renders on the server. */
import { createElement as h, useState } from "react";

export function App({ first, ready }) {
  const [contacts, setContacts] = useState(first);
  const [draft, setDraft] = useState("");
  ready?.({ set: setContacts });
  return h(
    "main",
    null,
    h("ul", null, contacts.map(({ id, name, phone }) => h("li", { key: id }, h("b", null, name), ": ", phone.slice(0, 4), h("i", null, phone.slice(4)), phone === "" ? " no number" : null))),
    h("form", { onSubmit: (event) => { event.preventDefault(); window.saved = draft; } },
      h("input", { value: draft, onChange: (event) => setDraft(event.target.value) }), h("button", null, "Save"), h("p", null, draft)),
  );
}
