/** A contact list in Vue; a render function, so that the same file renders on the server. */
import { h, ref } from "vue";

export const App = {
  props: ["first"],
  setup({ first }) {
    const contacts = ref(first);
    const draft = ref("");
    if (typeof window !== "undefined") window.app = { set: (next) => (contacts.value = next) };
    return () =>
      h("main", [
        h("ul", contacts.value.map(({ id, name, phone }) => h("li", { key: id }, [h("b", name), ": ", phone.slice(0, 4), h("i", phone.slice(4)), phone === "" ? " no number" : null]))),
        h("form", { onSubmit: (event) => { event.preventDefault(); window.saved = draft.value; } }, [
          h("input", { value: draft.value, onInput: (event) => (draft.value = event.target.value) }), h("button", "Save"), h("p", draft.value),
        ]),
      ]);
  },
};
