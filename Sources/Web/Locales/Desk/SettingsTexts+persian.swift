extension SettingsTexts {
  /// What the settings say in Persian.
  static let persian = SettingsTexts(
    add: "افزودن",
    save: "ذخیره",
    remove: "حذف",
    change: "ویرایش",
    name: "نام",
    email: "نشانی ایمیل",
    none: "هنوز چیزی اینجا نیست.",
    profile: Profile(
      introduction: "میز کار را چگونه می‌بینید و مشتریان شما را چگونه می‌بینند.",
      language: "زبان",
      browserLanguage: "زبان مرورگر",
      zone: "منطقهٔ زمانی",
      zoneHint: "مانند ‎Asia/Tehran",
      calendar: "گاه‌شماری",
      gregorian: "میلادی",
      persian: "هجری خورشیدی",
      passwordTitle: "گذرواژه",
      current: "گذرواژهٔ کنونی",
      new: "گذرواژهٔ تازه",
      passwordHint: "دست کم ۸ نویسه. دستگاه‌های دیگر از حساب خارج می‌شوند.",
      changePassword: "تغییر گذرواژه"
    ),
    account: Account(
      introduction: "آنچه برای همهٔ شرکت برقرار است.",
      company: "شرکت",
      replyMinutes: "مهلت پاسخ، به دقیقه",
      replyHint: "به مشتریان گفته می‌شود و میز کار دیرکردها را نشان می‌دهد.",
      reopenDays: "مهلت بازگشایی، به روز",
      reopenHint: "پیام مشتری پس از این مهلت، گفتگوی تازه‌ای را آغاز می‌کند."
    ),
    agents: Agents(
      introduction: "کسانی که به مشتریان پاسخ می‌دهند.",
      password: "گذرواژهٔ نخست",
      passwordHint: "دست کم ۸ نویسه. پس از ورود می‌توان آن را تغییر داد.",
      role: "نقش",
      agent: "کارشناس",
      administrator: "مدیر",
      addTitle: "افزودن کارشناس"
    ),
    teams: Teams(
      introduction: "آنچه هنوز کسی برنداشته است با تیم است.",
      members: "اعضا",
      addMember: "افزودن عضو",
      addTitle: "افزودن تیم",
      removeMember: { "بیرون بردن \($0) از تیم" }
    ),
    labels: Labels(
      introduction: "واژه‌هایی که گفتگوها با آن‌ها دسته‌بندی و پیدا می‌شوند.",
      addTitle: "افزودن برچسب",
      removeHint: "از همهٔ گفتگوهایی که این برچسب را دارند برداشته می‌شود."
    ),
    inboxes: Inboxes(
      introduction: "جایی که مشتریان برایتان می‌نویسند.",
      addTitle: "افزودن گپ وب",
      greeting: "خوشامد",
      away: "وقتی کسی نیست",
      awayHint: "به جای خوشامد نشان داده می‌شود.",
      colour: "رنگ",
      colourHint: "مانند ‎#0b6e5f",
      origins: "صفحه‌های مجاز",
      originsHint: "در هر سطر یک نشانی، مانند ‎https://example.com‎. خالی: هر صفحه‌ای.",
      form: "پرسیدن نام و نشانی",
      never: "هرگز",
      before: "پیش از نخستین پیام",
      after: "پس از نخستین پیام",
      askName: "نام بازدیدکننده",
      askEmail: "نشانی ایمیل بازدیدکننده",
      hidden: "پرسیده نشود",
      optional: "اختیاری",
      required: "الزامی",
      snippet: "برای وبگاه شما",
      snippetHint: "این سطر را در همهٔ صفحه‌ها، پیش از پایان body بگذارید.",
      page: "صفحهٔ خودش",
      secret: "کلید محرمانهٔ هویت‌های امضاشده",
      secretHint: "تنها برای سرور شما؛ هرگز آن را در صفحه‌ای نگذارید."
    ),
    replies: Replies(
      introduction: "پیام‌های کامل برای پرسش‌های پرتکرار. هنگام نوشتن / بزنید تا پیدا شوند.",
      text: "متن",
      textHint: "متغیرها: ‎{{customer.firstName}}، ‎{{agent.name}}، ‎{{conversation.number}}",
      shortcut: "میان‌بر",
      addTitle: "افزودن پاسخ آماده"
    ),
    tokens: Tokens(
      introduction: "کلید برنامه‌هایی که به نام شما از API استفاده می‌کنند.",
      addTitle: "ساختن توکن",
      scope: "اجازه دارد",
      read: "بخواند",
      write: "بخواند و بنویسد",
      admin: "همه کار، از جمله مدیریت حساب",
      shownOnce: "این توکن شماست و تنها همین یک بار نشان داده می‌شود؛ آن را در جای امنی نگه دارید.",
      withdraw: "باطل کردن"
    ),
    blocked: Blocked(
      introduction: "مشتریانی که پیام‌هایشان پذیرفته نمی‌شود.",
      unblock: "رفع مسدودی",
      none: "کسی مسدود نیست."
    )
  )
}
