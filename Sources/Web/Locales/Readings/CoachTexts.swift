import Understanding

/// What the coach says beside the composer.
struct CoachTexts: Sendable {
  let title: String
  let hide: String
  let show: String
  let steps: [ReplyStep: String]
  /// What to write for a step that is missing.
  let hints: [ReplyStep: String]
  let done: @Sendable (String) -> String
  let cold: String
  let rude: String
  let cliche: String
  let impersonal: String
}

extension Language {
  /// What the coach says.
  var coach: CoachTexts {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }
}

extension CoachTexts {
  fileprivate static let english = CoachTexts(
    title: "Advice for this answer",
    hide: "Hide the advice",
    show: "Show advice",
    steps: [
      .hear: "Hear", .empathise: "Empathise", .apologise: "Apologise", .resolve: "Resolve",
      .diagnose: "Explain",
    ],
    hints: [
      .hear: "say in your own words what happened to this customer",
      .empathise: "name how that must be",
      .apologise: "say sorry for it, without but",
      .resolve: "say what you have done, or who does what by when",
      .diagnose: "say why it happened, or what will prevent it",
    ],
    done: { "\($0): there" },
    cold: "Sounds cold",
    rude: "Sounds rude",
    cliche: "A stock phrase: say it in your own words",
    impersonal: "Could be for anybody: use the name, or what this customer told"
  )

  fileprivate static let persian = CoachTexts(
    title: "راهنمایی برای این پاسخ",
    hide: "پنهان کردن راهنمایی",
    show: "نمایش راهنمایی",
    steps: [
      .hear: "شنیدن", .empathise: "همدلی", .apologise: "پوزش", .resolve: "چاره",
      .diagnose: "علت",
    ],
    hints: [
      .hear: "با واژه‌های خودتان بگویید برای این مشتری چه پیش آمده است",
      .empathise: "بگویید که چه حسی باید داشته باشد",
      .apologise: "بی‌اما پوزش بخواهید",
      .resolve: "بگویید چه کرده‌اید، یا چه کسی تا کی چه می‌کند",
      .diagnose: "بگویید چرا پیش آمد، یا چه چیزی جلوی تکرارش را می‌گیرد",
    ],
    done: { "\($0): هست" },
    cold: "سرد به گوش می‌رسد",
    rude: "تند به گوش می‌رسد",
    cliche: "عبارتی کلیشه‌ای است: با واژه‌های خودتان بگویید",
    impersonal: "برای هر کسی می‌تواند باشد: نامش یا گفته‌اش را بیاورید"
  )

  fileprivate static let greek = CoachTexts(
    title: "Συμβουλές για την απάντηση",
    hide: "Απόκρυψη συμβουλών",
    show: "Εμφάνιση συμβουλών",
    steps: [
      .hear: "Ακούω", .empathise: "Συναισθάνομαι", .apologise: "Ζητώ συγγνώμη",
      .resolve: "Λύνω", .diagnose: "Εξηγώ",
    ],
    hints: [
      .hear: "πείτε με δικά σας λόγια τι συνέβη σε αυτόν τον πελάτη",
      .empathise: "αναγνωρίστε πώς πρέπει να νιώθει",
      .apologise: "ζητήστε συγγνώμη, χωρίς «αλλά»",
      .resolve: "πείτε τι κάνατε, ή ποιος θα κάνει τι και έως πότε",
      .diagnose: "πείτε γιατί συνέβη, ή τι θα το αποτρέψει",
    ],
    done: { "\($0): υπάρχει" },
    cold: "Ακούγεται ψυχρό",
    rude: "Ακούγεται αγενές",
    cliche: "Τυποποιημένη φράση: πείτε το με δικά σας λόγια",
    impersonal: "Θα ταίριαζε στον καθένα: γράψτε το όνομα ή όσα είπε ο πελάτης"
  )
}
