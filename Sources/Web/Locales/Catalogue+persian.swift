extension Catalogue {
  /// What the interface says in Persian.
  static let persian = Catalogue(
    titles: [
      400: "درخواست نادرست",
      401: "وارد نشده‌اید",
      403: "اجازه ندارید",
      404: "پیدا نشد",
      405: "روش نپذیرفتنی",
      409: "ناسازگاری",
      410: "دیگر در دسترس نیست",
      413: "بیش از اندازه بزرگ",
      415: "نوع محتوای پشتیبانی‌نشده",
      422: "نامعتبر",
      429: "درخواست‌های بیش از اندازه",
      500: "خطای درونی",
      503: "سرگرم کار",
    ],
    details: [
      "malformedJSON":
        "متن درخواست JSON درستی نیست.",
      "badRequest":
        "درخواست فهمیده نشد.",
      "invalidQuery":
        "یکی از پارامترهای نشانی درست نیست؛ errors را ببینید.",
      "noToken":
        "توکن لازم است: آن را در سرآیند Authorization بفرستید.",
      "notAllowed":
        "این توکن دسترسی لازم را ندارد.",
      "notSignedIn":
        "نخست وارد شوید.",
      "foreignForm":
        "فرم کهنه است یا از این سایت نیست؛ صفحه را دوباره باز کنید.",
      "tooManyAttempts":
        "تلاش‌ها بیش از اندازه است؛ یک ربع دیگر دوباره بیازمایید.",
      "noSuchPage":
        "در این نشانی چیزی نیست.",
      "noSuchAccount":
        "چنین حسابی وجود ندارد.",
      "noSuchAgent":
        "چنین کارشناسی وجود ندارد.",
      "noSuchAttachment":
        "چنین پیوستی وجود ندارد.",
      "noSuchConversation":
        "چنین گفتگویی وجود ندارد.",
      "noSuchCustomer":
        "چنین مشتری‌ای وجود ندارد.",
      "noSuchInbox":
        "چنین صندوقی وجود ندارد.",
      "noSuchLabel":
        "چنین برچسبی وجود ندارد.",
      "noSuchSavedReply":
        "چنین پاسخ آماده‌ای وجود ندارد.",
      "noSuchSession":
        "چنین نشستی وجود ندارد.",
      "noSuchMerge":
        "این مشتری در دیگری ادغام نشده است.",
      "noSuchMessage":
        "چنین پیامی وجود ندارد.",
      "noSuchTeam":
        "چنین تیمی وجود ندارد.",
      "noSuchToken":
        "چنین توکنی وجود ندارد.",
      "recipientsUnconfirmed":
        "کسی به گیرندگان افزوده یا از آنها کنار گذاشته شده است. تأیید کنید که همین را می‌خواهید.",
      "methodNotAllowed":
        "این نشانی این روش را نمی‌پذیرد؛ سرآیند Allow را ببینید.",
      "stillRunning":
        "نخستین درخواست با این کلید هنوز در جریان است؛ کمی بعد دوباره بفرستید.",
      "emailTaken":
        "کارشناس دیگری این نشانی را دارد.",
      "lastAdministrator":
        "حساب باید مدیری داشته باشد. نخست این نقش را به کس دیگری بدهید.",
      "administratorsOnly":
        "تنها مدیران می‌توانند این را ببینند و تغییر دهند.",
      "nameTaken":
        "این نام گرفته شده است.",
      "shortcutTaken":
        "پاسخ آمادهٔ دیگری این میان‌بر را دارد.",
      "tooManySavedReplies":
        "هر حساب حداکثر ۱۰۰۰ پاسخ آماده دارد.",
      "full":
        "ظرفیت این تیم پر است.",
      "identityTaken":
        "مشتری دیگری با این نشانی شناخته می‌شود؛ می‌توان آن دو را ادغام کرد.",
      "alreadyMerged":
        "این مشتری پیش‌تر در دیگری ادغام شده است.",
      "alreadyClaimed":
        "کارشناس دیگری آن را برداشته است.",
      "notUnresolved":
        "گفتگو بسته یا هرزنامه است: نخست آن را باز کنید.",
      "attachmentAlreadySent":
        "این پیوست با پیام دیگری رفته است.",
      "demoDatabaseInUse":
        "پایگاه داده حساب دارد؛ نمونه در پایگاه خالی ساخته می‌شود.",
      "positionExpired":
        "سابقه دیگر تا این جایگاه نگه داشته نمی‌شود: از نو آغاز کنید.",
      "bodyTooLarge":
        "متن درخواست بزرگ‌تر از حد مجاز است.",
      "wrongContentType":
        "متن درخواست باید JSON باشد و application/json اعلام شود.",
      "invalidBody":
        "متن درخواست درست نیست؛ errors را ببینید.",
      "malformedKey":
        "کلید Idempotency-Key از ۱ تا ۲۵۵ نویسهٔ پیدای ASCII است.",
      "keyReused":
        "این Idempotency-Key از آنِ درخواست دیگری است.",
      "variableNotClosed":
        "متغیری بسته نشده است؛ چنین نوشته می‌شود: {{customer.name}}.",
      "sectionNotClosed":
        "بخشی بسته نشده است؛ پس از {{#customer.name}} باید {{/customer.name}} بیاید.",
      "templateNotAllowed":
        "تنها متغیرها و حداکثر ۵۰ بخش مجاز است.",
      "textTooShort":
        "متن خالی است.",
      "textTooLong":
        "متن بلندتر از حد مجاز است.",
      "textHoldsNUL":
        "متن نویسهٔ NUL دارد.",
      "malformedEmailAddress":
        "این نشانی ایمیل نیست.",
      "malformedPhoneNumber":
        "این شمارهٔ تلفن بین‌المللی نیست؛ نمونه: ‎+98 21 1234 5678.",
      "tooManyAttributes":
        "هر رکورد دست بالا ۵۰ ویژگی دارد.",
      "tooManyLabels":
        "هر گفتگو دست بالا ۳۰ برچسب دارد.",
      "tooManyAttachments":
        "هر پیام دست بالا ۲۰ پیوست دارد.",
      "attachmentEmpty":
        "پرونده خالی است.",
      "attachmentTooLarge":
        "هر پرونده دست بالا ۲۵ مبی‌بایت است.",
      "mergedIntoItself":
        "مشتری را نمی‌توان در خودش ادغام کرد.",
      "snoozeTimeOutOfRange":
        "گفتگو تا زمانی در آینده، دست بالا یک سال، کنار گذاشته می‌شود.",
      "replyTimeOutOfRange":
        "زمان پاسخ از ۱ دقیقه تا ۳۰ روز است.",
      "reopenTimeOutOfRange":
        "زمان بازگشایی از ۰ تا ۳۶۵ روز است.",
      "tooManyInboxes":
        "یک حساب حداکثر ۱۰۰ صندوق دارد.",
      "malformedOrigin":
        "این خاستگاه درست نیست؛ نمونهٔ درست: https://shop.example یا http://localhost:3000.",
      "tooManyOrigins":
        "یک صندوق حداکثر ۵۰ خاستگاه دارد.",
      "malformedColour":
        "این رنگ درست نیست؛ نمونهٔ درست: #0b6e5f.",
      "blocked":
        "تیم دیگر پیامی از شما نمی‌پذیرد.",
      "signatureWrong":
        "امضا با این هویت نمی‌خواند.",
      "originNotAllowed":
        "این صفحه اجازهٔ استفاده از گفتگو را ندارد.",
      "tooManyRequests":
        "خیلی تند می‌روید؛ کمی صبر کنید.",
      "noVisitor":
        "توکن گفتگو ناشناخته است: از نو آغاز کنید.",
      "staleCursor":
        "این نشانگر از فهرست دیگری است یا ساختهٔ API نیست.",
      "wrongPassword":
        "نشانی یا گذرواژه نادرست است.",
      "notAPicture":
        "تصویر باید پروندهٔ PNG، JPEG، GIF یا WebP باشد.",
      "noSuchReadingLabel":
        "برچسبی به این نام نیست؛ برچسب‌ها همان‌هایند که خوانش‌ها دارند، مانند anger، "
        + "urgent، slow یا negative.",
      "noReadingModel":
        "برنامه بدون مدلی که متن‌ها را بخواند آغاز شده است؛ فایل Models/reading.model "
        + "باید کنار آن باشد.",
      "messageNotRead":
        "تنها آنچه مشتریان خودشان نوشته‌اند خوانده می‌شود.",
      "tooManyContactReasonExamples":
        "یک حساب حداکثر ۲۰٬۰۰۰ نمونه برای دلیل‌های تماس دارد: نخست آن‌ها را پاک کنید.",
      "noSuchTimeZone":
        "چنین منطقهٔ زمانی وجود ندارد؛ نام آن مانند Europe/Athens است.",
      "malformedLanguageTag":
        "این برچسب زبان نیست؛ مانند en یا pt-BR.",
      "passwordTooShort":
        "گذرواژه دست کم ۸ نویسه دارد.",
      "passwordTooLong":
        "گذرواژه دست بالا ۲۰۰ نویسه دارد.",
      "passwordNotHashed":
        "گذرواژه ذخیره نشد؛ آیا حافظهٔ کافی هست؟",
      "noSuchMail":
        "چنین نامه‌ای وجود ندارد.",
      "noSuchMailbox":
        "چنین صندوق پستی‌ای وجود ندارد.",
      "noRecipient":
        "نامه دست‌کم یک گیرنده می‌خواهد.",
      "tooManyRecipients":
        "نامه حداکثر ۵۰ گیرنده دارد.",
      "tooLateToUndo":
        "دیر شده است: نامه در راه است یا رفته است.",
      "mailSourceMissing":
        "آنچه از این نامه نگه داشته شده بود دیگر نیست.",
      "mailAlreadyReceived":
        "این نامه هم‌اکنون در گفتگویی هست.",
      "noMailbox":
        "صندوق پستی‌ای برای فرستادن نیست؛ در تنظیمات یکی بیفزایید.",
      "mailboxNameTaken":
        "صندوق پستی دیگری این نام را دارد.",
      "mailboxAddressTaken":
        "این نشانی هم‌اکنون به صندوق پستی دیگری می‌رسد.",
      "tooManyMailboxes":
        "هر حساب حداکثر ۱۰۰ صندوق پستی دارد.",
      "malformedServer":
        "سرور نامی مانند mail.example.com و درگاهی از ۱ تا ۶۵۵۳۵ دارد.",
      "folderMissing":
        "پوشه‌ای را که نامه‌های دریافت‌شده به آن می‌روند نام ببرید.",
      "mailboxCannotSend":
        "از این صندوق پستی چیزی فرستاده نمی‌شود: سروری برای آن تعیین نشده است.",
      "secretUnreadable":
        "رمز این صندوق پستی با کلید محرمانهٔ دیگری قفل شده است؛ دوباره واردش کنید.",
      "noSuchNumber":
        "هیچ گفتگویی این شماره را ندارد.",
      "mailTemplateMalformed":
        "متغیری یا بخشی بسته نمی‌شود؛ چنین نوشته می‌شوند: {{customer.name}} و "
        + "{{#customer.name}}…{{/customer.name}}.",
      "mailVariableUnknown":
        "از متغیری سخن می‌گوید که نیست؛ آنچه می‌شود کنار متن آمده است.",
      "tooManyMailTexts":
        "به همان شمار که می‌شود متن هست.",
      "noMailboxToSend":
        "هیچ صندوقی کارسازی برای فرستادن ندارد؛ نخست یکی را تنظیم کنید.",
      "noSuchLink":
        "این پیوند به کار رفته یا زمانش گذشته است.",
      "internal":
        "اینجا خطایی رخ داد؛ شمارهٔ پیگیری به یافتن آن کمک می‌کند.",
      "busy":
        "کار بیش از توان این لحظه است؛ کمی بعد دوباره بفرستید.",
    ],
    start: StartPage(
      tagline: "خدمت به مشتری، با درک احساس او.",
      running: "این میز کار روشن است.",
      firstSteps: "گام‌های نخست",
      createAdministrator: "یک مدیر بسازید؛ پاسخ، توکن API را در خود دارد:",
      tryTheAPI: "نخستین گفتگو را باز کنید:",
      documentation: "مستندات API",
      health: "وضعیت سامانه"
    ),
    setup: SetupPage(
      title: "راه‌اندازی Rapport",
      introduction: "نام شرکت و نخستین مدیر آن را بنویسید.",
      account: "شرکت",
      name: "نام شما",
      email: "نشانی ایمیل شما",
      password: "گذرواژه، دست کم ۸ نویسه",
      create: "بساز",
      done:
        "انجام شد. این توکن API شماست و تنها همین یک بار نشان داده می‌شود؛ آن را در جای امنی نگه دارید:",
      goOn: "ادامه"
    )
  )
}
