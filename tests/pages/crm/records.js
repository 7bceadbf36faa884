// Made-up people; their numbers come from the ranges that regulators keep free for drama and documentation.
const RECORDS = [
  {
    name: "Eleanor Whitfield", role: "Head of Procurement · Harbour & Finch Ltd", changed: "24/11/2025 16:42",
    fields: [
      ["Phone", "020 7946 0958"], ["Mobile", { tel: "+447700900123", text: "07700 900123" }], ["Fax", "020 7946 0960"],
      ["E-mail", { href: "mailto:eleanor@harbour.example", text: "eleanor@harbour.example" }],
      ["Address", "14 Quayside Row, London SE1 2AA"], ["VAT ID", "GB 123 4567 82"], ["Customer no.", "2079460958"],
      ["Customer since", "03.02.2019"], ["Credit limit", "£ 25,000.00"],
    ],
    notes: [
      ["24/11/2025 16:42", "Wants the quote for order 4500 123 456 by Friday. Call back on 0161 496 0137 after 14:30, ask for Dan."],
      ["11/11/2025 09:15", "Left a message at +44 117 496 0021 ext. 55. Price agreed: £ 1,234.50 for 12 units."],
      ["30/10/2025 – 02/11/2025", "At the trade fair in Berlin; hotel +49 30 23125 042, room 4711."],
    ],
    invoices: [
      ["INV-2025-004417", "01/11/2025", "01/12/2025", "PO 7000 1182 3345", "£ 4,180.00", "£ 836.00", "due"],
      ["INV-2025-003982", "03/10/2025", "02/11/2025", "PO 7000 1179 9021", "£ 12,640.50", "£ 2,528.10", "paid"],
      ["INV-2025-003120", "12/08/2025", "11/09/2025", "PO 7000 1174 0210", "£ 990.00", "£ 198.00", "paid"],
    ],
    people: [
      ["Dan Okafor", "Warehouse", "0161 496 0137", "20031877", "18/11/2025"], ["Mei Tanaka", "Accounts", "020 7946 0412", "20031878", "05/11/2025"],
      ["Tom Bradshaw", "Directors", "+44 20 7946 0001", "20031879", "—"], ["Aoife Byrne", "Dublin office", "+353 20 913 1234", "20031880", "21/10/2025"],
    ],
  },
  {
    name: "Lukas Brandt", role: "Geschäftsführer · Brandt Kältetechnik GmbH", changed: "20/11/2025 08:03",
    fields: [
      ["Phone", "+49 30 23125 100"], ["Mobile", { tel: "+4915228817386", text: "+49 1522 8817386" }], ["Fax", "+49 30 23125 199"],
      ["E-mail", { href: "mailto:brandt@kaelte.example", text: "brandt@kaelte.example" }], ["Address", "Lindenallee 7, 10115 Berlin"],
      ["VAT ID", "DE 136 695 976"], ["IBAN", "DE89 3704 0044 0532 0130 00"], ["Customer since", "17.06.2021"],
    ],
    notes: [["20/11/2025 08:03", "Second compressor, serial 0049-3023125-88, fails at 3.5 bar. Technician: +49 30 23125 077."]],
    invoices: [["INV-2025-004501", "14/11/2025", "14/12/2025", "PO 7000 1183 1100", "€ 2,310.00", "€ 438.90", "due"]],
    people: [["Jana Vogt", "Service", "+49 30 23125 077", "20040112", "20/11/2025"], ["Emre Yildiz", "Einkauf", "+49 30 23125 118", "20040113", "02/09/2025"]],
  },
  {
    name: "Sofia Marchetti", role: "Office Manager · Studio Marchetti", changed: "07/11/2025 11:20",
    fields: [
      ["Phone", "+39 06 5550 1234"], ["Mobile", { tel: "+393331234567", text: "+39 333 123 4567" }],
      ["E-mail", { href: "mailto:sofia@marchetti.example", text: "sofia@marchetti.example" }], ["Address", "Via dei Coronari 12, 00186 Roma"],
      ["VAT ID", "IT 07643520567"], ["Customer since", "29.09.2023"],
    ],
    notes: [["07/11/2025 11:20", "Prefers calls before 10:00. Assistant: +39 06 5550 1240."]],
    invoices: [["INV-2025-004210", "20/10/2025", "19/11/2025", "PO 7000 1180 4410", "€ 640.00", "€ 140.80", "paid"]],
    people: [["Paolo Ricci", "Reception", "+39 06 5550 1200", "20051201", "07/11/2025"]],
  },
  {
    name: "Marcus Reed", role: "Operations · Bluewater Freight Inc.", changed: "03/11/2025 19:55",
    fields: [
      ["Phone", "+1 (212) 555-0147"], ["Mobile", { tel: "+16465550198", text: "+1 646-555-0198" }],
      ["E-mail", { href: "mailto:mreed@bluewater.example", text: "mreed@bluewater.example" }], ["Address", "250 Hudson Street, New York, NY 10013-1413"],
      ["Tax ID", "12-3456789"], ["Tracking", "1Z 999 AA1 01 2345 6784"],
    ],
    notes: [["03/11/2025 19:55", "Container MSKU 123456-7 is late; dispatch is at +1 212-555-0162 x204."]],
    invoices: [["INV-2025-004333", "28/10/2025", "27/11/2025", "PO 7000 1181 7788", "$ 8,450.00", "$ 0.00", "due"]],
    people: [["Grace Liu", "Dispatch", "+1 212-555-0162", "20060031", "03/11/2025"]],
  },
  {
    name: "Camille Laurent", role: "Responsable achats · Verrerie du Rhône", changed: "28/10/2025 14:11",
    fields: [
      ["Phone", "+33 1 99 00 12 34"], ["Mobile", { tel: "+33639981234", text: "+33 6 39 98 12 34" }],
      ["E-mail", { href: "mailto:c.laurent@verrerie.example", text: "c.laurent@verrerie.example" }], ["Address", "8 rue des Tanneurs, 69002 Lyon"],
      ["SIRET", "732 829 320 00074"], ["Customer since", "11.01.2020"],
    ],
    notes: [["28/10/2025 14:11", "Réassort 2 400 bouteilles, réf. 06 12 34 56 78 90. Standard : +33 1 99 00 56 78."]],
    invoices: [["INV-2025-004290", "25/10/2025", "24/11/2025", "PO 7000 1181 0077", "€ 3,120.00", "€ 624.00", "due"]],
    people: [["Hugo Petit", "Logistique", "+33 1 99 00 56 78", "20070415", "28/10/2025"]],
  },
];
