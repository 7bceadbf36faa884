import { expect, test } from "vitest";
import { detect } from "../../../../extension/page/detector/index.ts";
import { FORMATS } from "./formats.ts";

/** As numbers stand in CRMs, mails and web sites of several languages. `%` is the number. */
const SURROUNDINGS = [
  "%", "Reach us: %", "%, Mon–Fri", "Maria Rossi (%)", "Kontakt: % · Musterstraße 5", "Please ring % after lunch.", "HQ\n%\nhello@firma.test",
  "Left message on %. Will try 3 Dec.", "Peter | % | p@x.test", "“%”", "Teléfono (oficina): %", "tel: %; 12/05/2023", "电话：%", "% / desk",
  "2 calls to % today", "Тел.: %, г. Москва", "% – sales", "Tlf. %", "전화 %", "טלפון: %", "هاتف: %", "Gọi % để đặt hàng",
];
const LEAST_RECALL = 0.997;

test("everyday numbers of 35 countries are found whole, in many surroundings, and no other number with them", () => {
  let wanted = 0;
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const [region, formats] of Object.entries(FORMATS)) {
    for (const [written, e164] of formats) {
      for (const surroundings of SURROUNDINGS) {
        const text = surroundings.replace("%", written);
        const start = text.indexOf(written);
        const found = detect(text, { region });
        wanted++;
        if (!found.some((number) => number.e164 === e164 && number.start === start && number.end === start + written.length)) missed.push(`${region} ${text}`);
        for (const number of found) if (number.e164 !== e164) wrong.push(`${region} ${text} → ${String(number.e164)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(Object.keys(FORMATS).length).toBeGreaterThanOrEqual(35);
  expect(1 - missed.length / wanted, missed.join("\n")).toBeGreaterThanOrEqual(LEAST_RECALL);
});
