/** What a slow back end takes for the table below the fold, in ms. */
const LATE_MS = 1200;

const $ = (id) => document.getElementById(id);
const element = (name, text, attributes = {}) => {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

let shown = 0;
let late = 0;

function show(index) {
  shown = index;
  const record = RECORDS[index];
  $("initials").textContent = record.name.split(" ").map((word) => word[0]).join("");
  $("name").textContent = record.name;
  $("role").textContent = record.role;
  $("changed").textContent = record.changed;
  $("fields").replaceChildren(...record.fields.flatMap(field));
  $("notes").replaceChildren(...record.notes.map(note));
  $("invoices").replaceChildren(...record.invoices.map(invoice));
  loadPeople(record);
  list();
}

function field([label, value]) {
  const held = element("dd", typeof value === "string" ? value : "");
  if (typeof value !== "string") held.append(element("a", value.text, { href: value.href ?? `tel:${value.tel}` }));
  return [element("dt", label), held];
}

function note([when, text]) {
  const line = element("li", text);
  line.prepend(element("time", when));
  return line;
}

function invoice(cells) {
  return row(cells, (index, text) => (index === 4 || index === 5 ? { class: "sum" } : index === 6 ? { class: text } : {}));
}

function row(cells, attributes = () => ({})) {
  const line = document.createElement("tr");
  line.append(...cells.map((text, index) => element("td", text, attributes(index, text))));
  return line;
}

function loadPeople(record) {
  clearTimeout(late);
  $("people").replaceChildren();
  $("people-state").textContent = "loading …";
  late = setTimeout(() => {
    $("people").append(...record.people.map((cells) => row(cells)));
    $("people-state").textContent = "";
  }, LATE_MS);
}

function list() {
  const wanted = $("search").value.trim().toLowerCase();
  const matching = RECORDS.map((record, index) => ({ record, index })).filter(({ record }) =>
    JSON.stringify([record.name, record.role, record.fields]).toLowerCase().includes(wanted),
  );
  $("contacts").replaceChildren(
    ...matching.map(({ record, index }) => {
      const line = element("li", "", index === shown ? { "aria-current": "true" } : {});
      line.append(element("strong", record.name), element("span", record.role), element("span", record.fields[0][1]));
      line.addEventListener("click", () => show(index));
      return line;
    }),
  );
}

$("search").addEventListener("input", list);
$("compose").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("draft").value.trim();
  if (text === "") return;
  $("notes").prepend(note([new Date().toLocaleString("en-GB"), text]));
  $("draft").value = "";
});
show(0);
