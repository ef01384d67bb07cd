import Mail
import Testing

/// The headers of the quoted mail as text, and the marks above them.
struct HeaderBlockTests {
  /// A language's words for from, sent, to and subject.
  struct Labels: Sendable, CustomTestStringConvertible {
    let language: String
    let names: [String]

    init(_ language: String, _ names: String...) {
      self.language = language
      self.names = names
    }

    var testDescription: String { language }

    /// The block with something before and behind every label.
    func block(_ before: String = "", _ after: String = ":") -> String {
      let values = [
        "Ada Byron <ada@example.org>", "3.5.2024 10:15", "Bo Lind <bo@example.org>", "The lamp",
      ]
      return zip(names, values).map { "\(before)\($0)\(after) \($1)" }.joined(separator: "\n")
    }
  }

  @Test(arguments: languages)
  func `headers in words fold everything below`(labels: Labels) {
    for block in [
      labels.block(), labels.block("*", ":*"), labels.block("", " :"), labels.block("  "),
      "________________________________\n" + labels.block(),
    ] {
      let reply = VisibleReply(of: "It is the blue one.\n\n\(block)\n\nWhich one is it?\nA. B.\n")
      #expect(reply.reply == "It is the blue one.")
      #expect(reply.signature == nil)
    }
  }

  @Test(arguments: originals)
  func `a mark between dashes folds everything below`(mark: String) {
    for line in ["-----\(mark)-----", "-------- \(mark) --------", "‐‐‐‐‐ \(mark) ‐‐‐‐‐"] {
      let reply = VisibleReply(of: "It is the blue one.\n\n\(line)\nSomething older.\n\nA. B.\n")
      #expect(reply.reply == "It is the blue one.")
    }
  }

  @Test(arguments: [
    "Begin forwarded message:\n\nFrom: Ada <ada@example.org>\nSubject: Lamp\n\nOlder.",
    "Anfang der weitergeleiteten Nachricht:\n\nVon: Ada <ada@example.org>\nBetreff: Lampe\n\nAlt.",
    "Début du message réexpédié :\n\nDe: Ada <ada@example.org>\nObjet: Lampe\n\nVieux.",
    "Inizio messaggio inoltrato:\n\nDa: Ada <ada@example.org>\nOggetto: Lume\n\nVecchio.",
    "##- Please type your reply above this line -##\n\nTicket 12 was updated.",
    "--- Reply above this line ---\n\nTicket 12 was updated.",
    "-- Bitte antworten Sie oberhalb dieser Linie --\n\nTicket 12.",
    "[Quoted text hidden]",
    "From: Ada Byron <ada@example.org>\n\nOlder.",
    "From: Ada Byron [mailto:ada@example.org]\nSent: Friday\n\nOlder.",
    "From: Ada\n <ada@example.org>\nSent: 3 May 2024\nTo: a@example.org; b@example.org;\n"
      + " c@example.org; d@example.org\nSubject: Lamp\n\nOlder.",
    "----- Forwarded by Ada Byron/Example on 03.05.2024 10:15 -----\n\nOlder.",
    "------------------ 原始邮件 ------------------\n发件人: \"Ada\" <ada@example.org>;\n\n旧",
    "-------- Original message --------From: Ada Date: 3/5/24 To: Bo Subject: Lamp Older words",
    "-----Someone's own words-----\nFrom: Ada <ada@example.org>\nTo: Bo\nSubject: Lamp\n\nOlder.",
    "> From: ada@example.org\n> To: bo@example.org\n> Subject: Lamp\n> \n> Older.",
  ])
  func `what programs put above history is folded with it`(history: String) {
    #expect(VisibleReply(of: "Blue.\n\n\(history)\n").reply == "Blue.")
  }

  @Test(arguments: [
    "From: Paris\nTo: Rome\nDate: 3 May",
    "Date: 3 May 2024\nTime: 10:15",
    "To: whom it may concern",
    "Subject: still broken",
    "From: what I can see it is broken.",
    "From: 10:00\nTo: 12:00",
    "-----\nA chapter\n-----",
    "original message attached",
    "From the shop to the door it took two days: fine.",
  ])
  func `labels that the sender writes stay`(words: String) {
    let text = "Hello,\n\n\(words)\n\nCould you check what happened to it, please?"
    #expect(VisibleReply(of: text).reply == text)
  }

  static let languages = [
    Labels("en", "From", "Sent", "To", "Subject"),
    Labels("af", "Van", "Gestuur", "Aan", "Onderwerp"),
    Labels("ar", "من", "تاريخ الإرسال", "إلى", "الموضوع"),
    Labels("az", "Kimdən", "Göndərildi", "Kimə", "Mövzu"),
    Labels("be", "Ад", "Адпраўлена", "Каму", "Тэма"),
    Labels("bg", "От", "Изпратено", "До", "Относно"),
    Labels("ca", "De", "Enviat", "Per a", "Assumpte"),
    Labels("cs", "Od", "Odesláno", "Komu", "Předmět"),
    Labels("cy", "Oddi wrth", "Anfonwyd", "At", "Pwnc"),
    Labels("da", "Fra", "Sendt", "Til", "Emne"), Labels("de", "Von", "Gesendet", "An", "Betreff"),
    Labels("el", "Από", "Στάλθηκε", "Προς", "Θέμα"),
    Labels("es", "De", "Enviado el", "Para", "Asunto"),
    Labels("et", "Saatja", "Saadetud", "Adressaat", "Teema"),
    Labels("eu", "Nork", "Bidalia", "Nori", "Gaia"), Labels("fa", "از", "ارسال شده", "به", "موضوع"),
    Labels("fi", "Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe"),
    Labels("fr", "De", "Envoyé", "À", "Objet"), Labels("gl", "De", "Enviado", "Para", "Asunto"),
    Labels("he", "מאת", "נשלח", "אל", "נושא"), Labels("hi", "प्रेषक", "भेजा गया", "प्रति", "विषय"),
    Labels("hr", "Od", "Poslano", "Za", "Predmet"),
    Labels("hu", "Feladó", "Elküldve", "Címzett", "Tárgy"),
    Labels("id", "Dari", "Dikirim", "Kepada", "Subjek"),
    Labels("is", "Frá", "Dagsetning", "Til", "Efni"),
    Labels("it", "Da", "Inviato", "A", "Oggetto"), Labels("ja", "差出人", "送信日時", "宛先", "件名"),
    Labels("kk", "Кімнен", "Жіберілді", "Кімге", "Тақырыбы"),
    Labels("ko", "보낸 사람", "보낸 날짜", "받는 사람", "제목"),
    Labels("lt", "Nuo", "Išsiųsta", "Kam", "Tema"), Labels("lv", "No", "Nosūtīts", "Kam", "Temats"),
    Labels("mk", "Од", "Испратено", "До", "Предмет"),
    Labels("ms", "Daripada", "Dihantar", "Kepada", "Subjek"),
    Labels("nb", "Fra", "Sendt", "Til", "Emne"),
    Labels("nl", "Van", "Verzonden", "Aan", "Onderwerp"),
    Labels("pl", "Od", "Wysłano", "Do", "Temat"),
    Labels("pt", "De", "Enviada em", "Para", "Assunto"),
    Labels("ro", "De la", "Trimis", "Către", "Subiect"),
    Labels("ru", "От", "Отправлено", "Кому", "Тема"),
    Labels("sk", "Od", "Odoslané", "Komu", "Predmet"),
    Labels("sl", "Od", "Poslano", "Za", "Zadeva"),
    Labels("sq", "Nga", "Dërguar", "Për", "Subjekti"),
    Labels("sr", "Од", "Послато", "За", "Тема"), Labels("sv", "Från", "Skickat", "Till", "Ämne"),
    Labels("th", "จาก", "ส่ง", "ถึง", "เรื่อง"), Labels("tr", "Kimden", "Gönderildi", "Kime", "Konu"),
    Labels("uk", "Від", "Відправлено", "Кому", "Тема"),
    Labels("vi", "Từ", "Đã gửi", "Đến", "Chủ đề"),
    Labels("zh", "发件人", "发送时间", "收件人", "主题"), Labels("zh-Hant", "寄件者", "傳送時間", "收件者", "主旨"),
  ]

  static let originals = [
    "Original Message", "Oorspronklike boodskap", "الرسالة الأصلية", "Оригинално съобщение",
    "Missatge original", "Původní zpráva", "Oprindelig meddelelse", "Ursprüngliche Nachricht",
    "Αρχικό μήνυμα", "Mensaje original", "Algne sõnum", "پیام اصلی", "Alkuperäinen viesti",
    "Message d’origine", "הודעה מקורית", "मूल संदेश", "Izvorna poruka", "Eredeti üzenet",
    "Pesan Asli", "Messaggio originale", "元のメッセージ", "원본 메시지", "Pradinis laiškas",
    "Oriģinālais ziņojums", "Оригинална порака", "Mesej asal", "Opprinnelig melding",
    "Oorspronkelijk bericht", "Wiadomość oryginalna", "Mensagem original", "Mesaj original",
    "Исходное сообщение", "Pôvodná správa", "Izvirno sporočilo", "Mesazhi origjinal",
    "Оригинална порука", "Ursprungligt meddelande", "ข้อความต้นฉบับ", "Özgün İleti",
    "Оригінальне повідомлення", "Thư gốc", "原始邮件", "原始郵件",
  ]
}
