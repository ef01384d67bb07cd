import Mail
import Testing

/// The line above a quotation, as mail programs in many languages write it.
struct AttributionTests {
  @Test(arguments: english + european + slavic + eastern + far)
  func `an attribution folds what follows, marked or not`(line: String) {
    let marked = VisibleReply(of: "Mine is blue.\n\n\(line)\n> Which colour?\n> Ours is red.\n")
    #expect(marked.reply == "Mine is blue.")
    let plain = VisibleReply(of: "Mine is blue.\n\n\(line)\n\nWhich colour?\nOurs is red.\n")
    #expect(plain.reply == "Mine is blue.")
    let tight = VisibleReply(of: "Mine is blue.\r\n\(line)\r\n> Which colour?\r\n")
    #expect(tight.reply == "Mine is blue.")
    #expect(tight.quoted?.hasSuffix("> Which colour?") == true)
  }

  @Test(arguments: english + european + slavic + eastern + far)
  func `words below a marked quotation are the reply`(line: String) {
    let answer = VisibleReply(of: "\(line)\n> Which colour?\n\nMine is blue.\n")
    #expect(answer.reply == "Mine is blue.")
  }

  @Test(arguments: [
    "On reflection I would rather have the blue one, as I wrote:",
    "On Monday I will be away.",
    "On 3 May I was told it would arrive by Friday.",
    "Le problème persiste depuis lundi.",
    "Am Montag bin ich wieder da und rufe Sie an:",
    "El martes a las 10:00 estoy en casa.",
    "2024-05-03 10:15:00",
    "At 10:30 the light went on: then off.",
    "The manual says it wrote: done",
    "As my sister wrote:",
    "In the log of 03.05.2024 10:15 it says:",
    "My number is 4711, my address sara@example.org",
    "Please send it to Ann <ann@example.org> by 5 May.",
    "Here are the two errors I saw on 2024-05-03:",
  ])
  func `a sentence of the sender stays`(line: String) {
    let text = "Hello,\n\n\(line)\n\nThat was all."
    #expect(VisibleReply(of: text).reply == text)
  }

  @Test func `an attribution without colon and verb needs marked lines below`() {
    let line = "On Fri, May 3, 2024 at 10:15 AM Ada Byron <ada@example.org>"
    #expect(VisibleReply(of: "Blue.\n\n\(line)\n\n> Which?").reply == "Blue.")
    let prose = "Blue.\n\nOn 3 May 2024 I sent it to Ann <ann@example.org>\nand she has it."
    #expect(VisibleReply(of: prose).reply == prose)
  }

  static let english = [
    "On Fri, May 3, 2024 at 10:15 AM Ada Byron <ada@example.org> wrote:",
    "On Fri, May 3, 2024 at 10:15\u{202F}AM Ada Byron <ada@example.org> wrote:",
    "On Fri, May 3, 2024 at 10:15 AM Ada Byron <\nada.byron.with.a.long.address@example.org> wrote:",
    "On 3 May 2024, at 10:15, Ada Byron <ada@example.org>\nwrote:",
    "On May 3, 2024, at 10:15, Ada Byron wrote:",
    "On 03/05/2024 10:15, Ada Byron wrote:",
    "On 5/3/24 10:15 AM, Ada Byron via Desk wrote:",
    "On Friday, May 3rd, 2024 at 10:15 AM, Ada Byron <ada@example.org> wrote:",
    "On Friday, May 3, 2024 at 10:15:07 AM GMT+2, Ada Byron <ada@example.org> wrote:  ",
    "On 3 May 2024, 10:15 +0200, Ada Byron <ada@example.org>, wrote:",
    "On Fri, 3 May 2024 10:15:07 +0200 Ada Byron <ada@example.org> wrote",
    "---- On Fri, 03 May 2024 10:15:07 +0200 Ada Byron <ada@example.org> wrote ----",
    "--- On Fri, 3/5/24, Ada Byron <ada@example.org> wrote:",
    "On May 3, 2024,\nat 10:15,\nAda Byron <ada@example.org>\nwrote:",
    "*On Fri, May 3, 2024 at 10:15 AM Ada Byron <ada@example.org> wrote:*",
    "At 2024-05-03 10:15:07, \"Ada Byron\" <ada@example.org> wrote:",
    "Ada Byron <ada@example.org> wrote:",
    "Ada Byron/Works/Example wrote on 05/03/2024 10:15:07 AM:",
    "In article <abc123@news.example.org>, Ada Byron <ada@example.org> writes:",
    "Quoting Ada Byron <ada@example.org> on 3 May 2024, who wrote:",
    "2024-05-03 10:15 GMT+02:00 Ada Byron <ada@example.org>:",
    "Fri, 3 May 2024 10:15:07 +0200 from Ada Byron <ada@example.org>:",
    "On 3 May 2024 you wrote:",
    "2024-05-03 10:15 GMT+02:00 Ada Byron < ada@example.org>",
  ]

  static let european = [
    "Am Fr., 3. Mai 2024 um 10:15 Uhr schrieb Ada Byron <ada@example.org>:",
    "Am 03.05.24 um 10:15 schrieb Ada Byron:",
    "Ada Byron <ada@example.org> schrieb am Fr., 3. Mai 2024, 10:15:",
    "Den 03.05.2024 kl. 10:15 skrev Ada Byron <ada@example.org>",
    "Den 3. maj 2024 kl. 10.15 skrev Ada Byron <ada@example.org>:",
    "Am 3. Mai 2024 10:15:07 MESZ schrieb Ada Byron <ada@example.org>:",
    "-----Ada Byron <ada@example.org> schrieb: -----",
    "Gesendet: Ada Byron <ada@example.org> schrieb am 03.05.2024 um 10:15:",
    "Le ven. 3 mai 2024 à 10:15, Ada Byron <ada@example.org> a écrit :",
    "Le ven. 3 mai 2024 à 10:15, Ada Byron <ada@example.org> a\u{A0}écrit\u{A0}:",
    "Le 03/05/2024 à 10:15, Ada Byron a écrit :",
    "El vie, 3 may 2024 a las 10:15, Ada Byron (<ada@example.org>) escribió:",
    "El 3/5/24 a las 10:15, Ada Byron escribió:",
    "Il giorno ven 3 mag 2024 alle ore 10:15 Ada Byron <ada@example.org>\nha scritto:",
    "Il 03/05/2024 10:15, Ada Byron ha scritto:",
    "Em sex., 3 de mai. de 2024 às 10:15, Ada Byron <ada@example.org> escreveu:",
    "A sexta, 3/05/2024, 10:15, Ada Byron <ada@example.org> escreveu:",
    "O ven, 3 de mai de 2024 ás 10:15, Ada Byron (<ada@example.org>) escribiu:",
    "El dv., 3 de maig 2024, 10:15, Ada Byron <ada@example.org> va escriure:",
    "Op vr 3 mei 2024 om 10:15 schreef Ada Byron <ada@example.org>:",
    "Op 03-05-2024 om 10:15 schreef Ada Byron:",
    "Den fre 3 maj 2024 kl 10:15 skrev Ada Byron <ada@example.org>:",
    "Den fre. 3. maj 2024 kl. 10.15 skrev Ada Byron <ada@example.org>:",
    "fre. 3. mai 2024 kl. 10:15 skrev Ada Byron <ada@example.org>:",
    "pe 3. toukok. 2024 klo 10.15 Ada Byron (ada@example.org) kirjoitti:",
    "Ada Byron kirjoitti 3.5.2024 klo 10.15:",
    "Þann fös., 3. maí 2024 kl. 10:15 skrifaði Ada Byron <ada@example.org>:",
    "Ada Byron <ada@example.org> kirjutas kuupäeval R, 3. mai 2024 kell 10:15:",
    "piektd., 2024. g. 3. maijs, plkst. 10:15 — lietotājs Ada Byron (<ada@example.org>) rakstīja:",
    "2024-05-03, pn, 10:15 Ada Byron <ada@example.org> rašė:",
    "2024. máj. 3., P 10:15 dátummal Ada Byron <ada@example.org> ezt írta:",
    "2024. 05. 03. 10:15 keltezéssel, Ada Byron írta:",
    "Στις Παρ 3 Μαΐ 2024 στις 10:15 π.μ., ο χρήστης Ada Byron <ada@example.org> έγραψε:",
    "Στις 3/5/24 10:15, ο Ada Byron έγραψε:",
    "În vin., 3 mai 2024 la 10:15, Ada Byron <ada@example.org> a scris:",
    "Më pre, 3 maj 2024 në 10:15 Ada Byron <ada@example.org> shkroi:",
    "Ada Byron igorleak hau idatzi zuen (2024 mai. 3(a), or. (10:15)) <ada@example.org>:",
    "Ar Gwen, 3 Mai 2024 am 10:15 ysgrifennodd Ada Byron <ada@example.org>:",
    "Op Vr. 3 Mei 2024 om 10:15 het Ada Byron <ada@example.org> geskryf:",
  ]

  static let slavic = [
    "пт, 3 мая 2024 г. в 10:15, Ada Byron <ada@example.org>:",
    "Пятница, 3 мая 2024, 10:15 +03:00 от Ada Byron <ada@example.org>:",
    "03.05.2024 10:15, Ada Byron пишет:",
    "03.05.2024, 10:15, \"Ada Byron\" <ada@example.org>:",
    "3 мая 2024 г. 10:15 пользователь Ada Byron <ada@example.org> написал:",
    "пт, 3 трав. 2024 р. о 10:15 Ada Byron <ada@example.org> пише:",
    "пт, 3 мая 2024 г. у 10:15 Ada Byron <ada@example.org> піша:",
    "На пт, 3.05.2024 г. в 10:15 ч. Ada Byron <ada@example.org> написа:",
    "pt., 3 maj 2024 o 10:15 Ada Byron <ada@example.org> napisał(a):",
    "W dniu 3.05.2024 o 10:15, Ada Byron pisze:",
    "pá 3. 5. 2024 v 10:15 odesílatel Ada Byron <ada@example.org> napsal:",
    "Dne 03. 05. 24 v 10:15 Ada Byron napsal(a):",
    "pi 3. 5. 2024 o 10:15 Ada Byron <ada@example.org> napísal(a):",
    "V V pet., 3. maj 2024 ob 10:15 je oseba Ada Byron <ada@example.org> napisala:",
    "pet, 3. svi 2024. u 10:15 Ada Byron <ada@example.org> napisao je:",
    "Dana 3.5.2024. u 10:15, Ada Byron je napisao/la:",
    "пет, 3. мај 2024. у 10:15 Ada Byron <ada@example.org> је написао/ла:",
    "На пет., 3 мај 2024 во 10:15 Ada Byron <ada@example.org> напиша:",
  ]

  static let eastern = [
    "Ada Byron <ada@example.org>, 3 May 2024 Cum, 10:15 tarihinde şunu yazdı:",
    "3.05.2024 10:15 tarihinde Ada Byron yazdı:",
    "במאי 3, 2024, בשעה 10:15, ‏Ada Byron‏ <ada@example.org> כתב/ה:\u{200F}",
    "\u{202B}בתאריך יום ו׳, 3 במאי 2024 ב-10:15 מאת \u{202A}Ada Byron\u{202C}\u{200F} <\u{202A}ada@example.org\u{202C}\u{200F}>:\u{202C}\u{200F}",
    "في الجمعة، 3 مايو 2024 في 10:15 ص تمت كتابة ما يلي بواسطة \u{202A}Ada Byron\u{202C} <\u{202A}ada@example.org\u{202C}>:",
    "في ٣ مايو ٢٠٢٤، الساعة ١٠:١٥ ص، كتب Ada Byron <ada@example.org>:",
    "در تاریخ جمعه ۳ مهٔ ۲۰۲۴،\u{200F} ۱۰:۱۵ Ada Byron <ada@example.org> نوشت:",
    "در ۱۴ اردیبهشت ۱۴۰۳، ساعت ۱۰:۱۵، Ada Byron نوشت:",
    "بروز جمعہ، 3 مئی، 2024 کو 10:15 AM کو Ada Byron <ada@example.org> نے لکھا:",
    "शुक्र, 3 मई 2024 को 10:15 am बजे को Ada Byron <ada@example.org> ने लिखा:",
    "শুক্র, ৩ মে, ২০২৪ তারিখে ১০:১৫ টায় Ada Byron <ada@example.org> লিখেছেন:",
    "வெள்., 3 மே, 2024, முற்பகல் 10:15 அன்று, Ada Byron <ada@example.org> எழுதியது:",
    "3 მაისი, 2024 10:15, Ada Byron <ada@example.org> დაწერა:",
    "2024 ж. 3 мамыр, 10:15, Ada Byron <ada@example.org> жазды:",
  ]

  static let far = [
    "Ada Byron <ada@example.org> 于2024年5月3日周五 上午10:15写道：",
    "Ada Byron <ada@example.org> 於 2024年5月3日 週五 上午10:15寫道：",
    "在 2024年5月3日，10:15，Ada Byron <ada@example.org> 写道：",
    "在 2024/5/3 10:15, Ada Byron 写道:",
    "Ada Byron 於 2024/5/3 上午 10:15 寫道:",
    "Ada Byron\n<ada@example.org> 于2024年5月3日周五 上午10:15写道：",
    "2024年5月3日(金) 10:15 Ada Byron <ada@example.org>:",
    "2024/05/03 10:15、Ada Byron <ada@example.org>のメール:",
    "2024/05/03 10:15、Ada Byronのメッセージ:",
    "2024년 5월 3일 (금) 오전 10:15, Ada Byron <ada@example.org>님이 작성:",
    "2024. 5. 3. 오전 10:15, Ada Byron 작성:",
    "เมื่อ ศ. 3 พ.ค. 2024 เวลา 10:15 Ada Byron <ada@example.org> เขียนว่า:",
    "ในวันที่ ศ. 3 พ.ค. 2567 เวลา 10:15 Ada Byron <ada@example.org> เขียนว่า:",
    "Vào Th 6, 3 thg 5, 2024 vào lúc 10:15 Ada Byron <ada@example.org> đã viết:",
    "Pada tanggal Jum, 3 Mei 2024 pukul 10.15 Ada Byron <ada@example.org> menulis:",
    "Pada Jum, 3 Mei 2024 10:15 PG Ada Byron <ada@example.org> menulis:",
    "Noong Biy, May 3, 2024 nang 10:15 AM, isinulat ni Ada Byron <ada@example.org>:",
    "Mnamo Ijumaa, 3 Mei 2024 saa 10:15 Ada Byron <ada@example.org> aliandika:",
  ]
}
