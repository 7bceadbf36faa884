import { html, LitElement } from "lit";
import { repeat } from "lit/directives/repeat.js";

class ContactList extends LitElement {
  static properties = { contacts: { attribute: false }, draft: { state: true } };
  constructor() {
    super();
    this.contacts = window.first;
    this.draft = "";
    window.app = { set: (next) => (this.contacts = next) };
  }
  render() {
    const row = ({ name, phone }) => html`<li><b>${name}</b>: ${phone.slice(0, 4)}<i>${phone.slice(4)}</i>${phone === "" ? " no number" : ""}</li>`;
    const save = (event) => { event.preventDefault(); window.saved = this.draft; };
    return html`<main>
      <ul>${repeat(this.contacts, ({ id }) => id, row)}</ul>
      <form @submit=${save}><input .value=${this.draft} @input=${(event) => (this.draft = event.target.value)}><button>Save</button><p>${this.draft}</p></form>
    </main>`;
  }
}
customElements.define("contact-list", ContactList);
document.getElementById("root").append(document.createElement("contact-list"));
