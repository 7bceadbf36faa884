import { expect, test } from "vitest";
import { detect, mayHoldNumber, readNumber } from "../../../extension/page/detector/index.ts";

const brief = (text: string, region: string | null, more = {}): unknown => detect(text, { region, ...more }).map(({ written, e164, extension }) => [written, e164, extension]);

test("every decimal digit of Unicode is read", () => {
  for (let zero = 0x30; zero < 0x20000; zero++) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero))) continue;
    const start = zero;
    // Blocks are ten digits in a row from zero to nine; the mathematical ones follow each other.
    for (let value = 0; value < 10; value++) expect(/\p{Nd}/u.test(String.fromCodePoint(start + value)), start.toString(16)).toBe(true);
    const digits = Array.from("442079460958", (digit) => String.fromCodePoint(start + Number(digit))).join("");
    expect(detect(`+${digits}`, { region: null })[0]?.e164, start.toString(16)).toBe("+442079460958");
    zero += 9;
  }
});

test.each([
  ["020 7946 0958 ext. 55", "55"], ["020 7946 0958 x55", "55"], ["020 7946 0958 #55", "55"], ["020 7946 0958;ext=55", "55"], ["020 7946 0958,,55", "55"], ["020 7946 0958 (ext 55)", "55"],
  ["020 7946 0958 доб. 55", "55"], ["020 7946 0958, Durchwahl 55", "55"], ["020 7946 0958 DW 55", "55"], ["020 7946 0958 poste 55", "55"], ["020 7946 0958 wew. 55", "55"],
  ["020 7946 0958 intern 55", "55"], ["020 7946 0958 内線55", "55"], ["020 7946 0958 转55", "55"], ["020 7946 0958 ramal 55", "55"], ["020 7946 0958 anknytning 55", "55"],
  ["020 7946 0958 p. 55", "55"], ["020 7946 0958 내선번호 55", "55"], ["020 7946 0958 转分机55", "55"], ["020 7946 0958 loc. 55", "55"], ["020 7946 0958 interno n. 55", "55"], ["020 7946 0958/55 mellék", "55"],
])("%s keeps its extension", (text, extension) => {
  expect(brief(text, "GB")).toEqual([[text, "+442079460958", extension]]);
});

test("marks are exact in spite of invisible characters, and those around the number stay outside", () => {
  const text = "\u202a+44\u00a020\u20117946\u200b 0958\u202c!";
  expect(detect(text, { region: null })[0]).toMatchObject({ start: 1, end: text.length - 2, e164: "+442079460958" });
});

test.each([
  ["020 7946 0958/9", [["020 7946 0958", "+442079460958", null]]],
  ["020 7946 0958 / 0161 496 0123", [["020 7946 0958", "+442079460958", null], ["0161 496 0123", "+441614960123", null]]],
  ["020 7946 0958 oder 0161 496 0123", [["020 7946 0958", "+442079460958", null], ["0161 496 0123", "+441614960123", null]]],
  ["020 7946 0958;0161 496 0123", [["020 7946 0958", "+442079460958", null], ["0161 496 0123", "+441614960123", null]]],
  ["020 7946 0958\n0161 496 0123", [["020 7946 0958", "+442079460958", null], ["0161 496 0123", "+441614960123", null]]],
  ["020 7946 0958 0161 496 0123", [["020 7946 0958", "+442079460958", null], ["0161 496 0123", "+441614960123", null]]],
])("%s: two numbers are not run together", (text, wanted) => {
  expect(brief(text, "GB")).toEqual(wanted);
});

test("no part of a longer run of digits is ever taken for a number", () => {
  for (const text of ["5020 7946 0958 77", "020 7946 0958-12345", "12345020 7946 0958", "+44 20 7946 0958 1234 5678", "020 7946 095 8123 4567 89"]) expect(brief(text, "GB"), text).toEqual([]);
});

test("vanity numbers are read from the keys", () => {
  expect(brief("Call 1-800-FLOWERS now", "US")).toEqual([["1-800-FLOWERS", "+18003569377", null]]);
  expect(brief("1-800-CONTACTS", "US")).toEqual([["1-800-CONTACTS", "+18002668228", null]]);
});

test("numbers labelled Fax are marked only when asked for", () => {
  expect(brief("Fax: 020 7946 0958", "GB")).toEqual([]);
  expect(brief("Fax: 020 7946 0958", "GB", { fax: true })).toHaveLength(1);
  expect(brief("Tel 020 7946 0958, Fax 020 7946 0959", "GB")).toEqual([["020 7946 0958", "+442079460958", null]]);
});

test("a letter that labels the next number is no extension of this one", () => {
  expect(brief("o: 020 7946 0958 m: 07400 123456", "GB")).toEqual([["020 7946 0958", "+442079460958", null], ["07400 123456", "+447400123456", null]]);
});

test.each([
  ["+49 (0)2408 / 9492-0", "DE", "+49240894920"], ["02 21 / 9 87 65-43", "DE", "+492219876543"], ["+43 1 / 512 34 56", "AT", "+4315123456"], ["8 (4852) 30-05-12", "RU", "+74852300512"], ["*0161 496 0123*", "GB", "+441614960123"],
  ["_0161 496 0123_", "GB", "+441614960123"],
])("%s is one whole number", (written, region, e164) => {
  expect(detect(written, { region }).map((n) => n.e164)).toEqual([e164]);
});

test("what comes after a number in its list, a range of lines or a part of a row is not dialled", () => {
  expect(brief("02-123-4567~8", "KR")).toEqual([["02-123-4567", "+8221234567", null]]);
  expect(brief("0161 496 0123 h, 0161 496 0124 m +44 20 7946 0958", "GB")).toHaveLength(3);
  expect(brief("Jo,jo@acme.test,+44 20 7946 0958,Paris,42", "GB")).toEqual([["+44 20 7946 0958", "+442079460958", null]]);
});

test.each([
  ["1) 0161 496 0123 2) 0161 496 0124", "GB", ["0161 496 0123", "0161 496 0124"]], ["3) +31 20 123 4567 4) +32 2 555 12 12", null, ["+31 20 123 4567", "+32 2 555 12 12"]],
  ["+31 20 123 4567 12-Feb-2021", null, ["+31 20 123 4567"]], ["+81 3-1234-5678 2019年4月1日", null, ["+81 3-1234-5678"]], ["14 02 2019 08h15  0161 496 0123", "GB", ["0161 496 0123"]],
  ["Abbiamo chiamato il 348 123 4567 ma era occupato", "IT", ["348 123 4567"]], ["tel 22 635 12 34 w godzinach pracy", "PL", ["22 635 12 34"]], ["+31 101.24.76.91", null, ["+31 101.24.76.91"]],
  ["Werkstatt = 0161 496 0123", "GB", ["0161 496 0123"]], ["Приёмная=0161 496 0123;", "GB", ["0161 496 0123"]], ["telefono (Genova): 3481234567", "IT", ["3481234567"]], ["<td>Phone</td><td>800 - 138 - 7942</td>", "SA", ["800 - 138 - 7942"]],
  ["Ada Byron(22123924)", "LS", ["22123924"]], ["(32) 2577602-2577603", "CL", ["(32) 2577602"]], ["030 901820-901825", "DE", ["030 901820"]], ["030 901820/901825", "DE", ["030 901820"]], ["8 / 301 234-56-78", "RU", ["8 / 301 234-56-78"]],
])("of %s each whole number is marked, and nothing else", (text, region, written) => {
  expect(detect(text, { region }).map((n) => n.written)).toEqual(written);
});

test.each([
  ["[11 April 2019] 0161 496 0123", "GB", ["0161 496 0123"]], ["412,50 NOK 0161 496 0123", "GB", ["0161 496 0123"]], ["17,20 € 0161 496 0123", "GB", ["0161 496 0123"]], ["21/05 – 30/06 0161 496 0123", "GB", ["0161 496 0123"]],
  ["3 mar 2011 – 2001 234 567", "MX", ["2001 234 567"]], ["01 5123456 – 7 bis, rue Haute", "AT", ["01 5123456"]],
  ["Tel. 0711 / 2 58 59 - 0\nMobil 0711 / 2 58 59 - 99\nMail", "DE", ["0711 / 2 58 59 - 0", "0711 / 2 58 59 - 99"]], ["Tel. +49 711 2585 - 17, Fax - 18", "AT", ["+49 711 2585 - 17"]], ["Tel. 030 231250 - 24 Stunden", "DE", ["030 231250"]],
  ["Ring 0161 496 0123 day or night", "GB", ["0161 496 0123"]],
  ["030-901820 – 57136 – Li", "DE", ["030-901820"]], ["won  030 / 901820  403.22", "DE", ["030 / 901820"]], ["77 – 06 6998 1234 – 2024", "IT", ["06 6998 1234"]], ["0171 2345678  0171 2345679", "DE", ["0171 2345678", "0171 2345679"]], ["Try 0161 496 0123 or pop in", "GB", ["0161 496 0123"]], ["Bokning: 0701234567", "SE", ["0701234567"]], ["call 212-555-0142 day or night", "US", ["212-555-0142"]], ["Llame al 612 345 678 días laborables", "ES", ["612 345 678"]], ["Tel. 612345678 horas 9-14", "ES", ["612345678"]], ["612 345 678 km", "ES", []], ["12 345 678 kg", "NO", []], ["Je +421 903 123 456 stále platné", "SK", ["+421 903 123 456"]], ["Ffoniwch +44 161 496 0123 am fanylion", "GB", ["+44 161 496 0123"]], ["+44 161 496 0123 3 days", "GB", ["+44 161 496 0123"]],
  ["row 5: 07911 123456 | row 6: 07911 123457", "GB", ["07911 123456", "07911 123457"]], ["classe 3 - 345 696 8387", "IT", ["345 696 8387"]], ["+39 333 285 1794\u300099 Queen St", "IT", ["+39 333 285 1794"]], ["0800 626 949 7人", "NZ", ["0800 626 949"]],
  ["+352 20 96 65 09 in 2010", "LU", ["+352 20 96 65 09"]], ["02079460018 × 2", "GB", []], ["0161 496 0123 => Ada", "GB", ["0161 496 0123"]],
  ["phone=020 7946 0958 12", "GB", []], ["(22) 123 45 67 12", "PL", []], ["Tel: 416-967-1111/2", "CA", ["416-967-1111"]], ["030 / 901820\n12345 Berlin", "DE", ["030 / 901820"]], ["Тел: (495) 123-45-67 12", "RU", []], ["Tel: 416-967-1111 7", "CA", ["416-967-1111"]], ["(212) 555-0142 ref 4711", "US", ["(212) 555-0142"]], ["13/10/9,0161 496 0123,x", "GB", ["0161 496 0123"]], ["Ada Byron/0161 496 0123", "GB", ["0161 496 0123"]],
  ["ob 0161 496 0123  PT50 0002 0123", "GB", ["0161 496 0123"]], ["0161 496 0123 (2019. gada)", "GB", ["0161 496 0123"]],
  ["Ada Byron +82 2-212-5757 3 de mayo de 2001", "ES", ["+82 2-212-5757"]], ["+43 1 5123456 2004. szept. 3.", null, ["+43 1 5123456"]], ["J. van Dijk\t17/2 – 21/3\t0161 496 0123", "GB", ["0161 496 0123"]],
  ["callerId=0161 496 0123 duration=9", "GB", ["0161 496 0123"]], ["+31 20 123 4567 US$ 12", null, ["+31 20 123 4567"]], ["tel +352 621-123-456 100.20 kr", null, ["+352 621-123-456"]],
  ["The form was sent to 0161 496 0123.", "GB", ["0161 496 0123"]], ["Moje nové číslo je 602 123 456", "CZ", ["602 123 456"]], ["Oda telefonon o 0161 496 0123", "GB", ["0161 496 0123"]],
  ["Auftrag\tTelefon\n0161 496 0124\t0161 496 0123", "GB", ["0161 496 0123"]], ["order,phone,x\n01614960124,01614960123,9", "GB", ["01614960123"]], ["| Kunde | Mobil |\n|---|---|\n| 01614960124 | 01614960123 |", "GB", ["01614960123"]],
  ["หมายเลขโทรศัพท์: 081 867 5354", "TH", ["081 867 5354"]], ["เลขหมายมือถือ: 081 867 5354", "TH", ["081 867 5354"]], ["ໝາຍເລກໂທລະສັບ 020 5555 1234", "LA", ["020 5555 1234"]], ["លេខទូរស័ព្ទ 012 345 678", "KH", ["012 345 678"]],
  ["Número principal: 912 345 678", "ES", ["912 345 678"]], ["Numer główny: 22 621 56 78", "PL", ["22 621 56 78"]], ["Päänumero: 09 123 4567", "FI", ["09 123 4567"]], ["회신번호: 02-312-3456", "KR", ["02-312-3456"]],
  ["In case of flooding: 0161 496 0123", "GB", ["0161 496 0123"]], ["En cas de fuite : 01 42 68 53 00", "FR", ["01 42 68 53 00"]], ["In caso di furto 02 1234 5678", "IT", ["02 1234 5678"]], ["Case of flooding 01614960123", "GB", []],
  ["* 0161 496 0123 *", "GB", ["0161 496 0123"]], ["0161 496 0123 * 3", "GB", []], ["Leeds/0113 496 0123", "GB", ["0113 496 0123"]], ["Ref/0113 496 0123", "GB", []],
])("beside %s the number is found whole", (text, region, written) => {
  expect(detect(text, { region }).map((n) => n.written)).toEqual(written);
});

test.each([
  ["010-62345678-801", "CN", "801"], ["040 123 4567 ala 47", "FI", "47"], ["02-312-3456 של 12", "KR", "12"], ["+86-21-62345678-8012", null, "8012"], ["01 42 68 53 00 poste n° 31", "FR", "31"], ["+351 21 233 8313 ram. 994", null, "994"], ["0124 456 7890 विस्तार 12", "IN", "12"],
])("the extension of %s is kept", (text, region, extension) => {
  expect(detect(text, { region })).toMatchObject([{ start: 0, end: text.length, extension }]);
});

test.each(["El cliente (%)", "Teléfono del cliente: %", "Telefon na fakturze: %", "Téléphone client: %", "Tel. = %", "Anthony Price: %", "Number on file is %", "Servicenummer: %", "携帯番号: %", "Контактный номер: %", "Тэлефон: %", "Derīgs tālruņa numurs: %"])(
  "%s names somebody's telephone", (label) => {
    expect(brief(label.replace("%", "02079460958"), "GB")).toEqual([["02079460958", "+442079460958", null]]);
  });

test.each(["Tel/Fax: %", "Caller ID: %", "Atención al cliente: %", "My neighbour's number: %", "Janet Frame: %"])("%s names a telephone", (label) => {
  expect(brief(label.replace("%", "02079460958"), "GB")).toEqual([["02079460958", "+442079460958", null]]);
});

test("a column heading counts as a label", () => {
  expect(brief("02079460958", "GB", { before: "Invoice no." })).toEqual([]);
  expect(brief("02079460958", "GB", { before: "Phone" })).toHaveLength(1);
  expect(brief("02079460958", "GB", { before: "Fax" })).toEqual([]);
  expect(brief("020 7946 0958", "GB", { before: "Sales Order" })).toEqual([]);
  expect(brief("020 7946 0958", "GB", { before: "SO Number" })).toEqual([]);
  expect(brief("01234567890", "IT", { before: "P. IVA:" })).toEqual([]);
  expect(brief("212-555-0142", "US", { before: "P.O. Box" })).toEqual([]);
  expect(brief("212-555-0142", "US", { before: "P.O. No." })).toEqual([]);
  expect(brief("333 1234567", "IT", { before: "C.F." })).toEqual([]);
  expect(brief("02 1234567", "IT", { before: "P" })).toHaveLength(1);
  expect(brief("020 7946 0958", "GB", { before: "Sales Order Phone" })).toHaveLength(1);
});

test("short internal numbers are marked only by a rule, with its label where it has one", () => {
  expect(brief("Room 101", "GB")).toEqual([]);
  expect(brief("Room 101", "GB", { internal: [{ pattern: "1\\d\\d", label: "ext" }] })).toEqual([]);
  expect(brief("Ext 101, £102, 103.5", "GB", { internal: [{ pattern: "1\\d\\d", label: null }] })).toEqual([["101", null, null]]);
  expect(brief("101", "GB", { before: "Ext", internal: [{ pattern: "1\\d\\d", label: "ext" }] })).toEqual([["101", null, null]]);
  expect(brief("101", "GB", { internal: [{ pattern: "(", label: null }] })).toEqual([]);
});

test("without a region only international form is a number", () => {
  expect(brief("020 7946 0958 or +44 20 7946 0958", null)).toEqual([["+44 20 7946 0958", "+442079460958", null]]);
});

test.each([
  ["tel:+44-20-7946-0958;ext=12", null, "+442079460958", "12"], ["callto:+442079460958", null, "+442079460958", null], ["tel:020%207946%200958", "GB", "+442079460958", null],
  ["tel:7946-0958;phone-context=+44-20", null, "+442079460958", null], ["sip:+442079460958@pbx.test", null, "+442079460958", null], ["0044 (0)20 7946 0958", "US", "+442079460958", null],
  ["1-800-FLOWERS", "US", "+18003569377", null],
])("%s as a whole is a number", (written, region, e164, extension) => {
  expect(readNumber(written, region)).toMatchObject({ e164, extension });
});

test.each(["", "hello", "tel:", "020 7946 0958 and more", "999999999999999", "020 7946 0958 / 0161 496 0123", "%E0%A4%A", "1".repeat(5000)])("%s as a whole is none, and the refusal says why", (written) => {
  const refusal = readNumber(written, "GB");
  expect(refusal).not.toHaveProperty("e164");
  expect(refusal).toHaveProperty("detail");
});

test("a text with fewer than three digits is passed over, and one with digits of any script is not", () => {
  expect(mayHoldNumber("On the 2nd of May, at 5")).toBe(false);
  expect(mayHoldNumber("٠٢٠")).toBe(true);
});

test("departments and people in front of a number name no id", () => {
  const places = {
    "030 90182024": ["DE", "Lager Empfang Vertrieb Verkauf Einkauf Werkstatt Rezeption Praxis Station Bibliothek Verwaltung Ersatzteile Versand Mutter Chef Polizei Wohnung"],
    "020 7946 0958": ["GB", "Warehouse Sales Accounts Reception Workshop Parts Bookings Reservations Library Manager Home Emergency Finance Deliveries Enquiries Pharmacy"],
    "01 42 68 53 00": ["FR", "Accueil Comptabilité Magasin Atelier Secrétariat Livraisons Bibliothèque Mairie Réservations Domicile Chauffeur"],
    "912 345 678": ["ES", "Recepción Tienda Taller Almacén Ventas Biblioteca Reservas Casa Urgencias"], "02 6688 1234": ["IT", "Negozio Ufficio Magazzino Prenotazioni Biblioteca Segreteria"],
    "08-505 100 00": ["SE", "Lager Kontor Växel Verkstad Bibliotek"], "22 621 56 78": ["PL", "Magazyn Recepcja Biblioteka Sekretariat"], "020 123 4567": ["NL", "Magazijn Receptie Bibliotheek Winkel"],
  } as const;
  for (const [number, [region, names]] of Object.entries(places)) {
    for (const name of names.split(" ")) for (const text of [`${name} ${number}`, `${name}: ${number}`]) expect(brief(text, region), text).toHaveLength(1);
  }
});
