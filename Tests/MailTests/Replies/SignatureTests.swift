import Mail
import Testing

/// What stands below the reply's words: names, cards, advertisements and legal notices.
struct SignatureTests {
  @Test(arguments: devices)
  func `the mark of a telephone or program is a signature`(mark: String) {
    for text in ["It is broken again.\n\n\(mark)", "It is broken again.\r\n\r\n\(mark)\r\n"] {
      let reply = VisibleReply(of: text)
      #expect(reply.reply == "It is broken again.")
      #expect(reply.signature == mark)
    }
    let answered = VisibleReply(
      of: "It is broken again.\n\n\(mark)\n\nOn 3 May 2024, Ada <a@example.org> wrote:\n\n> Hm?"
    )
    #expect(answered.sections.map(\.kind) == [.reply, .signature, .quoted])
  }

  @Test(arguments: closings)
  func `a closing with the name below is a signature`(closing: String) {
    for text in [
      "It is broken again.\n\n\(closing)\nAda Byron", "It is broken again.\n\n\(closing),\n\nAda",
      "It is broken again.\n\(closing)\nAda Byron\nEngineer\n+44 20 7946 0000\n",
    ] {
      #expect(VisibleReply(of: text).reply == "It is broken again.")
    }
  }

  @Test(arguments: [
    "-- \nAda Byron", "--\nAda Byron", "—\nAda", "--\n\nAda Byron\nEngines Ltd", "––\nAda",
    "-- \n", "―\nAda", "\u{A0}--\u{A0}\nAda", "_______\nAda Byron\nada@example.org",
    "-----\nAda Byron\nTel. 020 7946 0000", "***\nAda Byron\nwww.example.org", "- Ada",
    "-Ada Byron",
    "-- Ada", "—Ada", "Ada Byron\nada@example.org", "Ada Byron\nEngines Ltd\n+44 20 7946 0000",
    "Ada Byron\nvia mobile", "Thanks,\nAda Byron\nEngines Ltd\nTel: 020 7946 0000",
    "Regards, Ada", "Kind regards,\n\nAda Byron | Engineer | Engines Ltd",
    "CONFIDENTIALITY NOTICE: this e-mail is meant for its addressee and nobody else at all, ever.",
    "This e-mail and any attachments are confidential and may be legally privileged. If you\n"
      + "are not the intended recipient, please delete it.",
    "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der Empfänger sind, bitte\n"
      + "löschen Sie sie.",
    "Ce message et ses pièces jointes sont confidentiels et réservés à leur destinataire.",
    "Please consider the environment before printing this e-mail.",
    "Sent from my phone, please excuse typos and brevity", "Sent from my iPad. Sorry for typos!",
    "---\nThis email has been checked for viruses by Avast antivirus software.\nwww.avast.com",
    "Virus-free. www.avast.com", "-- \nYou received this message because you are subscribed.",
    "_______________________________________________\nlamps mailing list\nlamps@example.org",
    "Cheers\nAda\n\nSent from my iPad", "LG\nAda", "MfG\nAda Byron",
  ])
  func `other endings are signatures`(ending: String) {
    let reply = VisibleReply(of: "The lamp that you sent is broken again.\n\n\(ending)\n")
    #expect(reply.reply == "The lamp that you sent is broken again.")
  }

  @Test(arguments: [
    "Thanks,\nAda", "Thank you!", "Merci d'avance", "Danke schon mal\nAda", "Ada",
    "I sent it with kind regards to your colleague.", "Best regards are what I expected to get.",
    "Sent from my desk, which is far from yours, as you know.", "Sent from the shop in Leeds?",
    "My data:\n\nAda Byron\n12 Park Lane\n+44 20 7946 0000",
    "-- first\n-- second\n-- third, that is all", "- one\n- two", "* one\n* two\n* three",
    "Model | Price\n----- | -----\nA | 12", "---\n\nThe rest of my story begins on the next day.",
    "Regards,\nAda\n\nPS: the blue one is broken as well, could you send two of them?",
    "```\n-- \n$ mail ada@example.org\n```\n\nThat is what I typed when it failed on me.",
    "He said cheers and left.", "10 - 4 = 6", "A->B", "Disclaimer clicked, nothing happened.",
    "Envoyé hier, pas encore reçu.", "Gesendet habe ich es gestern.",
    "The order was sent from my phone yesterday evening but nothing came.",
  ])
  func `words that only look like an ending stay`(words: String) {
    let text = "The lamp that you sent is broken again.\n\n\(words)"
    #expect(VisibleReply(of: text).reply == text)
    #expect(VisibleReply(of: text).signature == nil)
  }

  @Test func `thanks above a divided signature stay`() {
    let reply = VisibleReply(of: "It is broken.\n\nThanks,\nAda\n\n-- \nAda Byron\nada@example.org")
    #expect(reply.reply == "It is broken.\n\nThanks,\nAda")
    #expect(reply.signature == "-- \nAda Byron\nada@example.org")
  }

  @Test func `a mail that is nothing but a closing keeps it`() {
    #expect(VisibleReply(of: "Best regards,\nAda").reply == "Best regards,\nAda")
  }

  @Test func `a signature between reply and quotation ends at the quotation`() {
    let reply = VisibleReply(of: "Blue.\n\n-- \nAda\n\n> Which?\n\nAnd two of them.\n-- \nAda\n")
    #expect(reply.reply == "Blue.\n\nAnd two of them.")
    #expect(reply.sections.map(\.kind) == [.reply, .signature, .quoted, .reply, .signature])
  }

  static let devices = [
    "Sent from my iPhone", "Sent from my Galaxy S23 Ultra", "Sent from Mail for Windows",
    "Sent from Yahoo Mail on Android", "Get Outlook for iOS",
    "Get Outlook for Android<https://aka.ms/x>",
    "Sent with Proton Mail secure email.", "Sent from Proton Mail mobile",
    "Sent via BlackBerry from Vodafone",
    "Sent from my Verizon Wireless 4G LTE DROID", "Sent using Zoho Mail",
    "Sent from AOL Mobile Mail",
    "Von meinem iPhone gesendet", "Gesendet von Outlook für iOS",
    "Von meinem Samsung Galaxy Smartphone gesendet.",
    "Gesendet mit der GMX Mail App",
    "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
    "Envoyé de mon iPhone", "Envoyé depuis mon smartphone Samsung Galaxy.",
    "Obtenez Outlook pour Android",
    "Envoyé à partir d'Outlook pour iOS", "Enviado desde mi iPhone", "Obtener Outlook para iOS",
    "Enviado do meu iPhone", "Obter o Outlook para Android", "Inviato da iPhone",
    "Inviato da Outlook per iOS",
    "Verstuurd vanaf mijn iPhone", "Verzonden vanuit Outlook voor Android", "Sendt fra min iPhone",
    "Skickat från min iPhone", "Hämta Outlook för iOS", "Sendt fra Outlook for Android",
    "Lähetetty iPhonesta", "Hanki Outlook for Android", "Sent úr iPhone", "Wysłane z iPhone'a",
    "Wysłano z telefonu Samsung", "Odesláno z iPhonu", "Odoslané z môjho iPhonu",
    "Elküldve az iPhone-omról",
    "iPhone-ról küldve", "Trimis de pe iPhone-ul meu", "Изпратено от моя iPhone",
    "Отправлено с iPhone",
    "Отправлено из мобильной Почты Mail.ru", "Надіслано з iPhone", "Адпраўлена з iPhone",
    "Послато са iPhone-а",
    "Poslano s mog iPhonea", "Poslano iz mojega iPhona", "Saadetud minu iPhone'ist",
    "Nosūtīts no iPhone",
    "Išsiųsta iš iPhone", "Στάλθηκε από το iPhone μου", "iPhone'umdan gönderildi",
    "Samsung cihazımdan gönderildi",
    "נשלח מה-iPhone שלי", "أرسلت من iPhone الخاص بي", "تم الإرسال من الـ iPhone",
    "ارسال شده از iPhone من",
    "मेरे iPhone से भेजा गया", "iPhoneから送信", "Yahoo!メール for Androidから送信", "나의 iPhone에서 보냄",
    "내 Galaxy에서 보냄", "发自我的iPhone", "从我的 iPhone 发送", "發自我的 iPhone", "從我的 iPhone 傳送",
    "Đã gửi từ iPhone của tôi", "Dikirim dari iPhone saya", "ส่งจาก iPhone ของฉัน",
    "Dihantar daripada iPhone saya",
    "Enviat des del meu iPhone", "Enviado dende o meu iPhone", "Nire iPhonetik bidalia",
    "Gestuur vanaf my iPhone",
  ]

  static let closings = [
    "Regards", "Best regards", "Kind Regards", "Warm regards", "With kind regards", "Cheers",
    "Best wishes", "All the best", "Mit freundlichen Grüßen", "Viele Grüße", "Beste Grüße",
    "Freundliche Grüsse", "Cordialement", "Bien à vous", "Meilleures salutations",
    "Saludos cordiales",
    "Un saludo", "Atentamente", "Cordiali saluti", "Distinti saluti", "Atenciosamente",
    "Cumprimentos",
    "Met vriendelijke groet", "Groeten", "Med venlig hilsen", "Vennlig hilsen",
    "Med vänliga hälsningar",
    "Vänliga hälsningar", "Ystävällisin terveisin", "Bestu kveðjur", "Z poważaniem", "Pozdrawiam",
    "S pozdravem", "S pozdravom", "Lep pozdrav", "S poštovanjem", "С уважением", "З повагою",
    "З павагай",
    "Поздрави", "С поштовањем", "Üdvözlettel", "Cu stimă", "Με εκτίμηση", "Saygılarımla",
    "İyi çalışmalar",
    "Lugupidamisega", "Ar cieņu", "Pagarbiai", "با احترام", "مع التحية",
    "בברכה", "सादर", "Trân trọng", "Hormat saya", "ขอแสดงความนับถือ", "敬具", "此致敬礼", "Salutacions",
    "Agur bero bat", "Hörmətlə", "პატივისცემით",
  ]
}
