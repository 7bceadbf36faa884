/**
 * What the word in front of a number says about it, in many languages. Only data; how it is used is in labels.ts.
 * All words are lower case and without accents; stems match the beginning of a word, tails its end.
 */

/** A telephone number follows. */
export const PHONE_WORDS = `
phone phones telephone tel tele telf tlf tlfn tln tfno tfn tph tphone ph fon fone phn mob mobile mobil mobiel cell cellphone cellular gsm handy landline
call calls calling called ring rang dial dialled dialed dialing text texted sms whatsapp viber telegram signal imessage wa voicemail hotline helpline tollfree toll free freephone support sales service emergency urgence urgences emergencia emergencias emergenza accueil recepcion guardia astreinte caller wrong hospital night lost
switchboard reception callback direct ddi did contact contacts desk t m p mo hp off reach reachable
telefon telefono telefone telefoni telefonas telefonnummer telefonnr telefonszam telefone rufnummer ruf rufnr rueckruf ruckruf anrufen anruf anrufe ruft rufen
angerufen durchwahl festnetz mobilfunk mobilnummer handynummer handynr erreichen erreichbar erreicht zentrale kontakt notruf funk ansprechpartner
telephonique portable fixe appelez appeler appelle appel appels rappeler rappelez rappel joindre joignable standard mobiles numeros
movil moviles celular celulares cel fijo llamar llame llama llamenos llamar llamada llamadas llamo contactar contacto contactanos marcar marque telefonico
ligar ligue ligacao telemovel telem contato fixo atendimento chamar
cellulare cell fisso chiamare chiama chiamate chiamata chiamaci recapito centralino numeroverde
 bellen gebeld bereikbaar bereiken mobiele vast vaste telefoonnummer telefoon telnr doorkiesnummer terugbellen
ring ringde ringa ringer telefonnummer mobilnummer mobilnr tlfnr opkald kald opkaldt ringes treffes vaxel puhelin puh puhelinnumero matkapuhelin gsm soita soittaa
soitto kannykka lankapuhelin sími simi simanumer farsimi gemsi telefons talrunis mobilais zvanit zvaniet telefonas tel mobilus skambinti skambinkite
telefon mobiiltelefon mobiil helista helistage helistada lauatelefon
telefonu telefonie komorka komorkowy stacjonarny zadzwon dzwon dzwonic dzwonil dzwonila zadzwonic kontaktowy infolinia nrtel
telefonni mobilni volejte volat zavolat pevna linka mobilny volajte zavolajte kontaktujte
telefonszam mobiltelefon hivja hivjon hivhato hivas hivni vezetekes mobilszam
sunati suna apelati apel apelat apela contactati
telefona telefonski klicati poklicite klicite pokliczite nazovite zovite pozovite zvati mobitel fiksni stacionarni poziv
telefoni celular telefonit cel thirrni thirr
τηλ τηλεφωνο τηλεφωνα τηλεφωνου τηλεφωνικο κινητο κιν σταθερο καλεστε καλεσε καλεσμα επικοινωνια κλησεις κληση
тел телефон телефона телефону телефоны телефоном телефони моб мобильный мобильного мобилен мобильни моб мобил мобільний мобільного сот сотовый звоните звонить позвоните позвонить позвонил
звонок звонки перезвоните перезвонить контакт контакты городской рабочий дозвониться дзвоніть телефонуйте подзвоніть зателефонуйте
обадете обаждайте позвънете стационарен гсм позовите зовите фиксни јавите тф
telefonu telefon telefonunuz cep ceptel sabit arayin arayiniz ara aradi aramak arama santral gsm irtibat iletisim tlf
telefon nomer nomor hubungi telp tlp telpon telepon ponsel panggil telefonkan hubungan tefon bimbit talian
dienthoai thoai đt dt sdt đienthoai goi lienhe hotline didong alo
tawagan tumawag tawag simu piga rununu foon selfoon skakel ucingo
telefonoa mugikorra deitu ffon ffoniwch symudol teileafon guthan fon mobils trucar truqui truca mobil telefonu
هاتف الهاتف هواتف تليفون تلفون التليفون جوال الجوال موبايل محمول المحمول نقال اتصل اتصلوا للاتصال الاتصال اتصال جوالي واتساب خليوي جوالات
تلفن همراه موبایل تماس فون ٹیلیفون موبائل رابطہ کال
טלפון טל נייד סלולרי פלאפון התקשרו להתקשר התקשר צלצלו טלפונים
फोन फ़ोन टेलीफोन टेलीफ़ोन मोबाइल दूरभाष कॉल संपर्क व्हाट्सएप फोनः मोबाईल दूरध्वनी भ्रमणध्वनी
ফোন টেলিফোন মোবাইল কল মুঠোফোন যোগাযোগ தொலைபேசி கைபேசி மொபைல் போன் அழைக்க ఫోన్ టెలిఫోన్ మొబైల్ కాల్ ಫೋನ್ ದೂರವಾಣಿ ಮೊಬೈಲ್ ഫോൺ മൊബൈൽ ફોન મોબાઇલ ਫੋਨ ਮੋਬਾਈਲ දුරකථන ජංගම
հեռ հեռախոս հեռախոսահամար բջջային զանգահարել զանգահարեք ტელ ტელეფონი ტელეფონის მობილური დარეკეთ
телефоны ұялы байланыс телефони утас гар
`;

/** In scripts that write words together these are looked for at the end of what stands before the number. */
export const JOINED_PHONE = `
電話 电话 電話番号 电话号码 電話號碼 手機 手机 手机号 手機號碼 手机号码 行動電話 移动电话 座机 联系电话 聯絡電話 連絡先 携帯 携帯電話 代表 直通 热线 熱線 致电 致電 拨打 撥打 联系方式 來電 来电 请拨 市話 专线 專線 客服
でんわ ケータイ お問い合わせ 問合せ フリーダイヤル テル 呼び出し
전화 전화번호 휴대폰 휴대전화 핸드폰 연락처 대표번호 대표전화 직통 모바일 고객센터 문의 콜센터 유선
โทร โทรศัพท์ เบอร์โทร เบอร์ เบอร์โทรศัพท์ มือถือ ติดต่อ สายด่วน เบอร์มือถือ ໂທ ໂທລະສັບ ມືຖື ទូរស័ព្ទ លេខទូរស័ព្ទ ហៅ ဖုန်း ဖုန်းနံပါတ် တယ်လီဖုန်း
`;

/** A word that begins so is about telephones, whatever its ending. */
export const PHONE_STEMS = `telef telepho telifon telpho puhelin mobil handy phone whatsapp cellul celul rufnum durchwahl festnetz telemov telemó anruf llam skambin zvan helist
τηλε κινητ телеф тэлеф мобильн мобілн мобилн сотов звон дзвон контактн puhel lankapuh hotline helpline talrun taleef teleef kontak contatt`;

/** "Servicenummer", "hovednummer": whose number it is, and so a telephone's. */
export const WHOSE_STEMS = `service hoved huvud haupt direkt direct kontakt contact zentral sentral notruf notfall firmen privat vakt jour gratis support hotline central buro alarm akut`;

export const FAX_WORDS = `
fax faxe faxnummer faxnr telefax telefaks faks fx tfx telecopie telecopieur telekopi fakss faksas faxszam f fakso φαξ факс факса факсу телефакс факсы فاكس الفاكس نمابر فکس פקס फैक्स ফ্যাক্স ֆաքս ფაქსი โทรสาร แฟกซ์ 传真 傳真 传真号码 傳真號碼 传真号
ファックス ファクス ファクシミリ 팩스 팩스번호 facsimile 
`;

/** Something else follows: an order, an account, an id, an amount. Singular forms; "Orders: 0800 …" is a department. */
export const OTHER_WORDS = `
po so sap cost note material asset trace track enterprise ledger gl st.nr fiscal corrente seri siri pendaftaran takip talep thue khoan
سريال سریال تسلسلي قومي تجاري سجل فاتورة طلب حجز عقد تتبع סידורי מורשה מעקב אסמכתה αφμ cf
order ordernumber orderno invoice inv rma quote quotation purchase receipt bill billing ticket case incident claim policy contract agreement account acct acc iban bic swift
routing aba sort sortcode bsb ifsc micr transaction txn payment transfer reference ref refno booking reservation confirmation pnr itinerary tracking shipment consignment parcel awb waybill
customer client member membership subscriber employee staff personnel user userid uid student patient supplier vendor id ids identifier guid uuid key 
sku upc ean gtin asin isbn issn doi arxiv pmid pmcid orcid isin cusip lei barcode serial sn imei imsi iccid meid vin chassis model article item product batch lot pn mpn partno
version ver build release firmware rev revision commit sha md5 hash checksum token nonce port pid ip ipv4 mac
ssn sin itin ein tin vat gst gstin abn acn pan aadhaar aadhar nino nhs nhsno utr crn duns npi siret siren rcs kvk tax passport licence license permit registration reg regno plate visa mastercard amex maestro
card creditcard debit iccid cvv cvc pin otp passcode password code codes promo coupon voucher gift
timestamp ts epoch unix created updated modified expires exp iat lat latitude lon lng longitude coordinates coords gps elevation easting northing
zip zipcode postcode postal postalcode pobox box plz page pages pp vol volume section chapter row rows column col figure fig table room suite apt unit floor gate flight train bus
amount total subtotal sum price cost balance salary revenue turnover budget fee qty quantity count stock units weight height width length depth size capacity mileage population score followers
deal opportunity opp record task issue bug build job project campaign document doc file folder sheet protocol docket matter petition patent trademark application
tag kennung depot loan mortgage mrn mandant zahlpunkt grant docket census đon hang dossier folio chamber meter metre reading sensor device asset fleet vehicle fedex ups dhl usps tnt dpd gls hermes royalmail isrc issue nsn hts hs naics sic cas ec einecs rfc cve cwe iso din fcc
born birth birthday dob date duration elapsed 
rechnung rechnungs rechnungsnummer rechnungsnr bestellung bestellnummer bestellnr auftrag auftragsnummer auftragsnr lieferschein angebot angebotsnummer vorgang vorgangsnummer aktenzeichen az akte
kunde kunden kundennummer kundennr kdnr kd mitglied mitgliedsnummer personalnummer konto kontonummer kontonr ktonr kto blz bankleitzahl steuernummer steuernr stnr steuer steuerid ustid ust uid umsatzsteuer finanzamt
handelsregister hrb hra amtsgericht sendung sendungsnummer paket vertrag vertragsnummer versicherung versicherungsnummer police artikel artikelnummer artnr seriennummer seriennr serie charge
ausweis reisepass fuehrerschein fuhrerschein svnr sozialversicherungsnummer ahv ahvnr beleg belegnummer buchung buchungsnummer mandat mandatsreferenz glaubiger glaubigerid zahlung referenz betrag summe preis menge postfach zaehler zahler zahlernummer fahrgestellnummer kennzeichen
facture factures commande devis bon avoir contrat dossier compte client adherent matricule siret siren tva rib cle naf ape colis suivi reservation cheque secu nir insee codepostal immatriculation reference montant lot serie article
factura pedido presupuesto albaran contrato cuenta cliente socio expediente referencia nif cif dni nie rfc curp cuit cuil rut ruc nit poliza recibo seguimiento envio guia clabe codigo folio cedula matricula lote importe
fatura encomenda orcamento conta cliente nota nf nfe cpf cnpj rg ie inscricao boleto protocolo processo pedido rastreio rastreamento agencia matricula codigo chave cep contribuinte nipc niss referencia apolice
fattura ordine preventivo contratto conto cliente pratica codice cf partita piva iva polizza bolla ddt spedizione tracciamento prenotazione ricevuta matricola lotto protocollo riferimento cap
factuur factuurnummer bestelling bestelnummer ordernummer offerte klant klantnummer klantnr rekening rekeningnummer btw kvknummer bsn dossier dossiernummer zending polis polisnummer contractnummer lidnummer kenmerk artikel artikelnummer postbus burgerservicenummer pakket volgnummer
faktura fakturanr fakturanummer fakturanumer bestilling bestillingsnummer ordre ordrenummer ordrenr kund kundnummer kundnr kunde kundenummer kundenr konto kontonummer kontonr bankgiro plusgiro bg pg orgnr organisationsnummer organisasjonsnummer cvr cvrnr cvrnummer cpr cprnr personnummer personnr fodselsnummer
arende arendenummer sak saksnummer sagsnummer varenummer varenr artikelnummer sporing sporingsnummer kolli kid ocr kolliid avtal avtalsnummer medlem medlemsnummer forsikring moms
lasku laskun laskunumero tilaus tilausnumero tilauksen asiakas asiakasnumero asiakasnro tili tilinumero viite viitenumero viitenro ytunnus hetu henkilotunnus seuranta sopimus sopimusnumero tuote tuotenumero jasen jasennumero
reikningur kennitala pontun vidskiptavinur arve arvenumber tellimus tellimuse klient kliendinumber konto isikukood viitenumber registrikood rekins rekina pasutijums konts klienta personas ligums ligumapunkts pvn saskaita uzsakymas saskaitos sutartis klientas asmens kodas imones pvm
faktury fv zamowienie zamowienia klient klienta konta rachunek rachunku umowa umowy umowe nip regon pesel krs paczka przesylka przesylki zgloszenie zgloszenia polisa sprawa sygnatura indeks partia faktur dowod kod oferta paragon
objednavka objednavky obj ucet uctu zakaznik zakaznika smlouva smlouvy ico dic rc rodne zasilka zasilky faktury vs dodaci reklamace pojistka objednavka zmluva zmluvy zakaznicke dodaci psc spis vyrobni seriove
szamla szamlaszam szla rendeles rendelesszam ugyfel ugyfelszam ugyfelkod adoszam szerzodes szerzodesszam bankszamlaszam csomag csomagszam cikkszam azonosito ajanlat ugyszam
factura facturii comanda comenzii client contract cont cui cif cnp awb colet polita dosar bon serie
racun racuna narudzba narudzbe porudzbina porudzbine narocilo narocila kupac kupca stranka stranke ugovor ugovora oib pib jmbg maticni ziro posiljka posiljke predracun ponuda ponudba trr emso davcna faktura
τιμολογιο παραγγελια παραγγελιας πελατης πελατη λογαριασμος λογαριασμου αφμ αμκα συμβολαιο αποστολη αποστολης κωδικος κρατηση αποδειξη υποθεση αιτημα προϊον
счет счёт счета счету заказ заказа заказу накладная накладной договор договора клиент клиента инн кпп огрн огрнип снилс бик окпо октмо паспорт полис рс кс корсчет лицевой трек отправление посылка артикул заявка заявки заявка обращение обращения дело дела серия квитанция чек партия индекс код кбк уин
рахунок рахунку замовлення договір договору клієнт клієнта єдрпоу іпн рнокпп мфо ттн накладна паспорт чек поръчка поръчки фактура договор клиент егн еик булстат сметка пратка рачун рачуна наруџбина пиб јмбг жиро пошиљка уговор предмет нарачка
fatura siparis sipariş musteri hesap vergi tckn tc kimlik sozlesme police kargo takip gonderi teklif irsaliye urun parti fiş fis dosya basvuru referans rezervasyon
faktur pesanan pelanggan rekening npwp nik ktp nip resi invois akaun kontrak polis nota kwitansi pengiriman tiket cukai
hoadon donhang hopdong taikhoan stk mst cmnd cccd madon khachhang mavandon đonhang
فاتورة الفاتورة طلب الطلب طلبية حساب الحساب عميل العميل عقد العقد مرجع المرجع ضريبي الضريبي هوية الهوية شحنة الشحنة تتبع بوليصة جواز آيبان ايبان تذكرة معاملة رمز كود حجز
فاکتور سفارش حساب مشتری قرارداد پیگیری مرسوله شبا کارت کدملی کد ملی پستی
חשבונית הזמנה חשבון לקוח חוזה אסמכתא משלוח תז עוסק חפ פוליסה קבלה מזהה תיק ספח ברקוד
चालान ऑर्डर आदेश खाता खाते ग्राहक आधार पैन जीएसटी बीजक अनुबंध रसीद पिन संदर्भ ইনভয়েস অর্ডার হিসাব গ্রাহক চালান রসিদ আইডি
faktuur bestelnommer rekening ankara akaunti oda mteja ankra kumbukumbu fiteni
belopp beløb beløp due pagar pagado pagato payer betala betalt betale betaald betalen bezahlt zaplaceno zaplatit uhradit zaplatene placeno placano zaplacono paguar оплате оплачено versie balans bilanci balanç kodu kodas toplam sayisi karty karti kartu kartice kolejnosc poradi poradie sorrend rekkefølge rækkefølge sekvens
fordran engros sveukupno proizvod oznaka likut porosis descompte codis preu quantia етикет расходы баланс balanc versija порядок права серія бройка
journal distance miles tender error eori odometer route locker seat thread badge plot mpan mprn fingerprint bid zone estimate container prescription session ballot proposal deed warrant net downloads process words votes
lading index certificate statement views dnr kt vsk oc ccc cbu cups clabe folio legajo remito remision boleta comprobante tramite afiliacion incidencia operacion nomina bastidor medidor localizador suministro orden precio
 peso habitantes costo coste monto valor quantia qtde prontuario renavam chassi bilhete medidor cnh cpe chamado cig prezzo costo tasso saldo foglio fascicolo importo totale 
bce ipp pdl prm rpps finess bp prix recu billet quittance virement bordereau affaire demande carte poids compteur cout solde taux qte rabais remise avs
aantal totaal prijs kostprijs korting paspoort rijbewijs inwoners aanvraag boeking werkorder pris bokning bestalla liggare delsumma postbox korkort forerkort korekort passnr bruksnr gnr kode antal antall belop belob mengde indbyggere 
hinta paino passi aste koodi tarjous maara kpl cena karta ilosc kwota wartosc waga licznik dzialka legitymacja ksiega pkd kod spz obyvatel castka ciastka sleva zlava nakup sazba zustatek mnozstvo psc ecv
suly osszeg mennyiseg menny kerelem bejelentes helyrajzi lakos egyenleg fizetendo pret suma cerere contor bilet greutate sasiu chitanta reducere cantitate furnizor iznos kolicina tezina brojilo cijena karta klasa kartica putovnica potvrda zahtjev
zahtev cestica sasija sifra stevec znesek teza popust stanje strosek skupaj pib nipt shuma sasia cmimi vlera kosto porosia llogaria kodi dergesa totali ukupno razem celkem spolu parsel tutar bakiye adet miktar ucret fiyat
summa poliis hind kogus kokku kood leping saadet kaina kiekis polis polise kods kopa daudzums sutijums suma viso siunta byla mebleg məbləğ cəm cəmi voen vöen hesab seriya muqavile qalıq xərc kwa agizo mkataba jumla risiti kiasi gharama
kuantitas barang pos resit siri rujukan harga penduduk meteran plat saldo kunci kupon biaya đong dich phieu narxi jami miqdori
цена цене ціна вес вага сума сумма итог итого всего всього общо укупно вкупно разом износ билет карта картка карточка приказ брой шифра лимит партида скидка ставка тег токен емб емс ембс ембг арт разход нумар
τιμη ποσο ποσ συνολο καρτα εργο τκ αδτ βαρος φακελος σειρα κοστος εκδοση
وزن كمية مبلغ مجموع إجمالي اجمالي سعر ثمن تكلفة قيمة خصم رصيد باركود ملف قيد لوحة بطاقة رخصة عملية مشروع وثيقة صنف عضوية إيصال ايصال إقامة سكان عداد مطالبة عرض بريدي سفر شراء أمر منتج موظف صب تشغيلة
قیمت قیمت مبلغ کالا رزرو پرونده شناسه رهگیری تراکنش تیکت عضویت نسخه بارکد مالیاتی تعداد جمع کوڈ رسید کھاتہ آرڈر مقدار رعایت پاسپورٹ بارکوڈ ٹکٹ
מחיר סכום פריט תביעה פנייה זהות מונה מיקוד תושבים משקל פרויקט קוד עלות רפרנס גרסה מפתח קופון תשלום יתרה כמות מוצר דרכון רישיון סהכ סידורית
कोड कुल बिल दावा टिकट मात्रा मूल्य शेष राशि मीटर बुकिंग पार्सल पासपोर्ट कार्ड जनसंख्या रकम जम्मा কোড মোট মূল্য বিল টিকিট পরিমাণ ছাড় লেনদেন পলিসি জনসংখ্যা சேலவு தொகை விலை மொத்த குறியீடு
სულ ჯამი ფასი კოდი შეკვეთა ინვოისი ანგარიში ხელშეკრულება საიდენტიფიკაციო რაოდენობა պատվեր պայմանագիր գումար գին կոդ հաշիվ հվհհ
`;

/** A word that begins so is no telephone, unless its ending says otherwise. */
export const OTHER_STEMS = `serij seryj seriov seerian sorozatsz serienn σειριακ сериен серийн серійн протокол πρωτοκολλ συμβολα przesyl zgloszen posilj zasilk zasiel pogodb smlouv zmluv narocil davcn maticn матичн посил пошиљк полис инвентар табельн товарит клиент variabiln symbol seurantatun lahetystun tunnus iktat cegjegyz relatienum debit kredit catastr inscric inscripc sklic personas toimitusn rechnung auftrag bestell vertrag kundennum invoice factur fattur faktur lasku tilaus zamowien objednav rendeles szamla siparis zakaz заказ счет накладн договор замовлен поръчк παραγγελ τιμολογ identif versicherung sendung seriennum steuer referen referans transac transak tranzac транзак συναλλαγ kwitan kvitter projekt proiect progett proyect προσφορ συμβασ ασφαλισ ταυτοτητ παρτιδ διαβατηρι μετρητ κωδικ ποσοτητ αναφορ εισιτηρι υπολοιπ inventar inventor reserv rezerv varau buchung
 gesamt zwischensum betrag bedrag importe montant osszeg jumlah quantit quantid cantid cantit kuantit kolicin mnozstv einwohner habitant abitant innbygg stanovnik paszport pasaport passport pasport utlevel putovn tarjet kartennum kartic elektrom skaitit 
 solicitud richiest antrag sinistr siniestr schaden szkod oferta offert tilbud pakkum piedav pasiul arajanl otpremn dodac foljesed folgesed produktnok
 produkt fatur porosi llogari streckk stregkod streepj strichcod barcod barkod vonalkod viivakood rabat descont descuent sconto indirim diskon alennus allahind nuolaid saldo bakiye kostnad kustannus maliyet izmaks versio versij verzi kupon kupong gutschein postcod postkod postikood poskod postleitz vereinsreg lizenz licenc
 dokument certif zertif sertif protok flurst helyrajz стоимост количест кільк вартіст стойност колич населен жител касов показан идентиф ідентиф штрих брон пропозиц оферт знижк отстъпк попуст почтов поштов пощенск проєкт проект артикул шифр референц предмет преписк захтев пасош рецепт удостовер посвідч водительск закупк заводск відстеж отслежив
 bestat einkaufspr innkjop indkob iegad produktschl geschaftsz kassenz ersatzt teilen eigentums bescheid quittung kostenst zahlungsr transakt bankkont tilvis narudzb porudzb sdelk narachk нарачк поруџбин`;

/** These without their marks would be something else: a surname, an article. */
export const MARKED_OTHER = `giá tổng thẻ vé tiền phí trị ár rēķins`;

/** In scripts that write words together. */
export const JOINED_OTHER = `
订单 訂單 订单号 訂單號 订单编号 訂單編號 发票 發票 发票号 發票號碼 发票号码 账号 帳號 账户 帳戶 客户号 客戶編號 客户编号 编号 編號 合同号 合同编号 合約 快递单号 单号 單號 运单号 物流单号 身份证 身份证号 身份证号码 身分證 税号 稅號 统一编号 統一編號 统一社会信用代码 流水号 序列号 序號 批号 批號 会员号 會員 邮编 郵編 邮政编码 郵遞區號 金额 金額 总计 總計 价格 價格 护照 型号 货号 版本 编码 編碼 代码 代碼 工号 学号 案号 卡号 单价 單價 数量 數量 人口 重量 收据 收據 报价 报价单 報價單 字號 密钥 验证码 驗證碼 条形码 余额 餘額 成本 费用 費用 优惠券 折扣 总额 總額 QQ
注文番号 注文 注文No 請求書 請求書番号 請求番号 口座 口座番号 顧客番号 お客様番号 会員番号 伝票番号 送り状番号 追跡番号 問い合わせ番号 お問い合わせ番号 商品番号 品番 型番 製造番号 シリアル番号 契約番号 証券番号 マイナンバー 個人番号 法人番号 登録番号 予約番号 郵便番号 金額 合計 価格 社員番号 受付番号 管理番号 見積番号 数量 重量 人口 領収書 小計 単価 割引 残高 マイナンバー チケット コード シリアル バーコード タグ カード プロダクトキー バランス ナンバー
주문 주문번호 송장 송장번호 운송장 운송장번호 청구서 인보이스 계좌 계좌번호 고객번호 회원번호 사업자번호 사업자등록번호 주민등록번호 주민번호 일련번호 상품번호 제품번호 계약번호 예약번호 접수번호 우편번호 등록번호 금액 합계 가격 사번 관리번호 총액 인구 수량 중량 영수증 바코드 코드 원가 시리얼 할인 잔액 태그
ใบแจ้งหนี้ คำสั่งซื้อ ใบสั่งซื้อ เลขที่ เลขที่บัญชี บัญชี รหัส รหัสลูกค้า ลูกค้า เลขประจำตัว เลขประจำตัวผู้เสียภาษี พัสดุ หมายเลขพัสดุ สัญญา เลขที่ใบแจ้งหนี้ เลขที่คำสั่งซื้อ ราคา รวม บัตรประชาชน บัตร แฟ้ม สมาชิก ทะเบียน ตั๋ว โครงการ มิเตอร์ อ้างอิง ธุรกรรม พนักงาน ยอด ส่วนลด บาร์โค้ด น้ำหนัก ประชากร ຈຳນວນ ລາຄາ តម្លៃ ໃບແຈ້ງໜີ້ លេខកូដ វិក្កយបត្រ
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
export const NUMBER_TAILS = `code kode kod koodi prijs preis pris betrag belopp beløb beløp bedrag konto kosten kostnad hinta summa summe totaal nummer nummern nummeret numret nr numero numeron szam szama numer number stevilka numarasi numarası nro номер`;

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
idr vnd php pkr bdt lkr npr kzt gel amd azn byn mdl all mkd bam xof xaf kr kc zl zł ft lei lv руб грн р rs rm rp us us$ dollars dollar pounds pound sek rub btc eth
`;
