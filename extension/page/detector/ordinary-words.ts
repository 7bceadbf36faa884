/**
 * Words that stand around telephone numbers and are not in words.ts, or only by their beginning or end. They are packed nowhere:
 * lists.ts sees to it that none of them is taken for one of ours, which happens to others now and then.
 */
export const ORDINARY_WORDS = `
abonamente about accounts achter acil acum aduan afspraak afspraken after agendamento agendamentos agent agora ahora ajanvaraus aktarıldı alle alt
amsterdam ana anmeldung anna anruf answer answered any apoio apotek apotheek apotheke appointments appuntamenti appuntamento après apteekki apteka
arayacak asap asiakaspalvelu asistencia asistență ask assicurazioni assistenza assistência assurance asti asztalfoglalás atenció atención até auskunft
autista autolettura autómentés avarias avería averías avisieren awarie awarii ayşe back bejelentkezés belastingdienst belt bereitschaft bestellannahme
bestellen bestellijn bestelltelefon bestellungen bestil bestill bestilling beställning bildirimi bilet bilete bilety bilheteira biljetter billetter
billetterie bis bittet biztosítás boekhouding boka bokning bokningen booking bordbestilling bordsbokning breakdown broneerimine buchhaltung buchung
but bán bärgning bıraktı cabinet calle cambiato cambié cambió can carretera cellulare celular celulari cevapsız changé chauffeur chauffør cita citas
claims client cliente clienti clients clienți clienții comenzi commande commander commandes complaints comptabilité compteur conductor confirmed
consulta consultas contabilidad contabilidade contabilitate contabilità contact contacto contactpersoon contador contatto courier cover customer
deixou dejó deliveries delivery deranjamente devolver direktenummer dispecerat disponible disponível dispozici doanh doe doorgeven doorverbonden
dostępny driver drogowa dupont durchwahl dyżur dział déclarer dépannage désormais długa dịch eczane einkauf ekonomi elérhető email emergenze empfang
encomendas endret engaged entradas entstörungsdienst ersatzteilverkauf facturació facturación facturare facturation fahrer fakturazioa farmacia
farmacie farmácia farsími fast fastnet fasttelefon fatturazione faturação fault fax feilmelding fejlmelding felanmälan fino firm fix fogadott foglalás
foonnommer for forsikring forwarded found fragen fre fri front förare försäkringar gardien gazowe gemiste geri gestor get gewijzigd geändert guasti
gyógyszertár han handy hansen har has hasar hasta hat hattı hausmeister haute hdy helpline herr hibabejelentés hibabejelentő high hij hinterlassen
hizmetleri hlásenie hlášení hotline hours huber huisarts hätänumero időpontfoglalás igjen info informes infos innen inscripciones instead intervento
invoice jan jane janji jefe jegyek jensen jetzt joe jour jsem jusqu jätti kapcsolattartó kartenbestellung kartenvorverkauf kerkstraat kerosakan
khidmat khẩn kierowca kierownik kinh kirjanpito klachten klager klagomål klantenservice klienditugi klienta klientit klientu klientų klo komórka
kontakt kopplad księgowość kuljettaja kundenbetreuung kundenservice kundeservice kárbejelentés könyvelés københavn lagde laissé lankapuhelin las
lasciato laskutus layanan lectura ledenadministratie leeds left legevakt leitura lekáreň lieferung liet liga livreur liên llamada llamar llamará lun
lundi lunes lämnade lægevagten lékárna lópez lühinumber madrid maier maintenant maken man manqué mar marcações martin mary matkapuhelin
matkapuhelinnumero may mayor medlemsservice meghagyta megváltozott melden message meterstand missat missed mme mobiel mobil mobilais mobile mobilfunk
mobilni mobilnummer mobitel mobitela monday most motorista mudei muhasebe musterstr mån mòbil móbil müşteri naar nagy naročanje ndaj nem neyðarnúmer
nicht nieodebrane nood noodnommer not notdienst nováková nowak numarasından numarasını numeron numerosta nummeret numret nyt nöbetçi objednání
objednávanie objednávky objednávání obsługi oddzwoni oddzwonić odtahová odťahová oggi open oproep ora ordremodtagelse osiguranje oslo otsenumber out
over pacientů panaszok panne pannenhilfe para paris partir payable pechhulp pedidos pedir pengiriman perdida persa personnel pforte pharmacie pharmacy
phone phòng pierdut plantão pls pogotowie pohotovost pohotovosť poisťovňa pojišťovna pokladna pomoc pomoč pon popescu por port porta poruch poruchy
porúch pour połączenie praxis prenotazione prepojené previa prise programări project projekta projektipäällikkö projektleder projektleiter projektu
projeto pronto prosjektleder proszę proyecto przekierowano puhelin puhelu pöytävaraukset přepojeno questions raggiungibile randevu rappellera rappelé
računovodstvo rdv reached recepce recepci recepcia recepciu recepció recepción recepcja recepcji receptionen recepção receção rechnung rechnungsstelle
reclamaciones reclamações reclamații reclami registered registratuur registratūra regnskab regnskap rejestracja reklamaatiot reklamace reklamacje
reklamationen reklamácie relații rendelés rendez renseignements repair repairs reply report reportar resepsiyon resepsjonen reserveren reservierung
retornar revine rezervace rezervacije rezervasyon rezervácie rezerwacje richiama roma rossi rue rufnummer rutieră réclamations réservation
rückrufnummer satt schade schadenmeldung schadensfall schimbat see segnalazione segunda sekarang sekretariat selfoon send service sesizări sexta she
sich signaler sigorta silva since siniestros sinistre sinistres sinistri sinistros sipariş sjåfør skadeanmälan skader služba smit smith soccorso
sofort sofőr som sondern spoke společnosti späť stadt status stockholm stop storgade storgata storgatan storing storingsdienst stradale störung
störungsannahme störungsstelle sudah sunat surgery svensson szkody számlázás számot számát sími takaisin tapt taquilla tarde tavoittaa telef telefon
telefonas telefone telefoni telefonnummer telefonní telefono telefonoa telefonszám telefonu telefoon telefón telefónne telemóvel telephone telèfon
teléfono temu teraz termine terminvereinbarung terminvergabe terug test teď thanks they tid tidsbestilling tidsbokning tiepalvelu tilaukset
tilauspalvelu tilbage tilbake tillbaka time timebestilling tischreservierung tom tot trasferito trouble try træffes tukar twice téléphone tālrunis
ubesvaret ubezpieczenia uhr umawianie une unknown until uporabnikom urgencias urgențe urgências use uur vagt vahinkoilmoitus vaihtui vakt vanaf
vastaamaton vastaanottoon vedoucí veihjelp vejhjælp ven vendredi vereinbarung verified verkauf verkope verpasst vers versicherung vertrieb verwaltung
verzekeringen viagem viderestillet viernes vikailmoitukset vikailmoitus virtanen visite visszahív visszahívás voditelj vodič volta vous vstupenky want
wants warszawa weitergeleitet whatsapp will wizyt wizyty worker yardım yhdistetty yhteyshenkilö yol you yılmaz zamówienia zamówień zavolejte zavolá
zentrale zgłaszanie zmenil zmeškaný zmieniłem změnil zpět zurück zákaznická zákaznický zákaznícka zählerstand átkapcsolva ändrats ændret être účtárna
ügyelet ügyfélszolgálat điện đặt řidič şikayet şoför škody șofer άλλαξε άννα άφησε αναπάντητη από αριθμό βλάβες βλάβης βοήθεια γραμματεία δήλωση
εισιτήρια εξυπηρέτηση κινητό κλείστε λογιστήριο οδική παράπονα παραγγελίες πελατών ραντεβού ρεσεψιόν στις τηλέφωνο τον τώρα φαρμακείο аварийная
аварійна анна аптека билеты бронирование бронювання бухгалтерия бухгалтерія виклик водитель водій вызов гаряча дежурный диспетчер доставка доступен
евакуатор жалобы заказ заказов заказы замовлення запис запись касса ленина лінія мабільны мобилни мобильный москва отдел пейджера переведён
передзвонити перезвонит перезвоните перезвонить петрова поддержки приймальня прийом приём проекта пропущений пропущенный підтримки рачуноводство
ресепшн реєстратура руководитель секретаря скарги служба случаи смс спешен столиков страхование страховые телефон телефону тепер теперь тэлефон
фактуриране эвакуатор հեռախոս հեռախոսի איש בית גרירה דיווח דנה המספר הנהלת השאיר השתנה זימון חירום חשבונות לחזור לקוחות מוקד מרקחת נהג נייח נענתה
עכשיו קביעת שיחה שירות שלא תור תורים תלונות תקלה תקלות أحمد الآن الأعطال الإبلاغ الاستقبال الجوال الحجوزات السائق الساعة الشكاوى الطلبات الطوارئ
العملاء الفواتير المحاسبة المواعيد الهاتف تغير خدمة رقمي صيدلية عطل فائتة قسم للتواصل للحجز अपॉइंटमेंट अमित आपातकाल करें गया बदल लिए शिकायत મોબાઈલ
ტელეფონი 강남구 경리부 고객센터 고장신고 기사님 긴급출동 김철수 대표전화 문의전화 바뀌었습니다 번호가 부재중 서울시 안내데스크 연락처 입니다 전화번호는 전환됨 주세요 진료예약 휴대폰
`;
