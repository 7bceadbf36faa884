import { expect, test } from "vitest";
import { detect, explain } from "../../../extension/page/detector/index.ts";

/** Digits that are a valid number of the region, so that only what stands around them tells. */
const VALID: Readonly<Record<string, readonly string[]>> = {
  US: ["4155552671", "212-555-0142"], GB: ["02079460958", "7400123456"], DE: ["030901820", "1712345678"], FR: ["0142685300"], IN: ["9876543210"], CN: ["13812345678"],
  BR: ["11912345678"], JP: ["0312345678"], RU: ["89161234567"], PL: ["501234567"], ES: ["612345678"], IT: ["3331234567"], TR: ["5321234567"], KR: ["01012345678"],
};
const TRAPS = [
  "Invoice no. %", "Claim number: %", "Work order %", "PO Box %", "Ref: %", "Our ref. %", "Serial: %", "Case #%", "Ticket #%", "Job ID %", "Meter number %", "Member ID: %",
  "Account number: %", "Acct. %", "Tracking no.: %", "Booking ref %", "Passport No. %", "Tax ID: %", "IMEI %", "Rechnung %", "Kunden-Nr. %", "Vertragsnummer: %", "Aktenzeichen %",
  "Facture n° %", "N° de commande : %", "Número de pedido: %", "Cuenta %", "Fattura n. %", "Factuurnummer: %", "Ordrenr. %", "Kundnr: %", "Tilausnumero %", "Nr faktury: %",
  "Číslo objednávky %", "Rendelésszám: %", "Comanda nr. %", "Номер заказа: %", "Счёт № %", "ИНН %", "Sipariş no: %", "订单号：%", "身份证号：%", "注文番号：%", "주문번호: %",
  "رقم الطلب: %", "מספר הזמנה: %", "ऑर्डर संख्या: %", "No. pesanan: %", "Αριθμός παραγγελίας: %", "customer_id=%", '{"orderId": %}', "invoiceNumber: %", "A/C %", "P/N %",
  "№ %", "SAP No. %", "Αρ. πρωτοκόλλου %", "Α.Φ.Μ. %", "ח.פ. %", "رقم الحجز: %", "الرقم التسلسلي: %", "หมายเลขคำสั่งซื้อ %", "운송장 번호: %", "Seurantatunnus: %", "Серийный номер: %",
  "Faktura č. %", "Račun št. %", "Матични број: %", "Nomor Seri: %",
  "Poziv na broj: %", "Inscrição estadual: %", "Cuenta Bancaria: %", "Cod produs: %", "Numero Carta %", "Αριθμός παραγγελίας αγοράς: %", "رقم بطاقة الهدية: %", "受注番号 %", "注册号: %", "특허번호 %", "רפרנס: %", "סה\"כ %",
  "Skaitītājs: %", "Kogus: %", "Mặt hàng, giá: %", "Məbləğ: %", "ფასი: %", "Գումար: %", "মোট: %", "รหัสพนักงาน %", "バーコード: %", "ISBN-10 %",
  "Data płatności: %", "Číslo zásielky: %", "Broj narudžbe: %", "Užsakymo nr.: %", "Pasūtījuma nr. %", "Tellimuse nr %", "Szállítólevél: %", "Αρ. τιμολογίου: %", "Номер накладної: %", "Захиалгын дугаар: %", "Buyurtma raqami: %", "Sifariş nömrəsi: %",
  "Uimhir ordaithe: %", "Numero ng order: %", "Bestelnommer: %", "ლიცენზიის ნომერი: %", "Պատվերի համար: %", "கணக்கு எண்: %", "খাতা নম্বর: %", "အော်ဒါနံပါတ် %", "ເລກບັນຊີ: %", "លេខវិក្កយបត្រ: %", "Mã đơn hàng: %", "Contact ID: %",
  "Kunde | %", "Lizenz; %", "Faktura …: %", "*Fatura* %", "“Ordine”: “%”", "Invoice » %", "<td>Rechnung</td><td>%</td>", "Anna Berg;Auftrag;%", "k\tInvoice\n1\t%", "| Kód objednávky |\n|---|\n| % |",
  "% numaralı sipariş hazır.", "A % rendelés elkészült.", "GET /%", "WHERE id IN (%, 12)",
  "Kustannuspaikka: %", "Centrum kosztów %", "Serial: %", "Série: %", "退货：%", "반품 %", "Avis d'imposition %", "Contratto di locazione: %",
  "Frame %", "Gift cert. %", "Inhabitants %", "Einwohner %", "Pakke %", "Kontrakt %", "Tillatelse: %", "Intyg %", "Habitants : %", "Attestation %", "Rif. %",
  "Caso %", "Pacco %", "Autorización %", "Pacote %", "Balík %", "Potrdilo %", "Dozvola %",
  "Todistus %", "Hrsz. %", "Belge %", "Sicil %", "Sijil %", "Контракт %", "Свідоцтво %", "Разрешително %",
  "Πιστοποιητικό %", "תעודה %", "شهادة %", "گواهی %", "მოწმობა %", "SO Number %",
  "€ %", "% EUR", "https://x.test/t/%", "%@mail.test", "backup-%.zip", "IMG_%.jpg", "ABC-%", "user%", "see /tickets/%", "?id=%",
];
const MOST_MARKED = 0.01;

test("numbers of orders, accounts, files and the like are left alone, in many languages, though their digits are valid", () => {
  const marked: string[] = [];
  let all = 0;
  for (const [region, digits] of Object.entries(VALID)) {
    for (const trap of TRAPS) {
      for (const one of digits) {
        const text = trap.replace("%", one);
        all++;
        if (detect(text, { region }).length > 0) marked.push(`${region} ${text}`);
      }
    }
  }
  expect(marked.length / all, marked.join("\n")).toBeLessThanOrEqual(MOST_MARKED);
});

test.each([
  ["12.03.2024", "DE"], ["2024-03-12 – 2024-04-01", "DE"], ["03/12/2024 10:45", "US"], ["10:15–11:45", "FR"], ["2019–2023", "HK"], ["1,234,567.89", "US"], ["1.234.567,89 €", "DE"],
  ["192.168.100.200", "GB"], ["10.0.19041.1234", "GB"], ["52.520008, 13.404954", "DE"], ["550e8400-e29b-41d4-a716-446655440000", "US"], ["0x1234567890", "US"],
  ["DE89 3704 0044 0532 0130 00", "DE"], ["GB29 NWBK 6016 1331 9268 19", "GB"], ["4111 1111 1111 1111", "US"], ["978-3-16-148410-0", "DE"], ["GB 980 7806 84", "PL"], ["ATU12345678", "AT"],
  ["756.9217.0769.85", "CH"], ["1920 × 1080", "DE"], ["2.5 kg", "DE"], ["12345-6789", "DE"], ["99.95 %", "DE"], ["20240312", "DK"], ["6-4 7-6 6-3", "PL"], ["556677-8899", "IN"], ["123.456.789-09", "US"], ["12.345.678-5", "PL"], ["1Z 999 AA1 01 2345 6784", "FR"], ["850101/1234", "BR"], ["1 2 3 4 5 6 7 8 9 0", "US"], ["ISO 9001:2015", "DE"],
  ["Price on request, 2024", "LU"], ["Copyright (C) 2011 - 2025 Acme", "DE"], ["0-306-40615-2", "DE"], ["7732-18-5", "EE"], ["rgb(99 111 128 / 0.5)", "NO"], ["0.72609461", "DE"], ["M39.7832 40.9981", "FI"], ["±316.94559", "LT"],
  ["Nygatan 081\n86208 Jönköping", "SE"], ["Chiamata da Rossi il 19.05.1967 alle 9", "PE"], ["105427837,79 €", "FI"], ["6.673.872.783", "BR"], ["T4969817145674", "JP"], ["fill:#f08377", "NO"], ["Boston, MA  02110-1301  USA", "FI"], ["31T DF 87419 33126", "US"], ["grid 4Q FJ 12345 67890", "IN"],
  ["3840 x 896 mm", "LU"], ["1629372714", "IN"], ["6857439490 + 247089311", "DZ"], ["03.42 – 09.47", "FI"], ["call me on 24122024", "DK"], ["Ring til mig den 05112025", "DK"], ["24122024", "SG"], ["see pp. 403-408.", "LU"], ["21-17, 18-21, 15-9", "LU"], ["403 700", "LU"], ["14 02 2019", "ZA"], ["(5874204.12 ден)", "PL"], ["x = 4155552671", "US"], ["22/12-1956", "NO"], ["8/10 4-2 0-2", "PA"], ["d58a c9e4 0390 0148 fa47", "FI"],
])("%s is no telephone number", (text, region) => {
  expect(detect(text, { region })).toEqual([]);
});

test.each([["Rechnung 0301234567", "DE", "label"], ["Fax 030 901820", "DE", "fax"], ["12.03.2024", "DE", "date"], ["DE89 3704 0044 0532 0130 00", "DE", "iban"], ["0301", "DE", "invalid"]])(
  "the refusal of %s gives its reason", (text, region, reason) => {
    const { numbers, refusals } = explain(text, { region });
    expect(numbers).toEqual([]);
    expect(refusals.map((refusal) => refusal.reason)).toContain(reason);
  },
);

test.each([
  ["DE", "* Compile with zstd support (closes: #983660)"], ["DE", "Keep focus on change of owner\n 656565 Simplify"], ["DE", "warn when switching text...\n 689810 Include guard"], ["DE", "Emit the \"activate\" signal\n 568263 cannot see"],
  ["DE", "types are given as m680[01234]0"], ["LU", "any of i[3456]86-linux"], ["LU", "with the extension \".org\" (closes: #993717)"], ["LU", "the patch 993717 of"], ["AU", "see 132501 Make it so"],
  ["DK", "Thu Apr 30 21:39:51 2015 -0700"], ["HK", "s/22-07-2005/22-08-2005/"], ["HK", "chips 5500/5520 of"], ["DK", "see 4841-4848 of"], ["NO", "needs kit 0.23.10 now"], ["LU", "chapter\n24.10\tof"], ["IT", "as of (02/2002) it"], ["US", "Allocate id 64040-64044 (grsec)"], ["US", "more than 2147483647 bytes"], ["CN", "that is 4294967295 at most"],
  ["US", "in Clause\n 252.227-7013 (c)"], ["GB", "\n 556578 GIMP windows"], ["GB", "3411-94 HMAC"], ["FR", "following free rates are:\n\tkbps        109 151 164 218 301 327 435"],
  ["US", "Updated doc/texinfo.tex to 2022-11-13.08"], ["US", "abseil (20220623.1-1) unstable"], ["IN", "abseil (20220623.0-2) unstable"], ["GB", "openbox (0.20171227-1) unstable"], ["DK", "Author: ada <69125751+ada@users.acme.test>"],
  ["FR", "au capital de 1,1 M€\n992 180 313\n30 rue Haute"], ["DE", "the new Pro Pen 3D\n 790201 Settings"], ["DE", "revision 15530:7e4286f:20200426."],
] as const)("in changelogs and logs of programs (%s) %s has none", (region, text) => {
  expect(detect(text, { region }).map(({ written }) => written)).toEqual([]);
});
