extension MailTexts {
  static let persian = MailTexts(
    received: { "پیام شما رسید (شمارهٔ \($0))" },
    acknowledgement: {
      "از پیامتان سپاسگزاریم. پیام شما با شمارهٔ \($0) به دست ما رسید و به‌زودی پاسخ می‌دهیم."
    },
    attribution: { "\($0) در \($1) نوشت:" },
    senderName: { "\($0) از \($1)" }
  )
}
