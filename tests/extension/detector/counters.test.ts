/** What counts entries, lines or telephones is no digit of a number, and what follows a number at once does not hide it. */
import { expect, test } from "vitest";
import { detect } from "../../../extension/page/detector/index.ts";

const written = (text: string, region: string): string[] => detect(text, { region }).map((number) => number.written);

test.each([
  ["1. 01 251 9183 2. 087 123 4567 3. 085 123 4567", "IE", ["01 251 9183", "087 123 4567", "085 123 4567"]],
  ["1. +39 335 8419622 2. 3206659413 3. 0039 02 869853", "IT", ["+39 335 8419622", "3206659413", "0039 02 869853"]],
  ["1. 089 712724 2. 0171 7127240", "DE", ["089 712724", "0171 7127240"]],
  ["1. 27 69 17 96 2. +352 661 31 02 50", "LU", ["27 69 17 96", "+352 661 31 02 50"]],
  // Pairs that follow one another count nothing.
  ["20 12 34 56\n21 33 44 55", "DK", ["20 12 34 56", "21 33 44 55"]],
  ["06. 12. 34. 56. 78", "FR", ["06. 12. 34. 56. 78"]],
])("entries of a list: %s", (text, region, numbers) => {
  expect(written(text, region)).toEqual(numbers);
});

test.each([
  ["Mobil 2 0171 59080473", "DE", "0171 59080473"], ["Tel. 1 320 8961473", "IT", "320 8961473"], ["Portable 1 06 63 69 51 98", "FR", "06 63 69 51 98"], ["Phone1 210 523 2469", "GR", "210 523 2469"], ["Phone 1 98450 30371", "IN", "98450 30371"],
  // Here it is the trunk prefix, or Vienna's area code.
  ["Tel 1 415 555 0132", "US", "1 415 555 0132"], ["Phone 1 (415) 555-0132", "US", "1 (415) 555-0132"], ["Тел. 8 495 123-45-67", "RU", "8 495 123-45-67"], ["Tel. 1 5123456", "AT", "1 5123456"],
])("a second telephone's label: %s", (text, region, number) => {
  expect(written(text, region)).toEqual([number]);
});

test.each([
  ["Tel/Handy: 069 / 2811-11 / 0172 7982602", "DE", ["069 / 2811-11", "0172 7982602"]], ["0201.8056597 / 0176 / 40329950", "DE", ["0201.8056597", "0176 / 40329950"]], ["041 / 621 99 82 / 0911/208 897", "SK", ["041 / 621 99 82", "0911/208 897"]],
  ["040/86092892/0178 36061899", "DE", ["040/86092892", "0178 36061899"]], ["030 901820 / 0171 1234567", "DE", ["030 901820", "0171 1234567"]], ["020 7946 0958 / 0161 496 0123", "GB", ["020 7946 0958", "0161 496 0123"]],
])("an area code belongs to what is behind its slash: %s", (text, region, numbers) => {
  expect(written(text, region)).toEqual(numbers);
});

test.each([
  ["0178 33407441.danke", "DE", ["0178 33407441"]], ["Tel. 730 326 938.pozdr", "PL", ["730 326 938"]], ["+41774657972.merci", "CH", ["+41774657972"]], ["Tel 020 7946 0018...ask for Ada", "GB", ["020 7946 0018"]], ["070-869 77 18…040-71 96 37", "SE", ["070-869 77 18", "040-71 96 37"]],
  ["PASS: x86-64 PCLMUL", "US", []], ["91 452 97 59-mobile", "ES", ["91 452 97 59"]], ["09 256 138 tai 044 6560520", "FI", ["09 256 138", "044 6560520"]], ["T 7097 0358 M 3122585", "PG", ["7097 0358", "3122585"]],
  ["030 901820...", "DE", []], ["02079460018.pdf", "GB", []], ["02079460018.html", "GB", []], ["91 452 97 59-X", "ES", []],
])("what touches a number from behind: %s", (text, region, numbers) => {
  expect(written(text, region)).toEqual(numbers);
});

test.each([
  ["0664 123 45 67 users", "AT", []], ["030 123 4567 users", "DE", ["030 123 4567"]], ["01 5474412 4 users", "AT", ["01 5474412"]], ["0231 259961 2 Erw. 1 Kind", "DE", ["0231 259961"]], ["0711 123456 20 users", "DE", ["0711 123456"]],
  ["030 901820 12/2024", "DE", ["030 901820"]], ["0161 496 0123 12/2024", "GB", ["0161 496 0123"]], ["030 901820. 100000 Euro", "DE", ["030 901820"]], ["Tel. 030 901820 10115 Berlin", "DE", []],
])("a count behind a number, or its end and a word: %s", (text, region, numbers) => {
  expect(written(text, region)).toEqual(numbers);
});

test.each([
  ["6354,Ada,0049 30 24 95 34,209.85,2020-08-08", "DE", ["0049 30 24 95 34"]], ["803188,Ada,612.362.620,640.09,2002-11-24", "ES", ["612.362.620"]], ["+44 (0)1223 691393 + 020 4207 0736", "GB", ["+44 (0)1223 691393", "020 4207 0736"]],
  ["TEL1:03-6037-5338 TEL2:06-6037-5338", "JP", ["03-6037-5338", "06-6037-5338"]], ["14:30 020 7946 0958", "GB", ["020 7946 0958"]], ["(61) 5565-3084 + +55 71 99034 7124", "BR", ["(61) 5565-3084", "+55 71 99034 7124"]],
])("values and numbers in a row: %s", (text, region, numbers) => {
  expect(written(text, region)).toEqual(numbers);
});

test.each([["n° sécu 1 85 05 78 006 084 91, tél. 01 42 68 53 00", "FR", ["01 42 68 53 00"]], ["AnyDesk 704 542 277", "SE", []], ["961.790.713 Einwohner", "ES", []], ["ohledně 2024-23623 volejte", "CZ", []], ["N° adhérent : 06 12 49 78 13", "FR", []], ["Výrobní číslo 608360094", "CZ", []], ["Kundenr. 55 43 20 43", "NO", []], ["Rua das Flores, 45\n30088-848 Caldeira", "BR", []], ["Tel. 017042752254.mfg Ada", "DE", ["017042752254"]]])("ids beside numbers: %s", (text, region, numbers) => {
  expect(written(text, region)).toEqual(numbers);
});
