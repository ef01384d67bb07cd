import ServiceDesk

extension MailPaneTexts {
  /// What the desk says about mail in Persian.
  static let persian = MailPaneTexts(
    from: "از",
    to: "به",
    cc: "رونوشت",
    bcc: "رونوشت پنهان",
    subject: "موضوع",
    details: "گیرندگان",
    original: Original(
      show: "نمایش اصل نامه",
      title: "نامه همان‌گونه که رسید",
      source: "متن خام",
      images: { $0 == 1 ? "نمایش یک تصویر بیرونی" : "نمایش \($1) تصویر بیرونی" },
      quoted: "پیام‌های پیشین",
      signature: "امضا"
    ),
    sending: Sending(
      held: "تا لحظه‌ای دیگر فرستاده می‌شود",
      undo: "برگرداندن",
      queued: "در راه است",
      delayed: "هنوز فرستاده نشده؛ تا دو روز دوباره تلاش می‌شود",
      sent: "فرستاده شد",
      failed: "فرستاده نشد",
      sendAgain: "تلاش دوباره",
      withdrawn: { "\($0) پاسخی را پس گرفت" },
      bounced: { "به \($0) نرسید" },
      complained: { "\($0) آن را ناخواسته گزارش کرد" },
      reasons: BounceReasons(
        noMailbox: "چنین صندوقی وجود ندارد",
        full: "صندوق پر یا نامه بزرگ است",
        refused: "کارساز نامه آن را نپذیرفت",
        unreachable: "کارساز نامه در دسترس نبود",
        other: "کارساز نامه دلیلی نگفت"
      )
    ),
    recipients: Recipients(
      byMail: { "با ایمیل از \($0) می‌رود" },
      afterChat: { "بازدیدکننده گفت‌وگو را ترک کرده است: پاسخ با ایمیل از \($0) می‌رود" },
      noMailbox: "صندوقی برای فرستادن نیست. مدیر می‌تواند در تنظیمات یکی بیفزاید.",
      more: "رونوشت و رونوشت پنهان",
      added: { "افزوده شد: \($0)" },
      dropped: { "کنار گذاشته شد: \($0)" },
      confirm: "برای همین افراد فرستاده شود",
      separator: "، "
    ),
    join: Join(
      title: { "این شاید از آنِ \($0) باشد" },
      reasons: [
        .reference: "این نامه پاسخ به آن گفت‌وگو است، ولی فرستنده‌اش در آن شرکت ندارد.",
        .subject: "همین مشتری آنجا با همین موضوع نوشته است.",
      ],
      join: "پیوستن",
      keepApart: "جدا بماند"
    ),
    start: Start(
      mailbox: "از صندوق",
      cc: "رونوشت به",
      ccHint: "نشانی‌ها را با ویرگول جدا کنید",
      noMail: "صندوقی برای فرستادن نیست، پس این فقط نوشته می‌ماند."
    ),
    automatic: [
      .reply: "پاسخ خودکار",
      .outOfOffice: "بیرون از دفتر",
      .list: "فهرست پستی",
      .bulk: "نامهٔ انبوه",
      .bounce: "گزارش تحویل",
      .abuseReport: "گزارش سوءاستفاده",
      .notice: "نوشتهٔ یک برنامه",
    ],
    warnings: [
      .senderUnproved: "دامنهٔ فرستنده این نامه را تأیید نکرد",
      .repliesElsewhere: "پاسخ‌ها به دامنهٔ دیگری می‌روند",
      .nameShowsAddress: "نام، نشانی دیگری جز نشانی واقعی نشان می‌دهد",
    ]
  )
}
