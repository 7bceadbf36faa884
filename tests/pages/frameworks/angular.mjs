import "@angular/compiler";
import { Component, ErrorHandler, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";

class Contacts {
  contacts = signal(window.first);
  draft = signal("");
  constructor() {
    window.app = { set: (next) => this.contacts.set(next) };
  }
  save(event) {
    event.preventDefault();
    window.saved = this.draft();
  }
}
const Root = Component({
  selector: "app-root",
  template: `<main>
    <ul>@for (contact of contacts(); track contact.id) {
      <li><b>{{ contact.name }}</b>: {{ contact.phone.slice(0, 4) }}<i>{{ contact.phone.slice(4) }}</i>@if (contact.phone === "") { no number }</li>
    }</ul>
    <form (submit)="save($event)"><input [value]="draft()" (input)="draft.set($any($event.target).value)"><button>Save</button><p>{{ draft() }}</p></form>
  </main>`,
})(Contacts) ?? Contacts;

document.getElementById("root").append(document.createElement("app-root"));
const tell = { handleError: (error) => window.errors.push(String(error)) };
await bootstrapApplication(Root, { providers: [provideZonelessChangeDetection(), { provide: ErrorHandler, useValue: tell }] }).catch((error) => window.errors.push(String(error)));
