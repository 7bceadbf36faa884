/** How numbers are written in one country or another, and what stands around them there. */
import { expect, test } from "vitest";
import { detect } from "../../../extension/page/detector/index.ts";

const written = (text: string, region: string | null): string[] => detect(text, { region }).map((n) => n.written);

test.each([
  ["(0xx11) 3123-4567", "BR", "+551131234567"], ["0 xx 11 3123-4567", "BR", "+551131234567"], ["0**11 3123-4567", "BR", "+551131234567"], ["11 15 4123-4567", "AR", "+5491141234567"], ["(351) 15 412-3456", "AR", "+5493514123456"],
  ["06.8946123", "IT", "+39068946123"], ["02.12345678", "IT", "+390212345678"], ["(0-22) 635 12 34", "PL", "+48226351234"], ["0 22 635 12 34", "PL", "+48226351234"], ["(+48 22) 635 12 34", "PL", "+48226351234"], ["8 (044) 123-45-67", "UA", "+380441234567"],
  ["(02) 2123 4567", "CL", "+56221234567"], ["(30) 123 4567", "HU", "+36301234567"], ["1/234-5678", "HU", "+3612345678"], ["[030] 901820", "DE", "+4930901820"], ["49 (0)30 901820", "DE", "+4930901820"], ["44 (0)161 496 0123", "DE", "+441614960123"],
  ["415 - 555 - 2671", "US", "+14155552671"], ["02) 619-8416", "KR", "+8226198416"], ["**0161 496 0123**", "GB", "+441614960123"], ["__0161 496 0123__", "GB", "+441614960123"],
])("%s (%s) is one whole number", (text, region, e164) => {
  expect(detect(text, { region }).map((n) => n.e164)).toEqual([e164]);
});

test.each([
  ["011 465 1234 ت. 12", "SA", "12"], ["224 123 456, l. 123", "CZ", "123"], ["02/5920 1234, linka č. 12", "SK", "12"], ["640 1234 sise 12", "EE", "12"], ["0212 345 67 89 (dahili 12)", "TR", "12"], ["06 1 234 5678, 12-es mellék", "HU", "12"],
  ["06 1 234 5678 / 12-es mellék", "HU", "12"], ["03-123-4567 של' 12", "IL", "12"], ["2345 6789 內線 12", "HK", "12"], ["0161 496 0123 Ext - 12", "GB", "12"], ["415-555-2671 X-12", "US", "12"], ["8 (495) 123-45-67 доп. 12", "RU", "12"],
])("the extension of %s (%s) is kept", (text, region, extension) => {
  expect(detect(text, { region })).toMatchObject([{ start: 0, end: text.length, extension }]);
});

test.each([["0161 496 0123,,1234#", "1234"], ["+442079460958,,1234# UK", "1234"], ["0161 496 0123 ext 54,2010-01-04", "54"], ["+1 809-234-5896 (ext. 569),1/22/2018", "569"], ["+670 211 2822 转485 1972", "485"], ["0161 496 0123 x 2,5", null], ["0161 496 0123 P71", null], ["0161 496 0123 l 12", null]])(
  "of %s the extension is %s", (text, extension) => {
    expect(detect(text, { region: "GB" }).map((n) => n.extension)).toEqual([extension]);
  });

test.each([
  ["Name (46) 072 349 376 City", "MK", ["072 349 376"]], ["(20) 050 167 0989", "AE", ["050 167 0989"]], ["(44) 161 496 0123", "GB", ["(44) 161 496 0123"]], ["Mobielnummer: 0612345678", "NL", ["0612345678"]], ["Rendelés sz.: 0612345678", "HU", []], ["Tel. sz.: 06 1 234 5678", "HU", ["06 1 234 5678"]], ["Thuisnummer: 020-1234567", "NL", ["020-1234567"]], ["Klantnummer 0201234567", "NL", []], ["Hemnummer: 08-123 45 67", "SE", ["08-123 45 67"]], ["Tel. 0711 12345 6", "DE", ["0711 12345 6"]], ["+39 06 6982 12…", "DE", []], ["030 901820...", "DE", []], ["020 7946 0958...", "GB", ["020 7946 0958"]], ["Telefon 089 5505 1, Fax 089 5505 2", "DE", ["089 5505 1"]], ["0511 9876 5 täglich", "DE", []], ["+49 180 1 2324 1 lines", null, []], ["+264 61226528. 8. x", null, ["+264 61226528"]],
  ["+43 664 123488  622", null, ["+43 664 123488"]], ["+4918053518 1964", null, ["+4918053518 1964"]], ["seit +4918053518 1964.", null, ["+4918053518"]], ["C12 094-282-421", "UY", ["094-282-421"]], ["P2 0212341321", "IT", ["0212341321"]], ["§84 900 12 847", "LU", ["900 12 847"]],
  ["1. 0161 496 0123 2. 0161 496 0124", "GB", ["0161 496 0123", "0161 496 0124"]], ["a) 0161 496 0123 b) 0161 496 0124", "GB", ["0161 496 0123", "0161 496 0124"]], ["1. (900) 212-3456", "US", ["(900) 212-3456"]], ["06. 12. 34. 56. 78. Merci", "FR", ["06. 12. 34. 56. 78"]],
  ["24/7 0161 496 0123", "GB", ["0161 496 0123"]], ["0161 496 0123 24/7", "GB", ["0161 496 0123"]], ["010 233842 – 12. oktobar 1996", "RS", ["010 233842"]], ["01 42 68 53 00 12, rue Haute", "FR", ["01 42 68 53 00"]], ["18:00 +352 86 13 80 47,16.12.04", null, ["+352 86 13 80 47"]],
  ["https://acme.test/83217 0161 496 0123", "GB", ["0161 496 0123"]], ["sip:ada@acme.test;tag=83214 415-555-2671", "US", ["415-555-2671"]], ["urn:nbn:de:0183-83217 0161 496 0123", "GB", ["0161 496 0123"]], ["tel=+34803123148&lang=en", null, ["+34803123148"]],
  ["id=0161 496 0123&lang=en", "GB", []], ["Leeds/01134960123", "GB", ["01134960123"]], ["/archive/Leeds/01134960123", "GB", []], ["Hívjon a 06 1 234 5678-as számon", "HU", ["06 1 234 5678"]],
])("of %s (%s) what is marked is the number alone", (text, region, wanted) => {
  expect(written(text, region)).toEqual(wanted);
});

test.each([
  ["Austin TX 78701 (512) 555-0142", "US", "(512) 555-0142"], ["Boise ID 83702-1234 (208) 555-0142", "US", "(208) 555-0142"], ["NY 10001 212-555-0142", "US", "212-555-0142"], ["Mumbai 400001 022 2202 1234", "IN", "022 2202 1234"],
  ["Paris 75001 01 42 68 53 00", "FR", "01 42 68 53 00"], ["BP 123 01 42 68 53 00", "FR", "01 42 68 53 00"], ["PO Box 12 0161 496 0123", "GB", "0161 496 0123"], ["Unit 4 0161 496 0123", "GB", "0161 496 0123"],
  ["São Paulo 01310-100 (11) 3123-4567", "BR", "(11) 3123-4567"], ["0161 496 0123 9-17", "GB", "0161 496 0123"], ["(212) 555-0142 9-5 Mon-Fri", "US", "(212) 555-0142"], ["030 901820 8-16 Uhr", "DE", "030 901820"],
  ["6123 8528 9-18", "SG", "6123 8528"], ["9-18 6123 8528", "SG", "6123 8528"], ["24/7 (212) 555-0142", "US", "(212) 555-0142"], ["021 903 12 34 1003 Lausanne", "CH", "021 903 12 34"],
  ["01 26 82 75 92 519,04 €", "FR", "01 26 82 75 92"], ["£197.44 020 8607 7698", "GB", "020 8607 7698"], ["#12 (311) 980 4841", "CO", "(311) 980 4841"], ["Prinsengracht 263 06 - 22620857", "NL", "06 - 22620857"],
  ["High Street 12 0161 496 0123 9-17", "GB", "0161 496 0123"], ["0412 345 678 100%", "AU", "0412 345 678"], ["27 17 86 84 100%", "LU", "27 17 86 84"],
])("what stands in front of or behind the number of %s (%s) is a post code, a box, a time or a share", (text, region, number) => {
  expect(written(text, region)).toEqual([number]);
});

test.each([["Order 400001 074190 13962", "IN"], ["Steuernummer 31 033840", "DE"], ["Ref. 4711 0301 901820 12", "DE"], ["12345 0161 496 0123 4567", "GB"], ["1234567 0161 496 0123", "GB"]])("%s (%s) stays one thing", (text, region) => {
  expect(written(text, region)).toEqual([]);
});

test.each(["GB", "DE", "US", "FR", "IT", null])("8 (495) 123-45-67 is Russian: abroad (%s) nothing of it is taken for another country's", (region) => {
  expect(written("Тел. 8 (495) 123-45-67, tel 8 (916) 123 45 67, Call 8-495-123-45-67", region)).toEqual([]);
});

test.each([["Client: %", "GB"], ["Kunde %", "DE"], ["Klant: %", "NL"], ["Πελάτης: %", "GR"], ["العميل: %", "SA"], ["לקוח: %", "IL"], ["ลูกค้า: %", "TH"], ["Objednávky: %", "CZ"]])(
  "%s is somebody, whose number may be written in groups; with \"number\" it is another's", (label, region) => {
    const grouped = { GB: "020 7946 0958", DE: "030 901820", NL: "020 123 4567", GR: "210 123 4567", SA: "011 465 1234", IL: "03-523-4567", TH: "02 123 4567", CZ: "224 123 456" }[region] ?? "";
    expect(written(label.replace("%", grouped), region)).toEqual([grouped]);
    expect(written(label.replace("%", grouped.replace(/\D/g, "")), region)).toEqual([]);
  });

test.each([["Customer no: 020 7946 0958", "GB"], ["Customer ID: 020 7946 0958", "GB"], ["Nr klienta: 22 635 12 34", "PL"], ["Número do cliente: 21 233 8313", "PT"], ["Müşteri no: 0212 345 67 89", "TR"], ["รหัสลูกค้า: 02 123 4567", "TH"], ["Cost centre 020 7946 0958", "GB"]])("%s is no telephone", (text, region) => {
  expect(written(text, region)).toEqual([]);
});

test("a number in one run beside one in groups is another telephone's, unless a word says what else", () => {
  expect(written("Kostenplaats 0201234567, tel. 020 123 4568", "NL")).toEqual(["020 123 4568"]);
  expect(written("tel 640 2345, saateleht 6401234", "EE")).toEqual(["640 2345"]);
  expect(written("Xyzzy 0201234567, tel. 020 123 4568", "NL")).toEqual(["0201234567", "020 123 4568"]);
  expect(written("tel. 020 123 4568 of 0201234567", "NL")).toEqual(["020 123 4568", "0201234567"]);
  expect(written("Jansen 0201234567, De Vries 020 123 4568", "NL")).toEqual(["0201234567", "020 123 4568"]);
});

test.each([
  ["Õige number on 628.123.478.", "LU"], ["Ito ang bago kong numero: 351 721 6270", "IT"], ["pls try 0161 496 0123 thx", "GB"], ["0161 496 0123 all day", "GB"], ["0161 496 0123 US only", "GB"], ["0161 496 0123 = Ada", "GB"], ["0161 496 0123—Ada", "GB"],
  ["a.rossi@meridian.net / 0161 496 0123", "GB"], ["a.rossi@meridian.net:0161 496 0123", "GB"], ["from=01614960123", "GB"], ["0161 496 0123\\n", "GB"], ["Ada,44,20 79 46 09,Road 7", "DK"], ["telefonisch ((044) 011 05 11) bei", "CH"], ["ＴＥＬ番号 :900–22–15", "LI"],
  ["17 - 12 - 30 - 36", "BT"], ["0878 123 497 ve +90 212 345 67 89", "CH"], ["Telefon 2 = 030 901820", "DE"],
])("%s (%s) is found", (text, region) => {
  expect(detect(text, { region }).length).toBeGreaterThan(0);
});

test.each([["4420 - 972 - 172", "TR"], ["FR 25 046 840 283", "IL"], ["Steuernummer 31 033840", "FI"], ["0161 496 0123 = 7", "GB"], ["30.93.27.27/16", "DK"], ["Bestellung: 49-500442", "NO"], ["ACME GmbH\t-32.316776,133.368564", "SG"]])("%s (%s) is none", (text, region) => {
  expect(written(text, region)).toEqual([]);
});

test.each([["Nous avons noté le 0142685300.", "FR"], ["新号：13812345678", "CN"], ["Estou no 912345678", "PT"], ["Chame no 11 91234-5678", "BR"]])("%s has a telephone number", (text, region) => {
  expect(detect(text, { region })).toHaveLength(1);
});

test.each([
  ["Zentrale – [+41] 44 668 18 00", "FR", ["[+41] 44 668 18 00"]], ["☎02-2123-4567(24시간)", "KR", ["02-2123-4567"]], ["+41 44 668 18 00(24h)", "AT", ["+41 44 668 18 00"]],
  ["(868) 623 / 4567", "TT", ["(868) 623 / 4567"]], ["ring 22 85 50 50. 2019 ble bra.", "NO", ["22 85 50 50"]], ["22 85 50 50 March 12, 2021", "NO", ["22 85 50 50"]],
  ["01 512 3456 – 4020 Linz", "AT", ["01 512 3456"]], ["+49 30 901820 – 00-950 Warszawa", "PL", ["+49 30 901820"]], ["Kanaalweg 31 (020) 794 6095", "NL", ["(020) 794 6095"]],
  ["021 3910 4567 psw. 12", "ID", ["021 3910 4567 psw. 12"]], ["01 411 1234 anx. 45", "PE", ["01 411 1234 anx. 45"]], ["020 7946 0958 ext 12 in 3 days", "GB", ["020 7946 0958 ext 12"]],
  ["Call us 02079460958 now", "GB", ["02079460958"]], ["(1) 411 1234", "PE", ["(1) 411 1234"]],
] as const)("%s (%s) is read as people write it there", (text, region, wanted) => {
  expect(written(text, region)).toEqual(wanted);
});

test.each([
  ["file C/2019-44120 is here", "NL"], ["created_at: 1159023682", "AR"], ["85.2.4183.121", "US"], ["311 313 315 317 319 321", "CZ"], ["S. 3120–3480", "HK"], ["Rua 5, 2765-412 Estoril", "GY"],
])("%s (%s) is no number to be called", (text, region) => {
  expect(written(text, region)).toEqual([]);
});

test.each([["Ufficio ordini: 0211023281", "IT"], ["Dział zamówień: 123779774", "PL"], ["Отдел заказов: 83019825053", "RU"]])("%s: who deals with it is called, in one run as well", (text, region) => {
  expect(written(text, region)).toHaveLength(1);
});

test.each([
  ["089 / 123 45 67\n[1562443810070] cron", "DE", ["089 / 123 45 67"]], ["020 7946 0958 x\n4711 done", "GB", ["020 7946 0958"]], ["+45 80 12 35 91 (fax)\n32 12 37 83", "DK", ["+45 80 12 35 91", "32 12 37 83"]],
  ["Patient ID: 032344\n020 7946 0958", "GB", ["020 7946 0958"]], ["Part 843 in stock\n020 7946 0958", "GB", ["020 7946 0958"]], ["Tel. 08-10 20 51\nSedan 2025", "SE", ["08-10 20 51"]],
  ["030 901820; Durchwahl: 0171 123 4567", "DE", ["030 901820", "0171 123 4567"]], ["912 345 678, Durchwahl: 211-234-567", "PT", ["912 345 678", "211-234-567"]], ["01 42 68 53 00; L-2972", "FR", ["01 42 68 53 00"]],
] as const)("of %s (%s) each line, and each number behind its label, is read by itself", (text, region, wanted) => {
  expect(detect(text, { region }).map((found) => found.written)).toEqual(wanted);
});

test.each([
  ["Telephone (night)=0117 496 0123", "GB", "0117 496 0123"], ["Phone (2nd) = 0117 496 0123", "GB", "0117 496 0123"], ["Tel. 2=01174960123", "GB", "01174960123"],
  ["2011-05-02T10:20:30.104,0117 496 0123,12,done", "GB", "0117 496 0123"], ["14:20:30.104,08-10 20 51,08 4486 6290,5", "SE", "08-10 20 51"],
])("%s (%s): a value behind its label, and in a row of a log", (text, region, wanted) => {
  expect(written(text, region)).toContain(wanted);
});

test.each([
  ["Numaram değişti, artık 0558 123 45 67", "TR"], ["Meu número mudou: 912345678", "PT"], ["Номер сменился: 89161234567", "RU"], ["Nechal číslo 0910025103", "SK"], ["Zostawiła numer 501234567", "PL"], ["Оставил номер 89161234567", "RU"],
  ["They left the number 0161 496 0123", "GB"], ["I transferred 0161 496 0123 to the front desk", "GB"], ["Transferido de 912 345 678 para a receção", "PT"], ["Invoice queries: 0161 496 0123", "GB"], ["微信同号 13812345678", "CN"], ["新しい番号：03-1234-5678", "JP"],
  ["Správné číslo je 602835424", "CZ"], ["Riktig nummer er 63415882", "NO"], ["Anna (tlf. 22 85 50 50) ringer", "NO"], ["Anna (+46 (0)8 123 456 78) ringer", "SE"], ["Ayşe (0 (212) 123 45 67) arayacak", "TR"],
])("%s (%s): what is said of a number leaves it one", (text, region) => {
  expect(detect(text, { region })).toHaveLength(1);
});

test.each([
  ["Invoice no. P 682648037", "SE"], ["N.º factura K 612345678", "ES"], ["P.O. no. 02079460958", "GB"], ["t=1390369770 lvl=warn", "US"], ["checksum 4155552671", "US"], ["contactId=4155552671", "US"], ["032221596 kWh", "SE"], ["4155552671 / 4", "US"], ["lines 3024–3162 of", "DK"],
])("%s (%s) is nobody's", (text, region) => {
  expect(written(text, region)).toEqual([]);
});

test.each([
  ["Lada sin costo 800 426 7025", "MX", "800 426 7025"], ["b.g.g. 06-22041697", "NL", "06-22041697"], ["Realty - Suite 200 - (512) 886-8085 - Mon-Fri 8-5", "US", "(512) 886-8085"], ["kom.693251017", "PL", "693251017"], ["Mr. Kavita Iyer-9953849196", "IN", "9953849196"],
  ["電話 03(1379)7998\u3000内線441", "JP", "03(1379)7998\u3000内線441"], ["Part.: (0341) 466-1624", "AR", "(0341) 466-1624"], ["appointment 080-2485 4679", "IN", "080-2485 4679"], ["משלוחים 03-2324492", "IL", "03-2324492"], ["0412 268 465 100%", "AU", "0412 268 465"],
  ["27 17 86 84 100 %", "LU", "27 17 86 84"], ["Case 00001026 · (415) 555-0132", "US", "(415) 555-0132"], ["Phone:415-555-0132Email:a@b.test", "US", "415-555-0132"], ["1-800-GO-FEDEX today", "US", "1-800-GO-FEDEX"], ["1.888.GET.LOAN", "US", "1.888.GET.LOAN"], ["+14155550132,,4155550199# US", "US", "+14155550132"],
])("in %s (%s) the number is found, and no other", (text, region, wanted) => {
  expect(written(text, region)).toEqual([wanted]);
});

test.each([
  ["QST 9104576324 TQ0001", "CA"], ["NEQ 3255717848", "CA"], ["NSS 71 87 28 4281 5", "MX"], ["71 87 28 4281 5", "MX"], ["Cta. cte. 57-93378-26", "CL"], ["č.ú. 203514663/0800", "CZ"], ["Aktenzeichen 866 C 407/24", "DE"], ["5713/2025", "SV"], ["2025-4070", "UY"], ["4870 3806 7729 5232", "GT"],
  ["(226 - 90) / 965", "CY"], ["Zoom: 415 555 0132", "US"], ["1415555013-2", "US"], ["fe80::4155550132", "US"], ["AZ 030/123456", "DE"],
])("%s (%s) is no telephone's", (text, region) => {
  expect(written(text, region)).toEqual([]);
});

test.each([
  ["hennes andra nr: 0731928520", "SE"], ["hans andet nr: 30879438", "DK"], ["druhé číslo: 0944644743", "SK"], ["celălalt număr: 0766425035", "RO"], ["Weitere Nummer\t0413153133", "DE"], ["Växelnummer\t0701234567", "SE"], ["제 번호: 01019454548", "KR"], ["my google voice # 512 301-9545", "US"],
  ["El número de Ana es 612 34 56 78", "ES"], ["Le numéro de Paul : 06 12 34 56 78", "FR"], ["Il numero di Anna è 3331234567", "IT"], ["Numero da richiamare\t02.42707652", "IT"], ["Chamada recebida de (85) 9-6745-8753", "BR"], ["Terugbelnummer: 0201234567", "NL"], ["Zoom: 0041-32-140-34-07", "GB"],
  ["Garderie Les Petits Pas (5 places) 514 641-0914", "CA"], ["Resi: 022 2188 0985", "IN"], ["保育園 03-3751-6241 18時まで", "JP"], ["LVM 6/3, 6/5 206-315-2411", "US"], ["5515-5544 （晚上）", "HK"], ["Tel. 0732 7800 5", "AT"], ["Biglietteria: 0614813628", "IT"],
])("%s (%s): somebody's other number, and numbers beside figures", (text, region) => {
  expect(detect(text, { region })).toHaveLength(1);
});

test.each([
  ["N° de commande: 094 936 191", "BE"], ["N° client\t497 173 058", "LU"], ["SE-nr. 26836264", "DK"], ["nr polisy 171674888", "PL"], ["Company no. 02079460958", "GB"], ["1,1 M€\n992 180 313", "FR"], ["Sinistro 073/3993498", "IT"], ["Art. 06-8192-4029", "NL"], ["Frequent flyer 6135426645", "US"],
  ["ИИН 112134015433", "DO"], ["9502 5689 4731 425", "LU"], ["3977/2023", "HK"],
  ["Код клиента: 8 (912) 345-64-90", "RU"], ["ID pelanggan: 0812-349-176", "ID"], ["מס' לקוח: 02-512-4616", "IL"], ["Ticket 0301234568 / Auftrag 030 1234569", "DE"], ["Ada · Invoice # 657-959-5750 · 24/11/2023", "US"], ["Pedido nº\n0098561672", "PT"], ["رقم العميل # 0049238350", "SA"],
  ["Číslo tiketu: 601778125", "CZ"], ["Zakázka 601 123 456", "CZ"], ["No. penjejakan:\n0123451438", "MY"], ["Saadetise nr: 51234450", "EE"], ["Siuntos Nr.:\n061238294", "LT"], ["No. Rek 0812345678", "ID"], ["კლიენტის ნომერი\n555 73 69 65", "GE"], ["ट्रैकिंग नंबर: 08123451206", "IN"],
  ["6651-6675 of 42218", "SG"], ["38601 - 38800 von 62282", "MX"], ["7781–7800 / 85276", "NO"], ["4141-4160 of 9289", "LT"],
])("%s (%s) is the number of something", (text, region) => {
  expect(written(text, region)).toEqual([]);
});

test.each([
  ["Office Depot – 040–5821894", "NL"], ["Sarah Box\t1800 248 845", "AU"], ["Gino Carta\t800 912 562", "IT"], ["Order of Malta (030 26910027)", "DE"], ["Price & Sons\t054-911-08-55", "IL"], ["Agnès Grondin du Marchand\t06 57 55 02 99", "FR"],
  ["Credit control: 1 (416) 544-5700", "CA"], ["Vehicle licensing (0421-696-856)", "AU"], ["Contract renewals | (08)8638 4509", "AU"], ["Bloqueo de tarjetas: (602) 6479814", "CO"], ["Sendungsauskunft – 01 711 61 68", "AT"], ["Rund um Ihr Konto: 079-862 19 71", "CH"],
  ["Sobre a sua conta: 0800 160 8248", "BR"], ["45 € di caparra per bloccare la data. 02 79171847", "IT"], ["Bilety i ceny: 603-551-436", "PL"], ["Numărul proprietarului: 0744217629", "RO"], ["Número do dono: (21) 98752-2499", "BR"], ["Numer do właściciela: 602797775", "PL"],
  ["Nachbarin mit Schlüssel 030 390 74 783", "DE"],
])("%s (%s): a document's word that does not head its phrase is no label of what is written as telephone numbers are", (text, region) => {
  expect(detect(text, { region })).toHaveLength(1);
});

test.each([
  ["Our ref. 020 7946 0958", "GB"], ["Booking ref 020 7946 0958", "GB"], ["Meeting ID: 415 555 0132", "US"], ["see arXiv:4562.12918", "PL"], ["Bestellung INV 2024/430363", "US"], ["KV-Nr. 072/475621", "DE"], ["Försäkr.nr 066-222359", "SE"], ["BDO 919370527", "PL"],
])("%s (%s) is a document's number all the same", (text, region) => {
  expect(written(text, region)).toEqual([]);
});

test.each([
  ["03-6530-0495（内線 47番）", "JP", "03-6530-0495（内線 47番）"], ["01273 450419, extension no.\u00a0656", "GB", "01273 450419, extension no.\u00a0656"], ["01603 781827 x3 calls, no reply", "GB", "01603 781827"], ["0800-175-8370 X5000 Córdoba", "AR", "0800-175-8370"],
  ["Student ID office: 404 253 3544", "US", "404 253 3544"], ["Mme Pons (compta) 05.25.89.43.28", "FR", "05.25.89.43.28"], ["Denuncia sinistri: 011-8542077", "IT", "011-8542077"], ["Fehler 721480 3.8, Tel. 32 12 37 83", "DK", "32 12 37 83"],
])("in %s (%s) the number is found with its extension, and no more", (text, region, wanted) => {
  expect(written(text, region)).toEqual([wanted]);
});

test.each([["725505795X105", "ES"], ["TFN 281 779 693 supplied", "AU"], ["721480 3.8->3.10 window", "DK"], ["ID kontaktu: 501234567", "PL"], ["Reporte 3243923991", "MX"]])("%s (%s) is an id", (text, region) => {
  expect(written(text, region)).toEqual([]);
});

test.each([["ESIC 3743488981", "IN"], ["AWB 612345678", "ES"], ["No. 42154030: 26 72 37 52", "LU"]])("%s (%s): short capitals in front of bare digits are an id's", (text, region) => {
  expect(detect(text, { region }).some(({ start }) => start < 6)).toBe(false);
});

test.each([["CFO 9958486964", "IN"], ["Rossi SRL 3331234567", "IT"], ["ANNA LOPEZ 612345678", "ES"], ["ACME 0161 496 0123", "GB"]])("%s (%s) is somebody", (text, region) => {
  expect(detect(text, { region })).toHaveLength(1);
});
