/**
 * What the word in front of a number says about it, in many languages. Only data; how it is used is in labels.ts.
 * All words are lower case and without accents; stems match the beginning of a word, tails its end.
 */

/** A telephone number follows. */
export const PHONE_WORDS = `
accueil alo angerufen ansprechpartner apel apela apelat apelati appel appeler appelez appelle appels ara aradi arama aramak arayin arayiniz astreinte
atendimento bellen bereikbaar bereiken bimbit call callback called caller calling calls cel cell centralino cep ceptel chamar chiama chiamaci chiamare
chiamata chiamate contact contactanos contactar contactati contacto contacts contato ddi deitu desk dial dialed dialing dialled did didong dienthoai
direct doorkiesnummer dt dzwon dzwonic dzwonil dzwonila emergencia emergencias emergency emergenza erreichbar erreichen erreicht farsimi ffon ffoniwch
fijo fiksni fisso fixe fixo fon fone foon free funk gebeld gemsi goi gsm guardia guthan hivas hivhato hivja hivjon hivni hospital hp hubungan hubungi
iletisim imessage infolinia irtibat joignable joindre kald kannykka klicati klicite komorka komorkowy landline lienhe ligacao ligar ligue linka lost m
marcar marque mo mob mobiel mobiele mobiil mobitel movil moviles mugikorra nazovite night nomer nomor notruf nrtel numeros numeroverde off opkald
opkaldt p panggil pevna ph phn piga poklicite pokliczite ponsel portable poziv pozovite puh rang rappel rappeler rappelez reach reachable recapito
recepcion reception ring ringa ringde ringer ringes ruckruf rueckruf ruf rufen rufnr ruft rununu sabit sales santral sdt selfoon service signal
simanumer simi simu skakel sms soita soittaa soitto stacionarni stacjonarny standard suna sunati support switchboard symudol t talian tawag tawagan
tefon teileafon tel tele telegram telem telepon telf telnr telp telpon terugbellen text texted tfn tfno thirr thirrni thoai tlf tlfn tlfnr tln tlp toll
tollfree tph treffes truca trucar truqui tumawag ucingo urgence urgences vast vaste vaxel vezetekes viber voicemail volajte volat volejte wa wrong
zadzwon zadzwonic zavolajte zavolat zentrale zovite zvati đienthoai đt επικοινωνια καλεσε καλεσμα καλεστε κιν κλησεις κληση σταθερο τηλ баиланыс гар
городскои гсм дозвониться зателефонуите зовите контакт контакты моб мобил мобилен мобільнии мобільного обадете обаждаите перезвоните перезвонить
подзвоніть позвонил позвоните позвонить позвънете позовите рабочии сот стационарен тел тф утас фиксни јавите ұялы բջջային զանգահարել զանգահարեք հեռ
հեռախոս հեռախոսահամար התקשר התקשרו טל טלפון טלפונים להתקשר נייד סלולרי פלאפון צלצלו اتصال اتصل اتصلوا تلفن تلفون تليفون تماس جوال جوالات جوالي خليوي
رابطہ فون للاتصال محمول موبايل موبایل نقال هاتف همراه هواتف واتساب ٹیلیفون کال कल टलफन दरधवन दरभष फन भरमणधवन मबइल मबईल वहटसएप सपरक কল টলফন ফন মঠফন মবইল
যগযগ ਫਨ ਮਬਈਲ ફન મબઇલ அழகக கபச தலபச பன மபல కల టలఫన ఫన మబల ದರವಣ ಫನ ಮಬಲ ഫൺ മബൽ ජගම දරකථන დარეკეთ მობილური ტელ ტელეფონი ტელეფონის
`;

/** In scripts that write words together these are looked for at the end of what stands before the number. */
export const JOINED_PHONE = `
電話 电话 電話番号 电话号码 電話號碼 手機 手机 手机号 手機號碼 手机号码 行動電話 移动电话 座机 联系电话 聯絡電話 連絡先 携帯 携帯電話 代表 直通 热线 熱線 致电 致電 拨打 撥打 联系方式 來電 来电 请拨 市話 专线 專線 客服
でんわ ケータイ お問い合わせ 問合せ フリーダイヤル テル 呼び出し
전화 전화번호 휴대폰 휴대전화 핸드폰 연락처 대표번호 대표전화 직통 모바일 고객센터 문의 콜센터 유선
โทร โทรศัพท์ เบอร์โทร เบอร์ เบอร์โทรศัพท์ มือถือ ติดต่อ สายด่วน เบอร์มือถือ ໂທ ໂທລະສັບ ມືຖື ទូរស័ព្ទ លេខទូរស័ព្ទ ហៅ ဖုန်း ဖုန်းနံပါတ် တယ်လီဖုန်း 联系 聯絡 연락
`;

/** A word that begins so is about telephones, whatever its ending. */
export const PHONE_STEMS = `
contact anruf cellul celul contatt durchwahl festnetz handy helist helpline hotline kontak lankapuh llam mobil phone puhel rufnum skambin taleef talrun teleef
telef telemo telepho telifon telpho whatsapp zvan κινητ τηλε дзвон звон контактн мобилн мобильн мобілн сотов телеф тэлеф
`;

/** "Servicenummer", "hovednummer": whose number it is, and so a telephone's. */
export const WHOSE_STEMS = `service hoved huvud haupt direkt direct kontakt contact zentral sentral notruf notfall firmen privat vakt jour gratis support hotline central buro alarm akut`;

export const FAX_WORDS = `
fax faxe faxnummer faxnr telefax telefaks faks fx tfx telecopie telecopieur telekopi fakss faksas faxszam f fakso φαξ факс факса факсу телефакс факсы فاكس الفاكس نمابر فکس פקס फैक्स ফ্যাক্স ֆաքս ფაქსი โทรสาร แฟกซ์ 传真 傳真 传真号码 傳真號碼 传真号
ファックス ファクス ファクシミリ 팩스 팩스번호 facsimile 
`;

/** Something else follows: an order, an account, an id, an amount. Singular forms; "Orders: 0800 …" is a department. */
export const OTHER_WORDS = `
codi koda verze versiune версия версія balanta balanse balansas bilance totalt kosten anzahl kontostand hauptbuch seriel seriale yhteensa kljuc oznacenie etiqueta etichetta eticheta kulud viide zapłacono łącznie stawka liczba indekss svitrkods טוקן הנחה
cant qta ppn pajak kdv vero skatt ндс пдв итоги подитог סך מעמ עסקה ضريبة مضافة كوبون مالیات تخفیف محصول مجموع आईडी वैट योग पिनकोड भुगतान ভ্যাট পোস্টকোড রেফারেন্স এসকেইউ
cod egn aadhaar aadhar aantal aanvraag aba abn acc account acct acn adet adherent affaire afiliacion agencia agizo agreement ahv ajanlat akaun akaunti akte
aktenzeichen albaran amex amount amtsgericht angebot ankara ankra antal antall ape apolice application apt arende article artikel arve arxiv asiakas
asin asmens asset aste ausweis avoir avs avtal awb az azonosito badge balanc balance balans ballot bankgiro bankleitzahl barang bastidor basvuru batch
bce bejelentes beleg belob belop belopp beløb beløp bestalla bestelnommer bestilling betaald betala betale betalen betalt bezahlt bg biaya bic bid
bilanci bilet bilhete bill billet billing birth birthday blz boeking bokning boleta boleto bolla bon booking bordereau born box bp brojilo bsb bsn btw
budget bug build bus byla campaign cap capacity card carte cas case castka cbu ccc cccd cedula celkem cena census cerere cestica cf chamado chamber
chapter charge chassi chassis chave checksum cheque chitanta ciastka cif cig cijena clabe claim cle client cliente cmimi cmnd cnh cnp cnpj code
codepostal codes codice codigo codis col colet colis column comanda comenzii commande commit comprobante compte compteur confirmation consignment cont
conta container conto contor contract contrat contrato contratto contribuinte coordinates coords corrente cost coste costo count coupon cout cpe cpf
cpr created creditcard crn csomag cuenta cui cuil cuit cukai cups curp cusip customer cvc cve cvr cvv cwe cəm cəmi date daudzums ddt deal deed demande
depot depth dergesa descompte device devis dhl dic din distance dni dnr dob doc docket document doi donhang dosar dossier dosya downloads dowod
dpd due duns duration dzialka ean easting ec ecv egyenleg ein einecs elapsed elevation employee emso encomenda engros enterprise envio eori epoch error
estimate exp expediente expires factuur faktuur fascicolo fcc fedex fee fig figure file finanzamt finess fingerprint firmware fis fiscal fiteni fiyat
fizetendo fleet flight floor foglio folder folio followers fordran forerkort forsikring fuehrerschein fuhrerschein furnizor fv gate gharama gift gl
glaubiger glaubigerid gls gnr gonderi gps grant greutate gst gstin gtin guia guid handelsregister hang harga hash height henkilotunnus hermes hesab
hesap hetu hind hinta hoadon hopdong hra hrb hs hts iat iban iccid ico id ids ie ifsc ilosc imei immatriculation imones importo imsi incidencia
incident indbyggere indeks index insee inv invois inwoners ip ipp ipv4 irsaliye isbn isikukood isin iso isrc issn issue item itin itinerary iva iznos
jami jasen jmbg job journal jumla kaina kargo karta karti kartu karty kd kdnr kenmerk kennitala kennung kennzeichen kerelem key khachhang khoan kiasi
kid kiekis kimlik klant klasa klient klienta klientas kod kodas kode kodi kods kodu kogus kokku kolejnosc kolli kolliid konta konto kontrak konts kood
koodi kopa korekort korkort korting kosto kpl krs ksiega kt kto ktp kumbukumbu kunci kund kunde kunden kupac kupca kvk kwa kwota lading lakos lat
latitude ledger legajo legitymacja lei length leping license licznik lieferschein liggare ligumapunkts ligums likut lng loan localizador locker lon
longitude lot lote lotto maara mac madon maestro mandant mandat mandatsreferenz mastercard material matricola matricula matricule matter mavandon md5
mebleg medidor medlem meid member membership mengde menge menny mennyiseg meter meteran metre micr miktar mileage miles miqdori mitglied mkataba model
modified moms monto mortgage mpan mpn mprn mrn mst mteja muqavile musteri məbləg naf naics nakup narxi net nf nfe nhs nhsno nie nif nik nino nip nipc
nipt nir niss nit nomina nonce northing nota note npi npwp nsn obj obyvatel oc ocr oda odometer oib operacion opp opportunity orcamento orcid orden
order orderno ordine ordre otp oznaka paczka pagado pagar pagato page pages paguar paino paket pakket pan paragon parcel parsel parti partia partita
partno paspoort passi password pasutijums patent patient payer payment pdl pedido pelanggan pendaftaran penduduk pengiriman permit personnel pesanan
pesel peso petition pg pib pid pin piva pkd placano placeno plat plate plot plusgiro plz pmcid pmid pn pnr po pobox poids pojistka police policy
poliis polis polisa polise polita poliza polizza pontun ponuda ponudba population popust poradi poradie port pos postal postbox postbus postfach
potvrda pp pratica precio predracun preis prenotazione prescription presupuesto pret preu preventivo prezzo price prijs pris prix prm process processo
product proizvod project promo prontuario proposal protocol protocollo protocolo psc purchase pvm pvn qalıq qtde qte qty quantia quittance quotation
quote rabais rachunek rachunku racun racuna rastreamento rastreio razem rc rcs reading receipt recibo record recu reducere ref refno reg registration
registrikood regno regon reikningur reisepass rekening rekina rekins rekkefølge reklamace release remise remision remito renavam resi resit rev revenue
revision rfc rg rib ricevuta riferimento rijbewijs risiti rma rodne room route routing row rows royalmail rpps ruc rujukan rut rækkefølge saadet sak
salary sap sasia sasija sasiu saskaita saskaitos sayisi sazba score seat section secu seguimiento sekvens sensor seri serial serie seriya session
seuranta sha sheet shipment shuma sic sifra sin siren siret siri siunta size sku skupaj sleva sn socio solde sopimus sorrend sort sozlesme spedizione
spis spolu sporing sprawa spz ssn staff stanje statement stevec stk stnr stock stranka stranke strosek student subscriber subtotal suite suivi suly sum
suma suministro summa summe supplier sutartis sutijums sveukupno svnr swift sygnatura szerzodes szla table tag taikhoan takip talep tarjous task tasso
taux tax tc tckn teklif tellimus tellimuse tender teza tezina thread thue ticket tiket tilauksen tili timestamp tin tnt token toplam totaal total
totale totali tracciamento trace track tracking trademark train tramite transfer trr ts tuote turnover tutar tva txn ucet ucret uctu ugovor ugovora
ugyfel uhradit uid ukupno umowa umowe umowy umsatzsteuer unit units unix upc updated ups urun user userid usps ust ustid utr uuid uzsakymas valor vat
vehicle vendor ver vergi versie vidskiptavinur views viite vin virement visa viso vlera voen vol volume vorgang votes voucher vs vsk vyrobni waga
warrant wartosc waybill weight werkorder width words xərc ytunnus zaehler zahler zahlpunkt zahlung zahtev zahtjev zaplaceno zaplacono zaplatene
zaplatit zending zip ziro zlava znesek zone zustatek đon đonhang αδτ αιτημα αμκα αποδειξη αποστολη αποστολης αφμ βαρος εκδοση εργο καρτα κοστος
κρατηση λογαριασμος λογαριασμου πελατη πελατης ποσ ποσο προιον σειρα συνολο τιμη τκ υποθεση φακελος арт баланс бик билет брои броика булстат вага вес
вкупно всего всього дела дело договір егн еик емб ембг ембс емс етикет жиро заявка заявки износ индекс инн итог итого карта картка карточка кбк
квитанция клієнт клієнта код корсчет кпп кс лимит лицевои мфо наруџбина нумар обращение обращения общо огрн огрнип окпо октмо оплате оплачено
отправление партида партия паспорт пиб порядок посылка права пратка приказ разом разход расходы рахунку рахунок рачун рачуна рнокпп рс серия серія
скидка сметка снилс ставка сума сумма тег токен трек ттн уговор уин укупно фактура цена цене ціна чек єдрпоу іпн јмбг գին գումար կոդ հաշիվ հվհհ
պայմանագիր պատվեր אסמכתא אסמכתה ברקוד גרסה דרכון הזמנה זהות חוזה חפ חשבון חשבונית יתרה כמות לקוח מונה מוצר מורשה מזהה מחיר מיקוד מעקב מפתח משלוח משקל
סהכ סידורי סידורית סכום ספח עוסק עלות פוליסה פנייה פרויקט פריט קבלה קוד קופון רישיון רפרנס תביעה תושבים תז תיק תשלום اجمالي ارڈر اقامة امر ايبان ايصال
باركود بارکد بارکوڈ بريدي بطاقة بوليصة تتبع تجاري تذكرة تراکنش تسلسلي تشغيلة تعداد تكلفة تیکت ثمن جمع جواز حجز حساب خصم رخصة رزرو رسید رصيد رعایت رمز
رهگیری سجل سريال سریال سعر سفارش سفر سكان شبا شحنة شراء شناسه صب صنف ضريبي طلب طلبية عداد عرض عضوية عضویت عقد عملية عميل فاتورة فاکتور قرارداد قومي قيد
قيمة قیمت كمية كود لوحة مالیاتی مبلغ مجموع مرجع مرسوله مشتری مشروع مطالبة معاملة مقدار ملف ملی منتج موظف نسخه هوية وثيقة وزن ٹکٹ پاسپورٹ پرونده پستی
پیگیری کارت کالا کد کدملی کوڈ کھاتہ अनबध आदश आधर ऑरडर कड करड खत गरहक चलन जएसट जनसखय जमम टकट दव पन परसल पसपरट बकग बजक बल मटर मतर मलय रकम रश रसद शष सदरभ
অরডর আইড ইনভযস কড গরহক চলন ছড জনসখয টকট পরমণ পলস বল মট মলয রসদ লনদন হসব கறயட சலவ தக மதத வல ანგარიში ინვოისი კოდი რაოდენობა საიდენტიფიკაციო სულ ფასი
შეკვეთა ხელშეკრულება ჯამი
`;

/** A word that begins so is no telephone, unless its ending says otherwise. */
export const OTHER_STEMS = `
impost podat подат підсум купон kimli tutar miktar hoeveelh mehrwert
geburt naissan nacim nascim nascit urodz naroz syntym fodels dogum рожден народж рођењ
abitant alennus allahind antrag arajanl auftrag bakiye bankkont barcod barkod bedrag bescheid bestat bestell betrag buchung cantid cantit catastr
cegjegyz certif davcn debit descont descuent diskon dodac dokument eigentums einkaufspr einwohner elektrom ersatzt factur faktur fattur fatur flurst
folgesed foljesed gesamt geschaftsz gutschein habitant helyrajz identif iegad iktat importe indirim indkob innbygg innkjop inscric inscripc inventar
inventor invoice izmaks jumlah kartennum kartic kassenz kolicin kostenst kostnad kredit kuantit kundennum kupon kustannus kvitter kwitan lahetystun
lasku licenc lizenz llogari maliyet maticn mnozstv montant narachk narocil narudzb nuolaid objednav oferta offert osszeg otpremn pakkum pasaport pasiul
pasport passport paszport personas piedav pogodb porosi porudzb posilj poskod postcod postikood postkod postleitz produkt progett proiect projekt
protok proyect przesyl putovn quantid quantit quittung rabat rechnung referans referen relatienum rendeles reserv rezerv richiest saldo schaden sconto
sdelk seerian sendung serienn serij seriov sertif seryj seurantatun siniestr sinistr siparis skaitit sklic smlouv solicitud sorozatsz stanovnik steuer
streckk streepj stregkod strichcod symbol szamla szkod tarjet teilen tilau tilbud tilvis toimitusn transac transak tranzac tunnus utlevel varau
variabiln vereinsreg versicherung versij versio vertrag verzi viivakood vonalkod zahlungsr zakaz zamowien zasiel zasilk zertif zgloszen zmluv
zwischensum αναφορ ασφαλισ διαβατηρι εισιτηρι κωδικ μετρητ παραγγελ παρτιδ ποσοτητ προσφορ πρωτοκολλ σειριακ συμβασ συμβολα συναλλαγ ταυτοτητ τιμολογ
υπολοιπ артикул брон вартіст водительск відстеж договор жител заводск заказ закупк замовлен захтев знижк идентиф инвентар касов клиент колич кільк
матичн накладн нарачк населен отслежив отстъпк оферт пасош показан полис попуст поруџбин поръчк посвідч посил почтов пошиљк поштов пощенск предмет
преписк проект пропозиц протокол проєкт референц рецепт сериен сериин серіин стоимост стоиност счет табельн товарит транзак удостовер шифр штрих
ідентиф
`;

/** These without their marks would be something else: a surname, an article. */
export const MARKED_OTHER = `giá tổng thẻ vé tiền phí trị đồng dịch phiếu ár rēķins`;

/** In scripts that write words together. */
export const JOINED_OTHER = `
订单 訂單 订单号 訂單號 订单编号 訂單編號 发票 發票 发票号 發票號碼 发票号码 账号 帳號 账户 帳戶 客户号 客戶編號 客户编号 编号 編號 合同号 合同编号 合約 快递单号 单号 單號 运单号 物流单号 身份证 身份证号 身份证号码 身分證 税号 稅號 统一编号 統一編號 统一社会信用代码 流水号 序列号 序號 批号 批號 会员号 會員 邮编 郵編 邮政编码 郵遞區號 金额 金額 总计 總計 价格 價格 护照 型号 货号 版本 编码 編碼 代码 代碼 工号 学号 案号 卡号 单价 單價 数量 數量 人口 重量 收据 收據 报价 报价单 報價單 字號 密钥 验证码 驗證碼 条形码 余额 餘額 成本 费用 費用 优惠券 折扣 总额 總額 QQ
注文番号 注文 注文No 請求書 請求書番号 請求番号 口座 口座番号 顧客番号 お客様番号 会員番号 伝票番号 送り状番号 追跡番号 問い合わせ番号 お問い合わせ番号 商品番号 品番 型番 製造番号 シリアル番号 契約番号 証券番号 マイナンバー 個人番号 法人番号 登録番号 予約番号 郵便番号 金額 合計 価格 社員番号 受付番号 管理番号 見積番号 数量 重量 人口 領収書 小計 単価 割引 残高 マイナンバー チケット コード シリアル バーコード タグ カード プロダクトキー バランス ナンバー
주문 주문번호 송장 송장번호 운송장 운송장번호 청구서 인보이스 계좌 계좌번호 고객번호 회원번호 사업자번호 사업자등록번호 주민등록번호 주민번호 일련번호 상품번호 제품번호 계약번호 예약번호 접수번호 우편번호 등록번호 금액 합계 가격 사번 관리번호 총액 인구 수량 중량 영수증 바코드 코드 원가 시리얼 할인 잔액 태그
ใบแจ้งหนี้ คำสั่งซื้อ ใบสั่งซื้อ เลขที่ เลขที่บัญชี บัญชี รหัส รหัสลูกค้า ลูกค้า เลขประจำตัว เลขประจำตัวผู้เสียภาษี พัสดุ หมายเลขพัสดุ สัญญา เลขที่ใบแจ้งหนี้ เลขที่คำสั่งซื้อ ราคา รวม บัตรประชาชน บัตร แฟ้ม สมาชิก ทะเบียน ตั๋ว โครงการ มิเตอร์ อ้างอิง ธุรกรรม พนักงาน ยอด ส่วนลด บาร์โค้ด น้ำหนัก ประชากร ຈຳນວນ ລາຄາ តម្លៃ ໃບແຈ້ງໜີ້ លេខកូដ វិក្កយបត្រ 額 额 人数 件数 個数 아이디 부가가치세
`;

/** "Number" itself: what it is a number of, the neighbouring word says. */
export const NUMBER_WORDS = `
no nr num number numbers numero numeros número numer numeru numera nummer nummern nro num br broj broja stev stevilka cislo cisla cis szam szama numarul numar numri numur numurs numuru numeris nri nom nomeri nambari
number номер номера номеру номером ном број бројот броја бр номерът αριθμος αριθ αρ رقم الرقم شماره نمبر מספר מס नंबर क्रमांक संख्या নম্বর নং எண் సంఖ్య numara numarasi numarası numarali nosu nomor nomer nombor nombre so mã numeris numeroa rhif uimhir numbri n համար ნომერი
`;

/** May stand between a label and its number. */
export const LINK_WORDS = `
is are was at on under via the a an my our your his her their its new old current main primary office work business home private personal other alternate second secondary first now to by us me him them or and both please
ist lautet unter die der das den dem mein meine unsere ihre seine neue neu alte aktuelle zentrale buro dienstlich privat geschaftlich bitte uns mich ihn sie
au le la les du sur mon notre votre son sa nouveau nouvelle bureau travail domicile professionnel perso est
al el los en mi nuestro su nuevo nueva oficina trabajo casa es o 
ao em meu nosso seu novo nova escritorio trabalho casa
il lo su mio nostro suo nuovo ufficio lavoro casa e
op het de onze mijn uw nieuw nieuwe kantoor werk thuis
pa på till til vart mit min ny nya arbete jobb hem kontor hjem er 
jest pod numerem na do praca dom biuro nowy
je na cislo cisle prace domu novy
по на наш мой ваш его новый рабочий домашний дом это под или
στο στον στην το ο η
raqam ile numarali numaradan is ev yeni
على الرقم رقم هو إلى في عبر
`;

/** Join a noun to the word "number" in front of it: "número de pedido". */
export const OF_WORDS = `de del della dello di do da du des d of der des von van af av på la le el`;

/** "…nummer", "…nr", "…szám": a word that ends so and is not about telephones names some other number. */
export const NUMBER_TAILS = `menge код code kode kod koodi prijs preis pris betrag belopp beløb beløp bedrag konto kosten kostnad hinta summa summe totaal nummer nummern nummeret numret nr numero numeron szam szama numer number stevilka numarasi numarası nro номер`;

export const MONTH_OR_DAY = `jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december
januar februar marz maerz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre januari februari maart augustus mei
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia января февраля марта апреля мая июня июля августа сентября октября ноября декабря`;

/** After a number these make it a quantity. */
export const UNIT_WORDS = `
kg g mg t lb lbs oz km m cm mm mi ft in yd l ml cl dl gal kb mb gb tb kib mib gib hz khz mhz ghz kw kwh mw mwh w v mah ma px pt dpi rpm bpm records record views view results hits followers users rows words characters people inhabitants downloads members visitors seats pages points votes pcs pc stk pieces units items km² m² qm ha ac acres
am pm a.m p.m uhr h hrs hr hours hour min mins minutes sec secs seconds ms days day weeks week months month years year tage tag jours jour dias dia giorni dagen dagar dager days percent prozent pct
`;

export const CURRENCY_WORDS = `
eur euro euros usd gbp chf jpy cny rmb inr aud cad nzd sek nok dkk isk pln czk huf ron bgn hrk rsd rub uah try tl ils nis aed sar qar kwd bhd omr jod egp mad dzd tnd zar ngn kes ghs tzs ugx brl mxn ars clp cop pen uyu krw twd hkd sgd myr thb
円 元 원 บาท idr vnd php pkr bdt lkr npr kzt gel amd azn byn mdl all mkd bam xof xaf kr kc zl zł ft lei lv руб грн р rs rm rp us us$ dollars dollar pounds pound sek rub btc eth
`;

/** Between a number and its extension, as they are written in lower case; "_" is a space. */
export const EXTENSION_WORDS = `
extensions extension extns extn exts ext xt exten extensión extensio extensió estensione extensao extensão anexo interna interno interne internal
intern int inwendig toestel tst durchwahl dw dwl nebenstelle nst klappe kl apparat app poste wewnętrzny wewętrzny wewnetrzny wewn wew linka linia
klapka klápka mellek mellék m anknytning ankn lokalnummer lokal lok tlf_lok lokalnr alanumero alanro ramal ramais rml derivacion derivación lokalas vid
vidinis iekšejais iekšējais iekš sisetelefon sisenumber dahili dah εσωτερικό εσωτ εσ ες добавочный доб внутренний внутр вн додатковий дод вътрешен вътр
локал лок внатр interior interieur intérieur phím_lẻ máy_lẻ số_lẻ ekst sambungan samb ekstensi pesawat pes kucni kućni nhanh nhánh linje innanhuss
innanhúss local loc ram luzapena anschluss doorkiesnummer doorkies uitbreiding uitb internnr sisäinen sisainen innra kuć внутрішн внутрішній внутрішня внутрішнього
дад унутр интерни интерно linija iekšzvans papild daxili ichki ішкі ներքին լրացուցիչ შიდა zgjerimi zgjerim extensie nội_bộ số_nội_bộ kiendelezi
estyniad fóirlíne folíne estensjoni lokalni lokala विस्तार विस्तारित एक्सटेन्सन এক্সটেনশন வெளி நீட்டிப்பு పొడిగింపు ಎಕ್ಸ್‌ಟೆನ್ಶನ್ എക്സ്റ്റൻഷൻ
એક્સટેન્શન ਐਕਸਟੈਂਸ਼ਨ දිගුව ایکسٹینشن امتداد פנימי פנימית លេខបន្ត ຕໍ່ လိုင်းခွဲ שלוחה שלוחות تحويلة فرعي داخلي داخلی एक्सटेंशन एक्स ต่อ 内線 内线 转分机 轉分機 分机
分機 轉 转 内 내선번호 내선 구내
`;
