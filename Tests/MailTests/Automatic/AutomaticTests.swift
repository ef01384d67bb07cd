import Mail
import Testing

struct AutomaticTests {
  @Test(arguments: [
    ("Auto-Submitted: auto-replied", AutomaticKind.autoReply), ("X-Autoreply: yes", .autoReply),
    ("Precedence: auto_reply", .autoReply), ("Auto-Submitted: auto-generated", .generated),
    ("X-Auto-Response-Suppress: All", .generated), ("List-Id: <a.b.example>", .list),
    ("List-Unsubscribe: <mailto:a@b.example>", .list), ("Precedence: list", .list),
    ("Precedence: bulk", .bulk), ("Precedence: junk", .bulk), ("Return-Path: <>", .autoReply),
    ("From: MAILER-DAEMON@b.example", .bounce),
    ("Auto-Submitted: auto-replied\nSubject: Out of office until May", .outOfOffice),
    ("X-Autorespond: Re: away\nSubject: Re: hi, I am away until May", .outOfOffice),
  ])
  func `a header tells that a program wrote it`(_ header: String, _ kind: AutomaticKind) throws {
    #expect(try ParsedMail(parsing: Array("\(header)\n\nhello".utf8)).automatic == kind)
  }

  @Test(arguments: [
    "Automatic reply: x", "Out of Office: x", "Automatische Antwort: x", "Abwesenheitsnotiz: x",
    "Réponse automatique : x", "Respuesta automática: x", "Resposta automática: x",
    "Risposta automatica: x", "Automatisch antwoord: x", "Automatiskt svar: x",
    "Automatisk svar: x",
    "Automaattinen vastaus: x", "Sjálfvirkt svar: x", "Automatyczna odpowiedź: x",
    "Automatická odpověď: x", "Automatická odpoveď: x", "Automatikus válasz: x",
    "Răspuns automat: x",
    "Автоматичен отговор: x", "Автоматический ответ: x", "Автоматична відповідь: x",
    "Аутоматски одговор: x", "Automatski odgovor: x", "Samodejni odgovor: x",
    "Automatinis atsakymas: x", "Automātiskā atbilde: x", "Automaatvastus: x",
    "Αυτόματη απάντηση: x",
    "Εκτός γραφείου: x", "Otomatik yanıt: x", "پاسخ خودکار: x", "خارج از دفتر: x", "رد تلقائي: x",
    "תשובה אוטומטית: x", "自動応答: x", "自动回复: x", "自動回覆: x", "자동 회신: x", "Trả lời tự động: x",
    "ตอบกลับอัตโนมัติ: x", "Balasan otomatis: x", "स्वचालित उत्तर: x", "Resposta automàtica: x",
  ])
  func `a subject tells it in the languages of mail programs`(_ subject: String) throws {
    let kind = try ParsedMail(parsing: Array("Subject: \(subject)\n\nhello".utf8)).automatic
    #expect(kind == .autoReply || kind == .outOfOffice)
  }

  @Test(arguments: [
    "Subject: On holiday", "Subject: Ausencia: Juan",
    "Subject: Im Urlaub bis Mai\nIn-Reply-To: <a@b>",
  ])
  func `a word for absence tells it where nothing else is said`(_ header: String) throws {
    #expect(
      try ParsedMail(parsing: Array("\(header)\n\nhello".utf8)).automatic == .outOfOffice
    )
  }

  @Test(arguments: [
    "Subject: Question about out of office messages", "Auto-Submitted: no",
    "Subject: Automatically", "Subject: On holiday booking 12345",
    "Subject: Ausencia de respuesta", "Subject: Im Urlaub kaputt gegangen",
    "Subject: My order was not delivered", "Subject: Undelivered parcel", "Precedence: first-class",
    "Return-Path: <a@b.example>", "From: sara@b.example",
  ])
  func `people's mail is theirs`(_ header: String) throws {
    let source = "\(header)\n\nThe parcel could not be delivered to sara@b.example.\n"
    #expect(try ParsedMail(parsing: Array(source.utf8)).automatic == nil)
  }
}
