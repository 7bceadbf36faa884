/**
 * What the word in front of a number says about it, in many languages. Only data; how it is used is in meaning.ts and labels.ts.
 * All words are lower case and without accents; stems match the beginning of a word, tails its end.
 */

/** A telephone number follows. */
export const PHONE_WORDS = `
accueil alo aloqa angerufen anrop ansprechpartner apel apela apelat apelati appel appeler appelez appelle appels ara aradi arama aramak arayin
arayiniz astreinte atendimento avisos bel bellen bereikbaar bereiken bimbit call callback callcenter called caller callerid calling calls cel cell
centar center centralino centralita centre centro centrum cep chamada chamar chiama chiamaci chiamare chiamata chiamate conmutador contato
crida ddi deitu desk dial dialed dialing dialled did direct doorkiesnr doorkiesnummer dosegljiv dostupny dt dzwon dzwonic dzwonil
dzwonila emergencia emergencias emergency emergenza erreichbar erreichen erreicht ffon ffoniwch fijo fiksni fisso fixe fixo fon fone free funk
gebeld gesprek goi gsm guardia guthan halytys hivas hivhato hivja hivjon hivni hospital hovor hp hubungan hubungi iletisim imessage
infolinia irtibat joignable joindre kald kannykka keskus klicati klici klicite landline ligacao ligar ligue linka lost m marcar marque mo mob
mobiele mobiil movel movil moviles msisdn mugikorra nazovite night nong notruf off omstilling opkald opkaldt
osiagalny p paivystava paivystys panggil pevna ph phn piga piket poklici poklicite pokliczite ponsel portable poziv pozovi pozovite puh rang rappel
rappeler rappelez reach reachable recados recapito receptie reception rechtstreeks resepsjon ring ringa ringde ringer ringes rozmowa ruckruf rueckruf
ruf rufen rufnr ruft rununu sabit sales samtal samtale santral sav sdt secretaria secretariat secretary sentralbord signal simanumer
simu skakel skambutis skiptiborð sms soita soittaa soitto spoed stacionarni stacjonarny standard suna sunati support switchboard symudol t talian
voip tawag tawagan tefon teileafon tel tele telegram telepon telepono telf telnr telp telpon terugbellen text texted tfn tfno thirr thirrni thoai tlf
tlfn tlfnr tln tlp toll tollfree tph treffes truca trucar truqui tumawag ubah urgence urgences vaihde vast vastaanotto vaste vaxel verde vert
vezetekes viber voicemail volajte volat volejte wa wrong zadzwon zadzwonic zavolajte zavolat zentrum zovite zvati zəng đai đt łacze
επικοινωνια καλεσε καλεσμα καλεστε κιν κλησεις κληση σταθερο τηλ алоқа баиланыс гар городскои гсм гэриин дзвінок дозвониться залгах зателефонуите
званок зовите контакт контакты моб мобил мобилен мобільнии мобільного обадете обаждаите обаждане повикај подзвоніть позвонил позвоните позвонить
позвънете позив позовите рабочии сот стационарен тел тф утас утасны фиксни холбоо хотлаин центар центр центра централа центральныи
център јавите қоңырау ұялы բջջային զանգահարել զանգահարեք հեռ התקשר התקשרו טל טלפון טלפונים להתקשר נייד סלולרי פלאפון צלצלו اتصال
اتصل اتصلوا تلفن تلفون تلقن تليفون تماس تيليفون جوال جوالات جوالي خليوي رابطہ سیل فون للاتصال متحرك محمول مخابره مكالمة موبايل موبایل نقال هاتف همراه
هواتف واتساب ٹیلیفون ټېلېفون کال कल टलफन दरधवन दरभष फन भरमणधवन मबइल मबईल वहटसएप सपरक কল টলফন দরকথন দরভষ দৰভষ ফন মঠফন মবইল যগযগ ਟਲਫਨ ਫਨ ਮਬਇਲ ਮਬਈਲ ટલફન
ફન મબઇલ ଟଲଫନ ଫନ ମବଇଲ அலபச அழகக கபச சலபச தடரப தலபச தலபபச பன மபல కల చరవణ టలఫన దరవణ ఫన మబల ಕರ ದರವಣ ಫನ ಮಬಲ ടലഫണ‍ ടലഫൺ ഫൺ മബല‍ മബൽ വളകകക ජගම දරකතනය දරකථන
දරකථනය დარეკეთ ზარი მობაილი მობილური ტელ ሞባይል ስልክ đong vu pager selnommer referente cercapersone ghuthain office department dept
manager owner assignee team line care enquiries referent dairesi קשר واتس تلفنها əlaqə direkte suora beint kozvetlen servis serviss apkalposana
aptarnavimas aptarnavimo arreta rendelo cempel sherbimi kujdesi সব સપરક ಸಪರಕ समपरक যগযগর საკონტაქტო सव சவ ਕਲ કલ हलपलइन բջջ klientediens kundtjanst
kundesenter selfoonnommer queries kom voice biglietteria alarmowy richiamare oddzwonienia zastihnes skatteetaten skatteverket
`;

/** In scripts that write words together these are looked for at the end of what stands before the number. */
export const JOINED_PHONE = `
電話 电话 手機 手机 座机 連絡先 携帯 代表 直通 热线 熱線 致电 致電 拨打 撥打 联系方式 來電 来电 请拨 市話 专线 專線 客服 でんわ ケータイ お問い合わせ 問合せ フリーダイヤル テル 呼び出し 전화 휴대폰 핸드폰 연락처 대표번호 직통 모바일 고객센터 문의 콜센터 유선
โทร เบอร์ มือถือ ติดต่อ สายด่วน ໂທ ໂທລະສັບ ມືຖື ទូរស័ព្ទ ហៅ ဖုန်း 联系 聯絡 연락 呼叫 通话 通話 ポケベル モバイル 呼び出す 宅电 자택 카폰 호출 번화번호 ចល័ត မိုဘိုင်း ဆက်သွယ်ရန်
แผนกต้อนรับ 前台 总机 總機 市话 自宅
回拨 回电 回撥 回電 메인 콜백 회신 聯繫 呼叫器 呼叫機 联络 寻呼 พนักงานขาย ฝ่ายขาย สถานที่ทำงาน ទូរសព្ទ โทรศัพท์ コールバック ワッツアップ ご予約 ទំនាក់ទំនង บริการลูกค้า ลูกค้าสัมพันธ์ จองโต๊ะ
`;

/** A word that begins so is about telephones, whatever its ending. */
export const PHONE_STEMS = `
anruf asiakaspalv assistenz cellul celul contact contatt destek dezur dispec diszpecs dukung durchwahl elerhet festnetz handy helist helpline hitn
hizmet hotline paanumer takaisinsoit klantenserv komork kontak kozpont kundenserv kundeserv kundserv lankapuh layanan llam mobil obsług phone podpor podrsk
pohotov puhel recepc rufnum segreteri sekretari skambin soport suport taleef talrun teleef telef telemo telepho telifon telpho ugyelet ugyfelszolg
whatsapp yhteyden zvan εξυπηρετ κινητ τηλε υποστηριξ дежурн дзвон диспетчер звон контактн мобилн мобильн мобілн обслуж передзвон перезвон поддерж
поддръж приемн приимальн підтримк регистратур секретар сотов справочн телеф тэлеф чергов foon mobitel
racunovod сметковод пеидж podateln matkapuhel yhteysn hakulait հեռախոս спешн мабільн мобильд ტელეფონ kliendit registratu реєстратур xidmət theileaf подрш visszahiv
`;

/** "Servicenummer", "hovednummer": whose number it is, and so a telephone's. */
export const WHOSE_STEMS = `nod nood einwahl service hoved huvud haupt direkt direct kontakt contact zentral sentral notruf notfall firmen privat vakt jour gratis support hotline central buro alarm akut
hata otse luhi neyðar direkte terugbel mobiel thuis prive zakelijk kantoor hem hjemme jobb kontor zweit koti kodu vaihde palvelu vaxel
`;

export const FAX_WORDS = `
belgegeçer f facs facsimile faksas fakso fakss faxa faxe faxi faxnr faxnummer faxszam ffacs fx telecopie telecopieur
telekopi tfx φαξ телефакс факс факса факсу факсы ֆաքս פקס الفاكس تيليفاكس دورنگار فاكس فکس فیكس فېکس نمابر फैक्स फ्याक्स ফেক্স
ফ্যাক্স ਫੈਕਸ ફેક્ષ ફેક્સ ଫ୍ୟାକ୍ସ ஃபேக்ஸ் தொலைநகலி தொலைநகல் ఫ్యాక్స్ ಫ್ಯಾಕ್ಸ್ ഫാക്സ് ෆැක්ස් แฟกซ์ โทรสาร ໂທລະສານ ფაქსი ទូរសារ ファクシミリ ファクス ファックス 传真 传真号
传真号码 傅真 傳真 傳真號碼 팩스 팩스번호 ፋክስ فاکس ಫಕಸ ଫଯକସ ଫକସ ফকসৰ факсі факси факсіне ဖကစ faics fakis ფაქსის faksin faksu faksa faxu faxul faksimile belgegeceri
ifeksi fagisi நகல ఫకస فیکس faxove
`;

/** Something else follows: an order, an account, an id, an amount. Singular forms; "Orders: 0800 …" is a department. */
export const OTHER_WORDS = `
clause paragraph patch closes fixes bytes epoch timeout
aantal aanvraag aba abn abono acc account acct acn adet ado afa affaire afiliacion agencia agizo agreement ahv ajanlat
akte aktiv alv amex adherent anydesk gyari teamviewer qq ord vyrobni vyrobne amount amtsgericht anfrage angebot ankara antal antall application apt article
arve arxiv asin asmens asset assets aste ausweis avoir avs avtal awb badge balanta
bankgiro bankleitzahl barang bastidor batch bayaran bce bei bejelentes beleg belob
bg biaya bic bid bilhete bill billet birth birthday blz boeking bolla bon born box bp bsb bsn
btw budget bug build buoni buono bus campaign cant cap capacity card carne carnet carta carte cas case castka cbu ccc cccd ceadunas cedula cena
ceny cerere cf chamado chapter charge chave chiave chiffre chitanta cif
cifra cig cijena clabe claim cle cmimi cmnd cnh cnp cnpj cod code codes codi codice codigo codis col colet colis column
comenzii commessa commit comprobante consignment cont conta container conto contor contract
contribuinte coordinates coords corrente cost coste costo count cout cpe cpf cpr cracha created credit creditcard credito crime crn
csomag cui cuil cuit cukai cup cupon cupones cups curp cusip cvc cve cvr cvv cwe cəm cəmi dagsetning data date
daten dato datoer daudzums ddt ddv deal dealer decreto deftesa demande depot depth descompte device devis dhl dic dil dilu din
distance dni dnr dob doc doi donor dosar dosya downloads dowod dpd dph due duns duration ean ec ecriture
ecv egn egyenleg egysegar ein emso engros enrollment enrolment ente enterprise envio eori
erreferentzia error estimate etiqueta exp expediente expires factuur fascicolo fcc fedex fee
felhasznalasi fig figure file finess fiok firmware fis fiscal flight floor foglio folder folio followers
forerkort fv garanzia gate gift gl gls gnr goc gonderi gps grant greutate gst gstin gtin guarantee guia
gwarancja halaga halaman handelsregister harga hash height hermes hetu hind hinta hisob hra hrb hs hts iat ib iban
ic ico id ids ie ifsc ilosc imei import importo index insee inv iomlan
ip irsaliye isbn isin iso issn issue item itin itinerary iva iznos jami jasen jmbg journal jumla kaart
kad kadi kart karta karti kartin kartu karty kb kdnr kdv kenmerk kennitala kennitolu kennung key khoan kiasi kid klant
klasa kljuc kod koda kodas kode kodi kods kodu kogus kokku kolejnosc konta konto kontostand kontrak
konts kood koodi kopa korekort korkort kort korting kosten krs ksiega kt kto ktp kulud
kunci kupac kupca kvk kwa lat latitude ledger lei
length lenh leping liczba lieta lietas ligums lipun lk lng loan localizador locker lomake lon longitude lot
lote lotto lpp maara mac maestro maksu maksut mandant mandat mastercard material matter
member mengde menge merchant merka merkis mero meter metre micr miejsca mijoz mileage miles
mista modified moms monto mortgage mpan mpn mprn mrn mst mteja mustəri mva məbləg nabywca naf
namen narxi net nf nfe nhs nhsno nie nif nik nino nip nipc nipt nir niss nit nomina npi npwp obj oc ocr oda
odometer oggetto oib oldal omzet operacion opp opportunity orden order ordine ordu otp
oznacenie oznaka paczka pagado pagar pagato page pages pagina pago pagos paguar paket pakket pallet pan parcel parola parole parsel parti
partia partida partita partno paskirtis patent payer payment pdl pedagang pedido pelanggan pesanan pesel peso
phieu pib pid piece pin piva pkd placeno plat plate plot plusgiro plz pn pnr po pobox police policy poliis polis
polisa polise polita poliza polizza pontun popust pos position postal postbox postbus posten postfach pp ppn
prece precio precios predracun preis preke prescription pret preu preventivo prezo price prijs pris process processo product
producto productos proposal prukaz psc purchase pvm pvn qalıq qta qtde qte
qty quotation quote qəbz rabais rachunek rachunku radek radku radky razem rc rcs reading rebut receipt
record recu reducere reeks ref refno reg regel regno regon reisepass rekkefølge release remise remito renavam
requisition resit rev revenue revision rfc rg riadku riadok rib ricevuta riferimento rij rijbewijs risiti rma rodne route routing row
rows rozet rpps ruc rujukan rut rækkefølge sak salary sap sayfa sayisi sazba score seat
section seite sensor seriya session sha sheet shipment shuma sic sida side sifra sin siren siret siri siunta sivu size
skirteini sku skupaj sleva sn solde soliq sopimus sorrend sort sozlesme spedizione spis spisu spolu spz ssn stanje
statement stav stawka stevec stk stnr stoc stock strana stranica strona strosek student suite suku sum suma summa summe
supplier supply sutartis sutijums sveukupno svitrkods svnr svrha sygnatura szerzodes szla table tag taille talep
tapahtuma tarehe targeta tarikh tarxeta task tassa tasso taux tax taxa taxe taxes tc tckn tender tessera tetel teza tezina
thue ticket tili timestamp tin tnt toode totaal tracciamento trace track tracking trademark train tramite trang
trr ts tuote turnover tva txn tytul ucet ucret ugovor ugovora ugy uid unit units upc updated upphæð ups
urun user userid usps ust utr valor vara varat vare vat vehicle vendor ver vergi vero views viide viite viitteella vin visa
viso vlera voen vol volume voorraad votes vs vsk waga wartosc waybill weight werkorder width
words xərc yhteensa zapas zaruka zasoba zeile
zenbatekoa zending zip znesek zone đon αδτ αμ αμκα ανταλλακτικο ανταλλακτικου αποστολεας αποστολη αποστολης αρθρο αφμ
βαρος επιστροφη εργο κοστος κωδ παρ πελατη πελατης ποσ ποσο σελιδα τκ φπα χρηματων арт бараа баримт бағасы бик билет брои броика булстат вага
вес всего всього входящ входящии гарантия гэрээ гэрээнии данс дансны дела дело договір дүн егн еик емб ембг ембс емс етикет жеке жиро захиалга
захиалгын иб ид износ инн исходящ исходящии итог итоги итого карт карта карте картичка картичката карточка картын кбк
код корсчет кпп кс күні лимит лицевои мфо наруџбина ндс ниит нумар нэхэмжлэлиин нэхэмжлэх общо огноо огрн огрнип окпо октмо отправление
партида партия партнера паспорт патна пдв пиб подитог понуда порядок посылка права пратка приказ разом разход расходы рнокпп рс салық серия серія
скидка снилс ставка сума сумма татвар татварын тег токен трек ттн уговор уговора уин харилцагч харилцагчиин хэрэг цена ценою цены цін ціна ціни
ціною чек чека шарт шот єдрпоу ід іпн јмбг құжат үнэ ամսաթիվ անդորրագիր անձնագիր գին գումար կոդ հաճախորդի հաշիվ հաշվի հվհհ պայմանագիր պայմանագրի
պատվեր պատվերի պատվերն քարտի אישור אסמכתא אסמכתה ברקוד גוף גרסה דרכון הנחה התייחסות זהות זיכוי חוזה חזר חפ חשבון טוקן יתרה לקוח מונה מוצר מורשה מזהה
מיקוד מעמ מעקב מפתח משקל משתמש סהכ סידורי סידורית סך סכום ספח עוסק עלות עסקה ערך פוליסה פוליסת פנייה פרויקט פריט קבלת קוד קופון רישוי רישיון
רפרנס שובר שיק תאריך תביעה תושבים תז תיק תשלום اجمالي ارڈر اشعار اقامة امر انوايس ايبان ايصال اکاونٹ باركود بارکد بارکوڈ بريدي بل بلاغ بوليصة بیمه
بیمهنامه تاكيد تتبع تجاري تخفيض تخفیف تذكرة تراکنش تسلسلي تسوية تشغيلة تعداد تعريف تكلفة تیکت ثمن جمع جواز حوالہ خصم داين دعوى رخصة رسید رصيد
رعایت رمز رهگیری رکنیت سجل سريال سریال سعر سفر سكان شبا شحن شحنة شراء شريطي شريك شریک شناختی شيك صب صنف طلب طلبية عداد عرض عضوية عضویت عقد عملية عميل
غرامة فايل فاکتور فعالية قرارداد قسط قضية قومي قيد قيم قيمة كمية كوبون كود لوحة مالیات مالیاتی مبلغ مجموع محصول مرجع مرسوله مستخدم مشترک مشتری مشروع
مضافة مطالبة معاملة معاہدہ مقدار ملف ملی منتج موظف نسخه هوية وزن ٹکٹ پاسپورٹ پالیسی پرونده پستی پیگیری کارت کالا کد کدملی کل کوپن کوڈ کھاتہ گاہک
گذرنامه अनबध आईडी आदश आधर एकण ऑरडर कड करड करर खत गरहक चलन जएसट जनसखय जमम टकट तरख दनक दव पन परसल पलस पषट पसपरट पिनकोड बजक बल भुगतान मटर मत मतर
मलय योग रकम रश रसद वैट शष सदरभ অরডর আইড ইনভযস এসকেইউ কড কর গরহক চকত চলন ছড জনসখয টকট তরখ পরমণ পলস পসপরট পোস্টকোড বল ভ্যাট মট মলয রসদ রেফারেন্স লনদন
সদসয হসব ਆਰਡਰ ਇਨਵਇਸ ਕਮਤ ਕਰ ਕਲ ਖਤ ਗਹਕ ਮਤ ਰਕਮ ਰਸਦ ઇનવઇસ ઓરડર કમત કર કલ ખત ગરહક ટકટ તરખ રકમ રસદ સદરભ அடட ஆரடர உரமம ஒபபநதம கணகக கறபப கறயட சலவ டககட தக தத
பல பலச பஸபரட மதத மததம ரசத வடககயளர வர வரச வல வலபபடடயல ఆరడర ఇనవయస కరడ కసటమర ఖత టకట తద ధర పనన మతత రసద సచన ಆರಡರ ಇನವಯಸ ಉಲಲಖ ಒಟಟ ಖತ ಗರಹಕ ಟಕಟ ತರಗ ದನಕ ಬಲ ಮತತ
ರಸದ അകകണട ആക ഇൻവയസ ഉപഭകത ഓർഡർ തക തയത നകത രസത വല ඇණවම ඉනවයසය එකතව ගණම දනය පරභගක බද මදල මල රසටපත ბარათის ბილეთის დანომრილი თარიღი ინვოისი ინვოისის კოდი
მომხმარებლის პირადი საიდენტიფიკაციო სულ ფასი ქვითრის ხელშეკრულება ხელშეკრულების ჯამი
imposition releve locazione оренди retur palautus
seri цене
rezept
الدفع دفع مدفوع مدفوعة مدفوعات ميزانية بند ايرادات ايتمان ترخيص قسيمة عنصر مسلسل معاملات صفقة سداد دفعة مخزون موازنة تكاليف ইনভইছ পৰমণ দম
একউনট কৰমক মঠ ৰশ ৰহই কৰমচৰ বজট ৰছদ পৰশধ кошт сальда усяго разам цана پرداخت نرخ ارجاع تراز موجودی بودجه اعتبار کدپستی ایتم بستانکار ردگیری سند مجوز
محموله ارزش بها مانده درامد گذرواژه عبور قطعه لایسنس هزینه कमत करडट छट रजसव उतपद आयड बजट बलस लनदन लट वजन सटक टकस डसकउट पजकरण पसवरड करमचर रककम शललक
इनवहइस पवत कवटट मजदत सङकत भकतन दरत परमण बयलनस भचर सनदरभ करबर तल बक बरकड वसत टकन टरयकग जप हलक ಐಡ ಕಡ ಕರಡಟ ಬಲಪಟಟ ಅನಕರಮ ಬಯಲನಸ ವಚರ ಅರಡರ ಉಪಮತತ ಬಲಲ ರಶದ
ಪವತ ಪರಮಣ ಕರಡ ಪರವನಗ କରମକ ଜପ କଡ ਕਡ ਡਕ ਉਤਪਦ ਜਪ ਜਪਕਡ ਬਜਟ ਮਤਰ ਪਸਵਰਡ ਆਈਡ қорытынды барлығы мөлшері сома саны ққс коды состојба буџет мегузбир биланс
кредит подытог остаток кол збир трошак тикет данок ضرايب atlaide svars skaits ceks pagat cupo tiquet vikt cadeaubon valore ordem
qtd ingresso remessa orde ive samtals afslattur baki amaun bajet diskaun narx chipta davek vsota izdelek məhsul
yekun vaha vægt vekt afgift bilag delsum buget soldul plata codul cardul tarif tvsh svoris ciro kalan borc
akun anggaran berat lunas voucer struk dibayar jml lkm kodea agindu wert mwst ctd itbis সথত পরশধত বযলনস সরবমট সবটটল উপমট ওজন জপ
ডসকউনট পরমন পমনট রজসব ταχ કડ કરમક મલય પહચ ચલણ બલ શરણ એકઉનટ કરડટ કરડ ચકવણ ઝપ ટકસ પરમણ બજટ બલનસ שולם מאזן תקציב הפניה הפנייה יתרת זיהוי אשראי תעריף കഡ
തപൽ അളവ ഐഡ жин сериал کوډ پوستي ශෂය කතය තපල ඉතරය ஐட அளவ கடடண இரபப வரவ தளளபட அஞசல நலவ படஜட வவசசர மத కడ సకత నలవ పరమణ బడజట ఉపమతత కరడట జప తగగప వచర చలలప
дохід загалом ادايیگی كوڈ كل بجٹ ٹیكس بقایا دام كریڈیٹ كارڈ اكاونٹ org taj docket attendance saateleht rek kostenplaats
frame cert caso inhabitants population package einwohner bescheinigung genehmigung zeichen kontrakt inwoners bewijs vergunning perceel indbyggere innbyggere
invanare tilladelse tillatelse tillstand pakke intyg habitants paquet attestation autorisation habitantes paquete autorizacion parcela pacote abitanti rif
pacco autorizzazione locuitori mieszkancow mieszkancy obyvatel potrdilo dozvola todistus hrsz belge sicil penduduk sijil
контракт пакет свидетельство страница файл реестр разрешение талон двигатель образец решение бланк вагон контеинер постановление мешканців свідоцтво сторінка
партія поліс реєстр дозвіл ділянка двигун рішення жыхароу насельніцтва дагавор пасведчанне свидетелство електромер разрешително талон серија броило бројило
дозвола парцела уверење решење записник халық келісімшарт куәлік есептегіш рұқсат κατοικοι πληθυσμος πακετο δεμα πιστοποιητικο βεβαιωση αποφαση εγγραφο
אוכלוסייה שלדה חבילה תעודה היתר קובץ החלטה מסמך طرد شهادة صفحة تصريح قطعة مقعد قرار جمعیت گواهی گواهینامه صفحه کنتور فایل صندلی سرٹیفکیٹ صفحہ میٹر پارسل परमणपतर
დოკუმენტი მოსახლეობა მოწმობა გვერდი მრიცხველი პოლისი ნებართვა ქვითარი checksum crc seq sag pratica zoom webex meet qst cta cte neq nss ot cc pis uan epf pps urn uprn nmls bn adeli bsnr lanr zsr agb rea nass nib pwz fn flyer art sinistro иин polisy se esic bdo trn trans nrc ordaithe reporte
`;

/** A word that begins so is no telephone, unless its ending says otherwise. */
export const OTHER_STEMS = `
abonent adgangsk akaun akten alennus alkalmazott allahind anahtar ansok anstallnings ansøg antrag
anvandarid anzahl apmaksa apstiprin arajanl arende articol articul arved asiakirj aterbet
atest atmaksa atsauc atutal auftrag avain azonos bakiye barkod basvur bedrag bekraft bekreft bekræft belasting
bescheid bestat beteg betrag bizonyl
brukerid buyurtma byla bylos candidat cantid cantit cartao cegjegyz celkem celkov certif chassi cheq clansk clenstv
confirm contatore contrasen cotac cotizac coupon csekk cuenta cupao cupom czek członk datas
davcn debit demirba descont descuent diarie diplom diskon docum dodac dogum doklad dokum
dorucen dossier dyddiad einkaufspr elektrom element empresti emprunt erstatt
estimac factur fahrgest faktu fattur fatur fecha fiyat fodels folgesed foljesed forsend
gavekor gebruikersn geburt geheimn gesamt geschaftsz geschenk gewicht grazin grundbuch gutsch hakemu
handlar hasło havale hemmeligh hesab hesap heslo hinnan hitelsz hivatkoz hmotnos hoeveelh huvit hyvit identi iegad
immatric imones importe impost impuest indirim innkjop isporuk izdelk
izmaks izsekos jednac jelsz jumlah jurnal kaardi kaina kampanj kandidat kartic kassenz kasutaj kayttajat
kennz kiekis kimli kinkekaar kinnitus kokonai kontoi kortel kortti kostenst
kostnad kovet kuantit kulcs kupon kustannus kuupaev kvantit kvitt kwitan lahety lahjako lasku lastschr
lencan leverans leverin licen licznik lidmaat lieferda liefersch lietotaj likut lisans lisen
llogari lozink luong lykil makbuz maksaj makse maler maliyet mandats mangd masur maticn matricol matricul matrikel medarbejdern medidor
megerosit mehrwert merid meroor miktar mittari mnozstv model mokejim momsreg montant munkavall mængd nabidk nachverf nacim
naissan nalog naroz nascim nascit nimilap nodokl nuolaid nuorod nutzer nyckel nyomkovet nyugt nøkkel odbern odecet
odeme odhad odkaz odlok odniesien odprem oferta offert onay orcament ordre otprem overfor pagament paiement paino
paivam paivay pajak pakbon pakkum palet pameld paminej paragon paraisk pardavej parskait participan pasaport pasiul paskyr passord
passport passwor pasutij paszport patvirtin pembayar pemesan penawar pendaft pengembal pengir permis permit
personas pervedim peserta piedav pieteik pirkej placan placil platb podani podat pogodb poids pokwit polozk ponud porosi porudzb
posilj poskod postavk postcod postikood postkod postleitz potwierdz poukaz pouzivatel povrac povrat
pracenj pracownik prasym preco presentkor prestamo presupues prevod prezz prix prodajal prodott produit produkt produs
produto proform proizvod protok proveid prozess przelew przesyl
pseudonim pseudonym putovn płatno quittung rabat racun receb recept receta recete rechnung recibo referan
referin refund regning reikning rejestracyj rekening rekin rekister rembours ricett richiest
rimbors rozhodn salaisu salasan saldo saskait sayac sconto secreto segredo seguim sekimo
sekov sendung senha sentenc sertif seryj seuranta sifaris siirto sitzplatz skaitit skatt sklic
skrivnost skupn sledov sledzen slevov smlouv solicitud spezif sprava spraw stavk steuer stevc streckk
streepj stregkod subtotal suivi suly symbol syntym szallitol szamla søknad tagastus tagih tagsag tajomstv takip talebi
tanggal taotl tarih tarix tarjet tarjou teilen termek terugbet tilbagebet tilbud tilisiirt tilmeld tilvis toimitusn toplam
transac transak transfer trgovc tunnist tunnus tutar tyontek uberweis ucastn uctov uctu ukupn uplat
urodz urutan ustid utalas utilizator utlevel uver uyelik uzivatelsk uzsak uzytkown vahvistus
variabiln vartotoj vaucer vavcer vereinsreg versao versi versjon vertrag verze verzi
viivakood virement visszater vonalkod voucher vracil wachtw werknemer wersja wnios wpłat zadost zamestnane
zasiel zasilk zertif zlav zmluv zostat zustat zwischensum łaczn αδει αιτημ αιτησ αναγνωρ αναφορ αντικειμ
αποδειξ ασθεν ασφαλ δανει δελτι εκδοσ επιβεβαι εργαζ ημερομην καρτα κλειδ κρατησ κωδικ λογαριασ μετρητ μητρω μυστικ παρτιδ πληρωμ
ποσοτ προιον προσφορ πρωτοκ σειρα σειριακ συμβασ συμβολα συναλλαγ συνολ συνταγ ταυτοτητ τιμη τιμολ υποθεσ υπολοιπ φακελ φορο χρηστη абонат абонен
акаунт аккаун артикул вартіст ваучер версия версі вкупн водительск возврат възстанов відстеж датум договор докум елемент есепшот жител
заводск загальн захтев заяв знижк идентиф инвентар инвоис индекс индентиф кадастров кандидат картк касов квит колич
котиров кредитн купон кільк лиценз лояльност ліценз ліцэнз лічильн матичн модел накладн налог нарач народж населен обращен оплат осигур
отслеж отстъпк оферт палет парол пасош перевод переказ плата платеж платіж плащан поверненн подат подтвержд показан покуп полис полиц
попуст порез поруч посвідч посил потврд потребител почтов пошиљк поштов пощенск працівник преводн предмет
преписк продук пропозиц протокол підсум підтвердж рахун рачун референц рецепт рожден рођењ салдо сальдо сериен сериин
сертиф серіин сметк сотрудник співробітн стоимост стоиност счет табельн тавар тапсырыс товар транзак трансакц удостовер укупн усього фактур
чеков читат читац членск шифр штрих элемент ідент ідэнты індекс індетиф ընդհանուր הזמנ החזר חשבונ כמות כרטיס מחיר משלוח סיסמ תשלומ استرداد بازپرداخ
بطاق تاريخ تاریخ تسجيل تسليم حساب سفارش شناس صورتحساب ضريب فاتور قيمه قیمت مستند معرف وثيق ანგარიშ შეკვეთ
koszt затрат tagastus вантаж връщан tyomaar pozadav nakladn fraktb myyntitil proverapp provrapp
serial serij seriov kolicin διαβατηρι
lagerbest verkaufsp versandn librarycard паштов плацеж бюдж індэкс зніжк колькасц падатк аплат артыкул адпраул адсочв сабекошт
ბალანს გადახდ თანხ რაოდ ტრანზაქ ღირებულებ საფოსტ იდენტიფ პაროლ ფასდაკლ төлем тіркеу лиценц сериск плакањ лозинк себестоим оплачен трекинг признаниц
aadha albara artik balans balanc belop betal betaal bilan compte datu entidad eskaera etichet fizete garanti inciden indeks
kontrat kredi kwot legitymacj mahsul menny mokes muqavil ordinul ossze paspo poradi potvr pozyc protocol quanti rastre serie sporing total umow
vorgang warrant zaht zapla zleceni koltseg kedvezm jovair bevetel kifizet budzet qiym miqd odən endirim proracun međuzb priznanic postiind
vaartus makst tasu atlikum samaksat pasizmaks pavadzim llicenc pressupost rakning sparning behallning bankrek creditn transazion
tasse ammontar scontrin addebit passaport comprovant despes greiðsl dobropis баланс uhrad bezero contul lizen prezi txartel pagesa kontu omsætn omsetn
budsj budjet biudz rozpoc mezisouc medzisuc nedoplat celkom sadzb innbetal inntekt oplacon kredyt calkowit znizk platit valoar apmok savikain
kodici odenm odend agirl butce aratop pelacak luotto kuitti tosite zerga kopuru ordain aurrekont deskontu bezahl anfangsbest verwendungszw bankverb
nummernsch umsatz guthab cuantia existenc liquidad enregistr versement разписк платен себестоин тежест наличност εκπτωσ προυπολογ υποσυνολ αποθεμ
πιστω πληρωθηκ κουπον παραθεσ παραπομπ παραστατ ισοζυγ εξοφλ δωροκαρτ төлбөр төлсөн сплач кошторис собівар надходж међузб ilmoit kerel invoi
invent promo refere tranza данъч ლიცენზი
tiket siunt saadetis penjejak zakazk კლიენტ ट्रैकिंग
`;

/**
 * The beginning of something done for people, or of people, as well as of what they are given: "Reservierung 030 2312 5617" is who
 * takes them, "Reservierung 03023125617" is one.
 */
export const SOFT_STEMS = `reserv rezerv rezerw booking bokning buchung foglal varau prenota bronee брон assicur assuran apdrosin asuransi draudim forsakr forsikr
osigur pojist ubezpiecz sigorta vakuutus zavarov страхов versicher verzeker biztosit sinistr siniestr schaden szkod reklam abonam abonem abonnem
prenumer subscri suscrip assinatur predplat elofiz anmeldu inscri registr rejestr inschrijv регистр реєстра devolu reembols zwrot возврат refund
facturac facturat facturar faturac faturam faturala fakturac fakturow fakturer fatturazion laskutu entrega livrar доставк consegn dostaw заказ замов
zamow objedn narudz porudz rendel siparis encomend поруџ поръч tilau tellim bestel bestill commande comand indkob innkjop закупк client kund
customer musteri клиент клієнт asiakas ugyfel корисни korisnik utente benutzer пользоват користувач dobavitel dodavatel поставщ постачальн furnizor
tedarik medlem mitglied uczestni pacient pacjent patient пациент пацієнт employe membership fleet szamlaz produktion produkcj proizvodnj zglosz wysyl
nahrad vstupen iktat beszallit seguro personaln verzend licensing налогов оплат договорн абонент kargo iade bilet teklif nakup strank uporabnik
bigliett biljett bolet contrat estoc estoq porez zahl knihov kutuphan teslim fakturazio uctovn socio expedit klien фактуриран contador рачуноводст
proje progett proyect proiect проект проєкт naroc zakaz leveran lieferun bestall εισιτηρι παραγγ משלוח εισπραξ sleutel schluss
`;

/** The same, where whatever begins so is something else. */
export const SOFT_WORDS = `consumer ordini staff ledger tempahan pemesanan رزرو बकग room ariza liput حجز קבלה квитки part appointment resi job note nota megjegyzes`;

/** In front of something else these say who deals with it: "Ufficio ordini", "Отдел заказов". */
export const HEAD_WORDS = `atencion atencao atendimento apoio suporte servicio servico servizio service relation relations thong ufficio dzial biuro obsluga obslugi departamento
departement departament dipartimento oddeleni odjel odsjek odeljenje oddelek jefe chef gestor gestora gerente capo responsable responsabile
responsavel encargado vedouci kierownik opiekun voditelj vodja veduci sluzba sluzbe central centrale centro centre bureau oficina escritorio charge
chargee prise cabinet disk tele linia prijem phong đat mua отдел отдела служба служби руководитель менеджер прием начальник специалист бюро сектор
відділ керівник одељење одсек рачуноводство τμημα υπευθυνος قسم مدير خدمة مكتب بخش مدیر خدمات دفتر מחלקת מנהל שירות מנהלת atencio khidmat pomoc relatii הנהלת
`;

/** These without their marks would be something else: a surname, an article. */
export const MARKED_OTHER = `chứng giá hóa lệnh mã phiếu phí rēķins thuế thẻ tiền tài tổng vé ár ára áru đồng šek कुल कूल khảo chiếu dư daň payé balík dân phép čú rč`;

/** And these with them are verbs and the like, "কর" is a tax; Turkish "İş" in lower case is at work. */
export const MARKED_LINK = `করে করুন cấp ਕਰੋ કરો i̇ş artık`;

/** In scripts that write words together. */
export const JOINED_OTHER = `
订单 訂單 发票 發票 账户 帳戶 编号 編號 合約 身份证 身分證 會員 邮编 郵編 总计 總計 价格 價格 护照 版本 单价 單價 数量 數量 人口 重量 收据 收據 报价 报价单 報價單 密钥 成本 费用 費用 优惠券 折扣 QQ 注文 注文No 請求書 口座 品番 型番 合計 価格 領収書
小計 単価 割引 残高 チケット コード シリアル タグ カード プロダクトキー バランス ナンバー 주문 송장 청구서 인보이스 계좌 금액 합계 가격 사번 총액 인구 수량 중량 영수증 코드 원가 시리얼 할인 잔액 태그 ใบแจ้งหนี้ คำสั่งซื้อ เลขที่ บัญชี
รหัส ลูกค้า พัสดุ สัญญา ราคา รวม บัตร แฟ้ม สมาชิก ทะเบียน ตั๋ว โครงการ มิเตอร์ อ้างอิง ธุรกรรม พนักงาน ยอด ส่วนลด บาร์โค้ด น้ำหนัก ประชากร ຈຳນວນ ລາຄາ
តម្លៃ ໃບແຈ້ງໜີ້ លេខកូដ វិក្កយបត្រ 額 额 人数 件数 個数 아이디 부가가치세 退款 支付 優惠券 标识符 識別子 標識符 參考 参考 参照 バウチャー クーポン 返金 返品 送金 型式 保險單 保單 保单 理賠 駕照 執照 工單 工单 日期 日付 期限 パスワード
货物 貨物 磅 罚单 票據 支票 问题单 注文がキャンセルされました 取消 번호판 티켓 쿠폰 참조 승인 등록 등록이 확인되었습니다 날짜 일자 보험 증권 면허 여권 학번 환불 결제 거래 세금 입금 상품 제품 배송 수수료 잔고 식별자 아이템 การสั่งซื้อ ภาษี
องค์กร เวาเชอร์ คูปอง คืนเงิน ใบเสร็จ ใบสั่ง วันที่ กรมธรรม์ ใบอนุญาต หนังสือเดินทาง จำนวน ซีเรียล ขนส่ง การชำระเงิน สินค้า ชำระ ประกัน ผู้ป่วย
นักเรียน นักศึกษา สถานที่ ที่นั่ง ของคุณ ບັນຊີ ສັນຍາ ໃບເກັບເງິນ ໃບບິນ ລູກຄ້າ ສັ່ງຊື້ ລະຫັດ ບັດ ພາສີ ຫນັງສືຜ່ານແດນ ວັນທີ ຂົນສົ່ງ ອ້າງອີງ គណនី
កិច្ចសន្យា អតិថិជន បញ្ជាទិញ កាលបរិច្ឆេទ ពន្ធ អត្តសញ្ញាណប័ណ្ណ លិខិតឆ្លងដែន ចំនួន ឯកសារ បង្កាន់ដៃ ប្រតិបត្តិការ យោង សមាជិក តាមដាន အော်ဒါ အကောင့်
ဖောက်သည် စာချုပ် ငွေတောင်းခံလွှာ မှတ်ပုံတင် ပြေစာ ဘောက်ချာ လက်မှတ် အခွန် ရက်စွဲ ပမာဏ စုစုပေါင်း ကုဒ် ကတ် အဖွဲ့ဝင် အမှတ်စဉ် ဈေးနှုန်း メーター 振込
受取 会員 部品 患者 貸出 請求 査定 转账 汇款 借书证 零件 病人 처리 이체 송금 도서 계량기 โอน คำขอ
返品 退货 退貨 报价 報價 반품 화물 指示書 카드 รายการ ปริมาณ ทั้งหมด รายได้ เครดิต งบประมาณ จ่ายเงิน บาร์โค๊ด ลำดับ อ้างถึง รายจ่าย ไอดี 支払い 支払 アイテム 予算 税金 ライセンス 発送 値引き
値引 原価 取引 料金 総計 クレジット ストック トラッキング パスポート レシート ロット 品目 伝票 追跡 重さ 体重 売上 消費税 在庫 付款 已付款 信用卡 預算 预算 交易 價值 总价 總價 項目 项目 增值稅 增值税 加值稅 成本價 授權 授权 禮品卡 礼品卡 結餘 结余 余额 餘額
總和 總數 案件 營收 稅金 稅費 禮券 識別 识别 產品 产品 商品 憑證 凭证 抵用金 庫存 库存 ឥណទាន កាត បរិមាណ លំដាប់ ទឹកប្រាក់ ទម្ងន់ សមតុល្យ ទូទាត់ 지불 예산 소계 신용 재고 계정 단가 라이선스 무게 액수 지출 총합 트랜잭션
계산서 바우처 세액 지급 ມູນຄ່າ ທຸລະກຳ ບາໂຄດ ປະລິມານ ລວມ ລາຍການ ສ່ວນຫຼຸດ ອາກອນ ໃບອະນຸຍາດ ໃບຮັບເງິນ ຍອດ 小计 合计 税款 税费 共计 总共 合同 批次 欠款 小票 进货价 买价 许可证 成本价
`;

/** As SOFT_STEMS. */
export const JOINED_SOFT = `予約 预约 預約 挂号 掛號 예약 申込 申请 申請 신청 จอง 부품`;

/** "Number" itself: what it is a number of, the neighbouring word says. */
export const NUMBER_WORDS = `
br broj broja cis cisla cislo mã n nambari no nom nombor nombre nomer nomeri nommer nommers nomor nomra nosu nr nri nro num numar numara numarali
numaram numaramiz numarasi numarul number numbers numbri numer numera numerem numeris numero numeroa numerom numeroni numeros numeru nummer nummern
numri numur numurs numuru nömrə nömrəsi raqam raqami rhif sayılı so stev stevilka sz szam szama szamom szamon számú uimhir αρ αριθ αριθμος бр број броја
бројот дугаар дугаара ном номер номера номером номерот номеру номерът нөмер нөмір нөмірі համար מס מספר الرقم رقم شماره نمبر क्रमांक नंबर नम्बर संख्या
নং নম্বর எண் సంఖ్య နံပါတ် ნომერი ნომრის সখয ಸಖಯ सङखय ସଖୟ ସଖଯ ਸਖਆ সখযট namba lambarka zenbakia iinombolo nimero સખય નબર شمېره අකය
`;

/** May stand between a label and its number. */
export const LINK_WORDS = `
is are was at on under via a an my our your his her their its new old current main primary work business home private personal other alternate
second secondary first now to by us me him them or and both please tai ist lautet unter die das den dem mein meine unsere ihre seine neue neu alte
aktuelle buro dienstlich privat geschaftlich bitte uns mich ihn sie au les sur mon notre votre son sa nouveau nouvelle bureau travail domicile
professionnel perso est al los en mi nuestro su nuevo nueva oficina trabajo casa es o ao em meu nosso seu novo nova escritorio trabalho il lo mio
nostro suo nuovo ufficio lavoro e op het onze mijn uw nieuw nieuwe kantoor werk thuis till til vart mit min ny nya arbete jobb hem kontor hjem er jest
pod na praca dom biuro nowy je cisle prace domu novy по на наш мой ваш его новый домашний дом это под или στο στον στην το ο η ile numaradan ev yeni
على هو إلى في عبر z ze s od v w we u iz beim vom zum zur auf aus nach uit bij met voor tegen fra ved hos fran i vid az egy с со из от до у за в во при
к ко про для з зі із від од преко чрез per uz pie ar par sub prin pentru cu spre in into from with icin ucun ilə dan من عن ب از به با در על אל עם ב ל
של पर स क म qua tu đen toi cho ke dari pada untuk dengan ng below above following best preferred correct right nove novi novou noveho moje muj meho
moj moja mojego jeho jej jejich nase nasa nas vase vas svoje svoj jego swoj swoje nasz nowa nowego njegov njen моя мое новая новое нового ее их свои
свое міи нова новии иого іі свіи моят нов новият неговият noul nou noua mea lui nostru este uj uusi minun hanen meidan uus minu tema meie mans jauns
jaunais mana ir mano naujas jo jos musu yra benim onun bizim νεος νεο μου σου του της μας σας ειναι جديد الجديد החדש חדש שלי שלו שלה שלנו הוא جدید ما
मर नय हमर उनक आपक उसक ह আমর নতন তর எனத பதய என న కతత میرا نیا baru saya kami adalah moi cua mpya yangu ni nuwe im ri мој мојот новиот yangi mening жана
менин шинэ минии ჩემი ახალი իմ նոր nua newydd fy nytt nyja mitt berria nire meva gamle gammel star stary stari stare стар старыи старии dawny vechi
regi vanha vana vecais senas eski παλιο قديم ישן minha minhas tua tuo mia mother father wife husband mum dad mom brother sister daughter friend boss
neighbour neighbor mutter vater frau mann mere pere mari femme madre padre moglie marito esposa mae pai mama mamy mamou matky maminky otce anne annem
annemin babam babamın esim esimin мамы мама мати мамин edesanyam anyam apam 母 μητερας πατερα moeder vader mor far aiti aidin
principal principale principali glowny glowna hlavni glavni glavna alternative alternativo alternativa alternatif alternativ alternativni primario primaria primarni secundario
secundaria secondaire secondario actual actuel attuale aktualny aktualni
bookings reservations reservas prenotazioni reservierungen reserveringen hang behind ve reserves rezervari varaukset bokningar κρατησεις הזמנות the nechal nechala zostawil zostawila lasat transferred transferido transfere transferat degisti mudou changed оставил оставила залишив залишила сменился изменился змінився ترك 새 spravne riktig riktigt rigtige oikea prawidlowy helyes dogru corretto correto correcto corect juiste ispravan правильныи правильнии верныи σωστος נכון andra andre andet anden druhe celalalt diger toinen drugi drugo inny zweite andere otro otra altro autre outro segundo secondo deuxieme tweede masik другои второи іншии друга αλλος δευτερος אחר اخر recebida recebido 제 내 우리 저희
`;

/** Join a noun to the word "number" in front of it: "número de pedido". */
export const OF_WORDS = `de del della dello di do da du des d of der des von van af av på la le el`;

/** "…nummer", "…nr", "…szám": a word that ends so and is not about telephones names some other number. */
export const NUMBER_TAILS = `
akte antrag auftrag ausweis bedrag beleg belopp bescheid betrag bevis code hinta intyg kennung kennzeichen kod kode
konto koodi kortti kosten kostnad lappu lasku lizenz lomake menge nommer nr nro numarasi number numer numero numeron nummer nummeret nummern
numret police preis prijs pris raqami referanse reference referens referentie referenz schein sparbuch stevilka summa summe szam szama todistus totaal
tunniste tunnus vertrag viite код номер kood arve hind saldo kaart kartya osszeg egyenleg utalvany azonosito szamla maks belob belop tili rechnung
umsatz factuur faktura
`;

export const MONTH_OR_DAY = `jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december
januar februar marz maerz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre januari februari maart augustus mei
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia января февраля марта апреля мая июня июля августа сентября октября ноября декабря`;

/** After a number these make it a quantity. */
export const UNIT_WORDS = `
a.m ac acres am b bpm byte bytes characters cl cm dagar dagen dager day days days dia dias dl downloads dpi einwohner followers ft g gal gb ghz gib giorni h ha
habitants hits hour hours hr hrs hz in inhabitants items jour jours kb kcal kg khz kib kj km km² kw kwh l lb lbs m ma mah mb members mg mhz mi mib min mins minutes ml
mm month months ms mw mwh m² oz p.m pages pc pcs pct people percent pieces pm points pax pers personen prozent pt px qm record records results rows rpm seats sec
erw zimmer nächte seconds secs std stk stück stunden t tag tage tb uhr units users v view views visitors votes w week weeks words yd year years
`;

export const CURRENCY_WORDS = `
aed all amd ars aud azn bam bdt bgn bhd birr brl btc byn cad chf clp cny cop czk dkk dollar dollars dzd egp eth eur euro euros ft gbp gel ghs hkd hrk
huf idr ils inr isk jod jpy kc kes kn kr krw ksh kwd kzt lei lek leke lkr lv mad mdl mkd mxn myr ngn nis nok npr nzd omr pen php pkr pln pound pounds
qar rm rmb ron rp rs rsd rub rub sar sek sek sgd sol soles thb tl tnd try twd tzs uah ugx us us$ usd uyu vnd xaf xof zar zl zł грн ден дин р руб сом
сум тг тенге төг դրամ บาท ლარი 元 円 원 kč
`;

/** Between a number and its extension, as they are written in lower case; "_" is a space. */
export const EXTENSION_WORDS = `
extensions extension extns extn exts ext xt exten extensión extensio extensió estensione extensao extensão anexo interna interno interne internal
intern int inwendig toestel tst durchwahl dw dwl nebenstelle nst klappe kl apparat app poste wewnętrzny wewętrzny wewnetrzny wewn wew linka linia
klapka klápka mellek mellék m anknytning ankn lokalnummer lokal lok tlf_lok lokalnr alanumero alanro ramal ramais rml derivacion derivación lokalas vid
vidinis iekšejais iekšējais iekš sisetelefon sisenumber dahili dah εσωτερικό εσωτ εσ ες добавочный доб внутренний внутр вн додатковий дод вътрешен вътр
локал лок внатр interior interieur intérieur phím_lẻ máy_lẻ số_lẻ ekst sambungan samb ekstensi pesawat pes kucni kućni nhanh nhánh linje innanhuss
innanhúss local loc ram luzapena anschluss doorkiesnummer doorkies uitbreiding uitb internnr sisäinen sisainen innra innanhússnúmer kuć внутрішн внутрішній внутрішня внутрішнього
дад унутр интерни интерно linija iekšzvans papild daxili ichki ішкі ներքին լրացուցիչ შიდა zgjerimi zgjerim extensie nội_bộ số_nội_bộ kiendelezi
estyniad fóirlíne folíne estensjoni lokalni lokala विस्तार विस्तारित एक्सटेन्सन এক্সটেনশন வெளி நீட்டிப்பு పొడిగింపు ಎಕ್ಸ್‌ಟೆನ್ಶನ್ എക്സ്റ്റൻഷൻ
એક્સટેન્શન ਐਕਸਟੈਂਸ਼ਨ දිගුව ایکسٹینشن امتداد פנימי פנימית លេខបន្ត ຕໍ່ လိုင်းခွဲ שלוחה שלוחות تحويلة فرعي داخلي داخلی एक्सटेंशन एक्स ต่อ 内線 内线 转分机 轉分機 分机
分機 轉 转 内 내선번호 내선 구내 内線番号 内线号 분기 교환 durchw uitbr síneadh sineadh дотуур lisanr lisa sisenr máy_nhánh внутренняя добавочная додаткова додатковий вътрешна вътрешен mell ex đt_nội_bộ wewnętrzna intern_nr
ala sise dh lẻ של l ت anr sisetel dkn доп 內線 poste_téléphonique anx psw
`;
