extension TrackingTexts {
  static let english = TrackingTexts(
    title: "Your request",
    number: { "Request \($0)" },
    owner: { "\($0) takes care of it." },
    isOpen: "It is our turn.",
    due: "You hear from us by",
    isWaiting: "We have answered and wait for you.",
    isResolved: "This is done. Write below if it is not.",
    history: "What was written",
    older: "Older messages are not shown here.",
    add: "Add something",
    noSuchLink: "There is no such request. Check that the whole link from our mail is there."
  )

  static let persian = TrackingTexts(
    title: "درخواست شما",
    number: { "درخواست \($0)" },
    owner: { "\($0) آن را پیگیری می‌کند." },
    isOpen: "اکنون نوبت ماست.",
    due: "خبر ما به شما می‌رسد تا",
    isWaiting: "پاسخ داده‌ایم و منتظر شما هستیم.",
    isResolved: "این کار انجام شده است. اگر چنین نیست، پایین بنویسید.",
    history: "آنچه نوشته شده است",
    older: "پیام‌های قدیمی‌تر اینجا نشان داده نمی‌شوند.",
    add: "چیزی بیفزایید",
    noSuchLink: "چنین درخواستی نیست. ببینید پیوندِ ایمیل ما کامل باشد."
  )

  static let greek = TrackingTexts(
    title: "Το αίτημά σας",
    number: { "Αίτημα \($0)" },
    owner: { "Το έχει αναλάβει: \($0)." },
    isOpen: "Είναι η σειρά μας.",
    due: "Θα έχετε νέα μας έως",
    isWaiting: "Έχουμε απαντήσει και περιμένουμε εσάς.",
    isResolved: "Έχει ολοκληρωθεί. Αν όχι, γράψτε μας παρακάτω.",
    history: "Όσα γράφτηκαν",
    older: "Τα παλαιότερα μηνύματα δεν εμφανίζονται εδώ.",
    add: "Προσθέστε κάτι",
    noSuchLink: "Δεν υπάρχει τέτοιο αίτημα. Ελέγξτε ότι ο σύνδεσμος από το μήνυμά μας είναι πλήρης."
  )
}
