extension WritingTexts {
  /// What they say in Persian.
  static let persian = WritingTexts(
    introduction:
      "آنچه مشتریان همین‌که بنویسند می‌گیرند. واژه‌های شما جای واژه‌های آماده را می‌گیرد.",
    acknowledgement: "ایمیلشان رسید",
    outOfHours: "ایمیلشان رسید و کسی نیست",
    ownWords: "واژه‌های خودتان",
    subject: "موضوع",
    text: "متن",
    variables: "متغیرها: {names}.",
    preview: "پیش‌نمایش",
    test: "آزمون را برایم بفرست",
    tested: "آزمون به {address} فرستاده شد.",
    reset: "بازگشت به واژه‌های آماده",
    languageTitle: "هنگامی که زبان ایمیل پیدا نیست",
    exampleSubject: "سفارشم نرسیده است",
    exampleCustomer: "نورا نمونه",
    noticesTitle: "ایمیل به شما",
    notices:
      "هنگامی که چیزی به شما سپرده می‌شود، یادداشتی از شما نام می‌برد یا مشتری‌تان می‌نویسد",
    noticesNone: "چیزی نگو",
    noticesAway: "هنگامی که نیستم خبر بده",
    noticesAlways: "همیشه خبر بده",
    digest: "هر روز ساعت هشت بگو چه چیزی چشم‌به‌راه است",
    signature: "امضا ({language})",
    inviteTitle: "دعوت با ایمیل",
    invite: "دعوت",
    inviteMailed: "دعوت‌نامه فرستاده شد.",
    inviteLink:
      "هنوز هیچ صندوقی نمی‌تواند بفرستد. این پیوند را خودتان برسانید؛ یک بار و تا هفت روز "
      + "کار می‌کند:",
    forgot: "گذرواژه را فراموش کرده‌اید؟",
    forgotTitle: "گذرواژهٔ تازه",
    forgotIntroduction: "نشانی‌تان را بگویید تا پیوندی برایتان بفرستیم.",
    forgotSend: "پیوند را بفرست",
    forgotSent:
      "اگر کسی اینجا این نشانی را داشته باشد، پیوند در راه است و تا یک ساعت کار می‌کند. "
      + "چیزی نرسید؟ از مدیرتان بپرسید.",
    chooseTitle: "گذرواژه‌ای برگزینید",
    chooseInvitation: "به {account} خوش آمدید. نشانی شما {address} است.",
    chooseReset: "برای {address} در {account}. هر جا که وارد شده باشید، بیرون می‌آیید.",
    choose: "همین گذرواژه",
    password: "گذرواژه، دست‌کم ۸ نویسه"
  )
}
