/**
 * What labels say in 64 languages, with one number of each: with which it is a telephone's, a fax's, something else's, and with which
 * it is somebody to be called. When words.ts is pruned, what is still needed of it stands here.
 */
import { describe, expect, test } from "vitest";
import { detect } from "../../../extension/page/detector/index.ts";

type Language = readonly [language: string, region: string, number: string, e164: string, phones: string, faxes: string, others: string, people: string];

const LANGUAGES: readonly Language[] = [
  ["en", "GB", "020 7946 0958", "+442079460958", "Telephone; Mobile; Direct line; Switchboard", "Fax number", "Invoice number; Credit note no; Order; VAT number; Amount due; Booking reference", "Reservations; Claims; Project manager; Note"],
  ["de", "DE", "030 126393", "+4930126393", "Telefon; Rufnummer; Durchwahl; Mobilfunk", "Telefax; Faxnummer", "Rechnungsnummer; Auftrag; Kundennr.; Vertragskonto; Steuernummer; Lieferschein; Gutscheincode; Gesamtbetrag; Reservierung; Best.-Nr.", "Bestellannahme; Projektleiter; Versicherung; Ersatzteilverkauf; Kartenbestellung"],
  ["nl", "NL", "010 123 3410", "+31101233410", "Telefoon; Mobiel; Vast nummer", "Faxnummer", "Factuurnummer; Klantnummer; Bestelling; Bankrekening; Verkoopfactuur; Polisnummer; Bedrag; Cadeaubon; Kostenplaats", "Ledenadministratie; Verzekeringen; Belastingdienst"],
  ["af", "ZA", "010 782 7132", "+27107827132", "Telefoon; Selfoon; Foonnommer; Selfoonnommer; Noodnommer; Kliëntediens", "Faks", "Faktuurnommer; Poskode; Bedrag", "Verkope"],
  ["da", "DK", "32 12 37 83", "+4532123783", "Telefon; Mobilnummer; Træffes på; Direkte nummer", "Faxnummer", "Fakturanr.; Kundenummer; Ordrenummer; Kontonummer; Stregkode; Nettobeløb", "Ordremodtagelse; Forsikring; Projektleder"],
  ["nb", "NO", "21 22 41 19", "+4721224119", "Telefon; Mobil; Sentralbord; Direktenummer; Kundesenter", "Telefaks", "Fakturanummer; Kundenr.; Ordrenummer; Sporingsnummer; Totalbeløp; Strekkode", "Forsikring; Prosjektleder"],
  ["sv", "SE", "08-10 20 51", "+468102051", "Telefon; Mobilnummer; Växel; Kundtjänst", "Faxnummer", "Fakturanummer; Kundnr; Ordernummer; Spårningsnummer; Räkning; Streckkod; Nettobelopp", "Bokningen; Försäkringar; Medlemsservice; Beställning"],
  ["is", "IS", "412 4957", "+3544124957", "Sími; Farsími; Símanúmer; Beint númer; Neyðarnúmer", "Bréfsími fax", "Pöntunarnúmer; Kennitala; Upphæð; Afsláttur", ""],
  ["fr", "FR", "01 23 24 32 95", "+33123243295", "Téléphone; Portable; Numéro de mobile personnel", "Télécopie; Numéro de fax", "Numéro de facture; Commande; Compte client; Code promo; N° de suivi; Référence; Montant; Versement", "Service facturation; Réservations; Prise de commande; Assurance"],
  ["ca", "ES", "810 12 76 81", "+34810127681", "Telèfon; Mòbil; Reserves", "Fax", "Número de factura; Comanda; Codi de barres; Import; Llicència; Pressupost", "Facturació; Atenció al client"],
  ["es", "ES", "810 12 76 81", "+34810127681", "Teléfono; Móvil; Contacto de envío", "Número de fax", "Factura; Número de pedido; Código de reserva; Importe; Tarjeta; Albarán", "Reservas; Jefe de proyecto; Inscripciones; Facturación"],
  ["gl", "ES", "810 12 76 81", "+34810127681", "Teléfono; Móbil", "Fax", "Número de serie; Conta bancaria; Prezo; Desconto", "Facturación"],
  ["pt", "PT", "21 261 5804", "+351212615804", "Telefone; Telemóvel; Número de contacto", "Número de fax", "Número da fatura; Encomenda n.º; Código do cupão; Referência; Quantia; Comprovante", "Receção; Sinistros; Gestor de projeto"],
  ["it", "IT", "02 1102 3281", "+390211023281", "Telefono; Cellulare; Numero di contatto; Assistenza clienti", "Numero fax", "Numero fattura; Ordine; Codice a barre; Codice fiscale; Importo; Scontrino; Transazione", "Ufficio ordini; Prenotazioni; Assicurazioni; Biglietteria; Ordini; Nota"],
  ["ro", "RO", "021 128 2726", "+40211282726", "Telefon; Mobil; Număr de telefon; Relații cu clienții; Rezervări", "Numărul de fax", "Număr factură; Comandă; Cod cupon; Valoare; Reducere; Contul bancar", "Facturare; Rezervări; Abonamente"],
  ["eu", "ES", "810 12 76 81", "+34810127681", "Telefonoa; Mugikorra", "Faxa", "Faktura zenbakia; Posta kodea; Prezioa; Kopurua; Erreferentzia", "Fakturazioa"],
  ["pl", "PL", "12 377 97 74", "+48123779774", "Telefon; Komórka; Infolinia", "Numer faksu; Telefaks", "Numer faktury; Zamówienie nr; Kod kreskowy; Kwota; Rachunek; Kod kuponu; Kredyt", "Biuro obsługi klienta; Dział zamówień; Ubezpieczenia; Kierownik projektu"],
  ["cs", "CZ", "212 053 446", "+420212053446", "Telefon; Mobil; Telefonní číslo společnosti; Zákaznický servis", "Číslo faxu", "Číslo faktury; Objednávka č.; Variabilní symbol; Čárový kód; Částka; Rozpočet; Mezisoučet", "Rezervace; Pojišťovna; Vedoucí projektu"],
  ["sk", "SK", "02 233 379 95", "+421223337995", "Telefón; Mobil; Telefónne číslo", "Faxové číslo", "Číslo faktúry; Objednávka č.; Zľava; Suma; Medzisúčet", "Recepcia; Poisťovňa"],
  ["sl", "SI", "(01) 238 05 56", "+38612380556", "Telefon; Mobilni telefon; Pomoč uporabnikom", "Faks", "Številka računa; Naročilo; Črtna koda; Davek; Dobropis; Znesek", "Rezervacije; Naročanje"],
  ["hr", "HR", "01 2330 292", "+38512330292", "Telefon; Mobitel; Primarni broj mobitela", "Broj faksa", "Broj računa; Narudžba; Porez; Iznos; Priznanica; Jamstveni list broj", "Računovodstvo; Osiguranje; Voditelj projekta"],
  ["sr", "RS", "010 263480", "+38110263480", "Telefon; Мобилни телефон", "Факс", "Broj fakture; Поруџбина; Износ; Међузбир; Буџет; Serijski broj", "Рачуноводство; Rezervacije"],
  ["mk", "MK", "02 217 0398", "+38922170398", "Телефон; Мобилен", "Факс", "Број на нарачка; Количина; Данок; Лиценца; Платено", ""],
  ["bg", "BG", "02 189 364", "+3592189364", "Телефон; Мобилен; Спешен", "Факс", "Номер на фактура; Поръчка; Данъчен номер; Отстъпка; Себестойност; Разписка", "Фактуриране"],
  ["ru", "RU", "8 (301) 982-50-53", "+73019825053", "Телефон; Мобильный; Номер пейджера", "Номер факса", "Номер счёта; Заказ №; Трек-номер; Сумма; Остаток; Штрихкод; Бюджет", "Отдел заказов; Доставка; Страхование; Руководитель проекта"],
  ["uk", "UA", "03112 32828", "+380311232828", "Телефон; Мобільний; Гаряча лінія телефон; Реєстратура", "Факс", "Номер рахунку; Замовлення №; Номер відстеження; Знижка; Собівартість; Кошторис", "Приймальня; Квитки"],
  ["be", "BY", "8 0152 42-79-40", "+375152427940", "Тэлефон; Мабільны; Мабільны тэлефон", "Факс", "Паштовы індэкс; Серыйны нумар; Кошт; Зніжка; Сальда", ""],
  ["lt", "LT", "(0-312) 47589", "+37031247589", "Telefonas; Telefono numeris; Klientų aptarnavimas; Registratūra", "Faksas", "Sąskaitos numeris; Užsakymo numeris; Kaina; Likutis; Savikaina", ""],
  ["lv", "LV", "63 961 422", "+37163961422", "Tālrunis; Mobilais tālrunis; Klientu serviss", "Fakss", "Rēķina numurs; Pasūtījums; Cena; Atlaide; Atlikums; Pavadzīme", ""],
  ["et", "EE", "323 8171", "+3723238171", "Telefon; Mobiil; Otsenumber; Lühinumber; Klienditugi; Registratuur", "Faks", "Arve number; Tellimus; Müügiarve; Algsaldo; Kliendikood; Omahind; Krediitkaart; Saateleht", "Broneerimine"],
  ["fi", "FI", "013 5762732", "+358135762732", "Puhelin; Matkapuhelinnumero; Vaihde; Hätänumero; Suora numero", "Faksin numero", "Laskunumero; Tilausnumero; Viivakoodi; Luotto; Kuitti; Pankkitili", "Varaukset; Laskutus; Tilauspalvelu; Projektipäällikkö; Liput"],
  ["hu", "HU", "(06 1) 237 8337", "+3612378337", "Telefon; Mobil; Telefonszám; Közvetlen szám", "Faxszám", "Számlaszám; Rendelésszám; Adószám; Vonalkód; Végösszeg; Ügyfélazonosító; Bankkártya; Nyitóegyenleg; TAJ szám", "Foglalás; Számlázás; Biztosítás; Megjegyzés"],
  ["tr", "TR", "(0212) 387 10 37", "+902123871037", "Telefon; Cep telefonu; Santral", "Belgegeçer; Faks", "Fatura numarası; Sipariş no; Barkod; Tutar; Kupon kodu; Bütçe", "Rezervasyon; Sigorta; Müşteri; Arıza; Arıza bildirimi; Arıza hattı"],
  ["az", "AZ", "(012) 314 07 22", "+994123140722", "Telefon; Mobil; Əlaqə nömrəsi", "Faks", "Sifariş nömrəsi; Qiyməti; Məhsul; Balansı; Endirim; Qaimə nömrəsi", ""],
  ["uz", "UZ", "66 936 06 36", "+998669360636", "Telefon; Telefon raqami", "Faks", "Buyurtma raqami; Narx; Miqdor; Balans; Chipta", ""],
  ["kk", "KZ", "8 (71238) 1 71 31", "+77123817131", "Телефон; Ұялы телефон", "Факсі", "Есепшоттың нөмірі; Төлемі; Мөлшері; Барлығы", ""],
  ["el", "GR", "21 2342 6969", "+302123426969", "Τηλέφωνο; Κινητό; Σταθερό; Κρατήσεις", "Φαξ", "Αριθμός τιμολογίου; Παραγγελία; Έκπτωση; Υποσύνολο; Προϋπολογισμός; ΑΦΜ", "Εισιτήρια; Παραγγελίες"],
  ["sq", "AL", "022 361 760", "+35522361760", "Telefoni; Celulari; Kujdesi ndaj klientit", "Faks", "Numri i faturës; Çmimi; Totali; Vlera", ""],
  ["he", "IL", "02-162-4528", "+97221624528", "טלפון; נייד; מספר קשר; הזמנות", "פקס", "מספר חשבונית; הזמנה; ברקוד; סכום; יתרת; אשראי", "קבלה; הנהלת חשבונות"],
  ["ar", "SA", "011 703 6136", "+966117036136", "هاتف; جوال; رقم الهاتف", "فاكس", "رقم الفاتورة; الطلب; السعر; الميزانية; قسيمة; رقم الحساب", "قسم الفواتير; حجز المواعيد"],
  ["fa", "IR", "021 3257 5976", "+982132575976", "تلفن; موبایل; شماره تلفن", "فاکس; نمابر", "شماره فاکتور; سفارش; مبلغ; تخفیف; موجودی; هزینه", ""],
  ["ur", "PK", "(021) 29682208", "+922129682208", "فون نمبر; موبائل", "فیکس", "انوائس نمبر; آرڈر نمبر; قیمت; بقایا", ""],
  ["hi", "IN", "074105 87682", "+917410587682", "फ़ोन; मोबाइल; कॉल करें; ग्राहक सेवा; हेल्पलाइन नंबर", "फ़ैक्स", "चालान संख्या; ऑर्डर संख्या; राशि; छूट; कीमत", ""],
  ["mr", "IN", "074105 87682", "+917410587682", "दूरध्वनी; मोबाईल", "फॅक्स", "ऑर्डर क्रमांक; रक्कम; शिल्लक", ""],
  ["bn", "BD", "02-7129841", "+88027129841", "ফোন; মোবাইল; টেলিফোন; যোগাযোগের নম্বর; গ্রাহক সেবা", "ফ্যাক্স", "ইনভয়েস নম্বর; মূল্য; ডিসকাউন্ট; অর্ডার নম্বর", ""],
  ["gu", "IN", "074105 87682", "+917410587682", "ફોન; મોબાઈલ; સંપર્ક નંબર", "ફેક્સ", "ઓર્ડર ક્રમાંક; કિંમત; બેલેન્સ", ""],
  ["ta", "IN", "074105 87682", "+917410587682", "தொலைபேசி; கைபேசி; வாடிக்கையாளர் சேவை", "தொலைநகல்", "விலை; தொகை; தள்ளுபடி", ""],
  ["te", "IN", "074105 87682", "+917410587682", "ఫోన్; మొబైల్", "ఫ్యాక్స్; ఫాక్స్", "ధర; మొత్తం; పరిమాణం", ""],
  ["kn", "IN", "074105 87682", "+917410587682", "ದೂರವಾಣಿ; ಮೊಬೈಲ್; ಸಂಪರ್ಕ ಸಂಖ್ಯೆ", "ಫ್ಯಾಕ್ಸ್", "ಬೆಲೆ; ಪ್ರಮಾಣ; ಆರ್ಡರ್ ಸಂಖ್ಯೆ", ""],
  ["ml", "IN", "074105 87682", "+917410587682", "ഫോൺ; മൊബൈൽ", "ഫാക്സ്", "വില; തുക; അളവ്", ""],
  ["ne", "NP", "01-4754658", "+97714754658", "फोन; टेलिफोन; सम्पर्क नम्बर", "फ्याक्स", "रकम; छुट; परिमाण; सन्दर्भ", ""],
  ["ka", "GE", "032 215 78 49", "+995322157849", "ტელეფონი; მობილური; საკონტაქტო ნომერი", "ფაქსი", "ინვოისის ნომერი; ფასი; თანხა; ფასდაკლება", ""],
  ["hy", "AM", "(010) 125513", "+37410125513", "Հեռախոս; Հեռախոսի համար; Բջջային", "Ֆաքս", "Պատվերի համար; Հաշվի համար", ""],
  ["th", "TH", "02 185 4882", "+6621854882", "โทรศัพท์; มือถือ; โทรศัพท์ลูกค้า; ฝ่ายบริการลูกค้า", "โทรสาร", "เลขที่ใบแจ้งหนี้; คำสั่งซื้อ; ยอดรวม; ปริมาณ; บัตรเครดิต", "พนักงานขาย"],
  ["lo", "LA", "021 127 488", "+85621127488", "ໂທລະສັບ; ມືຖື; ໂທລະສັບລູກຄ້າ", "ໂທລະສານ", "ລາຄາ; ມູນຄ່າ; ສ່ວນຫຼຸດ", ""],
  ["km", "KH", "023 771 871", "+85523771871", "ទូរស័ព្ទ; លេខទូរសព្ទ; លេខទំនាក់ទំនង", "ទូរសារ", "តម្លៃ; បរិមាណ; វិក្កយបត្រ", ""],
  ["my", "MM", "01 222 829", "+951222829", "ဖုန်း; ဖုန်းနံပါတ်", "ဖက်စ်", "ပမာဏ; စုစုပေါင်း", ""],
  ["vi", "VN", "0212 3753 577", "+842123753577", "Điện thoại; Số di động; Điện thoại kinh doanh; Liên hệ khẩn cấp", "Fax", "Mã đơn hàng; Mã sản phẩm; Hóa đơn số; Số tiền; Mã nhân viên; Số dư", "Phòng kinh doanh; Bán hàng; Dịch vụ; Đặt vé"],
  ["id", "ID", "(021) 8330609", "+62218330609", "Telepon; Ponsel; Telepon Pengiriman; Layanan pelanggan", "Faksimile; Nomor faks", "Nomor faktur; Pesanan; Kode kupon; Jumlah; Anggaran; Nomor pelacakan", "Pemesanan"],
  ["ms", "MY", "03-2362 2829", "+60323622829", "Telefon; Telefon bimbit; Khidmat pelanggan", "Faks", "Nombor invois; Nombor pesanan; Amaun; Diskaun; Baki", "Tempahan"],
  ["am", "ET", "011 459 9568", "+251114599568", "ስልክ; ሞባይል", "ፋክስ", "", ""],
  ["zh", "CN", "010 2742 3159", "+861027423159", "电话; 手机号码; 联系电话", "传真号码", "发票号码; 订单; 合同编号; 余额; 小计; 条形码", "门诊预约; 预约挂号"],
  ["zh_TW", "TW", "02 2175 8935", "+886221758935", "電話號碼; 行動電話; 聯繫號碼", "傳真", "訂單編號; 發票; 信用卡; 結餘; 總價; 產品編號", ""],
  ["ja", "JP", "03-1234-4739", "+81312344739", "電話番号; 携帯電話; 代表電話; コールバック; ご予約", "FAX番号; 会社FAX", "注文番号; 請求書番号; 合計金額; クーポンコード; 伝票番号; 在庫", "診療予約; 予約受付"],
  ["ko", "KR", "02-248-5671", "+8222485671", "전화; 휴대폰; 연락처", "팩스 번호", "주문 번호; 청구서 번호; 단가; 재고; 바우처", "진료 예약; 예약"],
];

describe.each(LANGUAGES)("%s, %s", (_, region, number, e164, phones, faxes, others, people) => {
  const digits = number.replace(/\D/g, "");
  const marked = (text: string, fax = false): boolean => detect(text, { region, fax }).some((found) => found.e164 === e164);
  const each = (labels: string): readonly string[] => (labels === "" ? [] : labels.split("; "));

  test("the number is one, however it is written", () => {
    expect([number, digits].filter((written) => !marked(written))).toEqual([]);
  });

  test("telephones are marked, in groups and in one run", () => {
    expect(each(phones).filter((label) => !marked(`${label}: ${number}`) || !marked(`${label}: ${digits}`))).toEqual([]);
  });

  test("faxes are marked when asked for only", () => {
    expect(each(faxes).filter((label) => marked(`${label}: ${number}`) || !marked(`${label}: ${number}`, true))).toEqual([]);
  });

  test("what has other numbers has no telephone", () => {
    expect(each(others).flatMap((label) => [`${label}: `, `${label} `, `${label}\n`, `${label}\t`]).filter((label) => marked(label + digits))).toEqual([]);
  });

  test("departments and people are called", () => {
    expect(each(people).filter((label) => !marked(`${label}: ${number}`) || !marked(`${label} ${number}`))).toEqual([]);
  });
});
