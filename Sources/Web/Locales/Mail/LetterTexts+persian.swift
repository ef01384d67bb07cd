import ServiceDesk

extension LetterTexts {
  /// What they say in Persian.
  static let persian = LetterTexts(
    answers: [
      .acknowledgement: (
        subject: "پیام شما رسید (شمارهٔ {{conversation.number}})",
        text: """
        سلام{{#customer.firstName}} {{customer.firstName}}{{/customer.firstName}}،

        از اینکه به {{account.name}} نوشتید سپاسگزاریم. پیام شما «{{conversation.subject}}» با \
        شمارهٔ {{conversation.number}} به دست ما رسید. معمولاً تا {{account.replyTime}} پاسخ \
        می‌دهیم.

        اگر می‌خواهید چیزی بیفزایید، به همین ایمیل پاسخ دهید.
        ببینید کار به کجا رسیده است: {{conversation.link}}
        """
      ),
      .outOfHours: (
        subject: "پیام شما رسید (شمارهٔ {{conversation.number}})",
        text: """
        سلام{{#customer.firstName}} {{customer.firstName}}{{/customer.firstName}}،

        از اینکه به {{account.name}} نوشتید سپاسگزاریم. اکنون کسی اینجا نیست، ولی پیام شما \
        «{{conversation.subject}}» با شمارهٔ {{conversation.number}} نزد ما محفوظ است و \
        همین‌که برگردیم پاسخ می‌دهیم.

        اگر می‌خواهید چیزی بیفزایید، به همین ایمیل پاسخ دهید.
        ببینید کار به کجا رسیده است: {{conversation.link}}
        """
      ),
    ],
    minutes: { "\($0) دقیقه" },
    hours: { "\($0) ساعت" },
    days: { "\($0) روز" },
    via: { "\($0) از راه \($1)" },
    notices: Notices(
      assigned: { by, number in
        by.map { "\($0) گفت‌وگوی \(number) را به شما سپرد." } ?? "گفت‌وگوی \(number) اکنون با شماست."
      },
      mentioned: { by, number in
        "\(by ?? "کسی") در یادداشتی بر گفت‌وگوی \(number) از شما نام برد:"
      },
      written: { by, number in
        "\(by ?? "مشتری") در گفت‌وگوی \(number) شما نوشت:"
      },
      howTo: """
        برای پاسخ به مشتری به همین ایمیل پاسخ دهید. اگر با «یادداشت:» آغاز کنید، یادداشتی برای \
        گروه می‌شود.
        """
    ),
    digest: Digest(
      subject: { "\($0) گفت‌وگو چشم‌به‌راه شماست" },
      text: { "صبح به‌خیر! \($0) گفت‌وگو چشم‌به‌راه پاسخ شماست:" }
    ),
    access: Access(
      inviteSubject: { "دعوت به \($0)" },
      invite: { by, account in
        by.map { "\($0) از شما دعوت می‌کند که در \(account) به مشتریان پاسخ دهید." }
          ?? "از شما دعوت شده است که در \(account) به مشتریان پاسخ دهید."
      },
      inviteEnds: "اینجا گذرواژه‌ای برگزینید. پیوند یک بار و تا هفت روز کار می‌کند:",
      resetSubject: "گذرواژهٔ تازه",
      reset: { "کسی، شاید خود شما، برای میز کارتان در \($0) گذرواژهٔ تازه خواسته است." },
      resetEnds: """
        اینجا آن را برگزینید. پیوند یک بار و تا یک ساعت کار می‌کند. اگر شما نبودید، نیازی به هیچ \
        کاری نیست: گذرواژه‌تان می‌ماند.
        """
    ),
    alerts: Alerts(
      failedSubject: { "از \($0) ایمیلی نمی‌رسد" },
      failed: { mailbox, error in
        "یک ربع است که از صندوق \(mailbox) چیزی گرفته نمی‌شود. کارساز می‌گوید: \(error)"
      },
      quarantinedSubject: "ایمیلی چشم‌به‌راه تصمیم است",
      quarantined: """
        ایمیلی پذیرفته نشد و در قرنطینه مانده است. در هر ساعت دست بالا یک بار خبردار می‌شوید؛ شاید \
        بیش از یکی باشد.
        """,
      loopSubject: { "پاسخ‌های خودکار ایستاد (شمارهٔ \($0))" },
      loop: {
        "در گفت‌وگوی \($0) برنامهٔ کسی به برنامهٔ ما پاسخ می‌دهد. برای آنکه تا ابد به هم ننویسند، "
          + "آن نشانی تا یک ساعت پاسخ خودکار نمی‌گیرد."
      }
    )
  )
}
