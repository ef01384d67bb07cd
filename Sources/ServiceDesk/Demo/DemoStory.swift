/// One customer's story in the demonstration.
struct DemoStory: Sendable {
  enum Turn: Sendable {
    case reply(String), note(String), customer(String)
  }

  let customer: String
  let email: String
  let subject: String
  let opening: String
  var priority = Conversation.Priority.normal
  var labels: [String] = []
  var turns: [Turn] = []
  var isResolved = false

  static let all = [
    DemoStory(
      customer: "Maria Lindqvist",
      email: "maria@lindqvist.example",
      subject: "Bouquet arrived on the wrong day",
      opening: """
        Hello, I ordered the peonies for my mother's birthday on Saturday, and they were handed \
        over on Monday. She was in hospital on Saturday and had been looking forward to them. \
        Order 48213.
        """,
      priority: .high,
      labels: ["delivery", "apology"],
      turns: [
        .note("The carrier's log says that nobody rang on Saturday. Refund is within my limit."),
        .reply(
          """
          Dear Maria, peonies for a birthday in hospital, and they came two days late: I am truly \
          sorry. I have given you the price back just now, and a fresh bouquet leaves on Thursday \
          morning, to the ward if you tell me which. The carrier left without ringing; from now \
          on our shop is called when that happens.
          """
        ),
        .customer("Thank you so much, Amina. Ward 12, she will be delighted!"),
      ]
    ),
    DemoStory(
      customer: "Γιώργος Αντωνίου",
      email: "giorgos@antoniou.example",
      subject: "Πότε φτάνει η παραγγελία μου;",
      opening: """
        Καλησπέρα σας, έκανα παραγγελία την Τρίτη (48377) και στη σελίδα γράφει ακόμη «σε \
        επεξεργασία». Την Παρασκευή φεύγω ταξίδι και φοβάμαι ότι δεν θα προλάβει να έρθει.
        """,
      labels: ["delivery"],
      turns: [
        .reply(
          """
          Καλησπέρα κύριε Αντωνίου, καταλαβαίνω την ανησυχία σας. Η παραγγελία σας έφυγε σήμερα \
          στις 14:00 και φτάνει αύριο ως το μεσημέρι, πριν από το ταξίδι σας. Θα την \
          παρακολουθώ ο ίδιος.
          """
        ),
        .customer("Έφτασε μόλις τώρα. Με σώσατε, ευχαριστώ πολύ!"),
      ],
      isResolved: true
    ),
    DemoStory(
      customer: "شیرین احمدی",
      email: "shirin@ahmadi.example",
      subject: "دو بار از حسابم پول کم شده",
      opening: """
        سلام، برای سفارش ۴۸۴۰۲ دو بار از کارتم پول برداشته‌اید. این سومین بار است که می‌نویسم و \
        هر بار باید همه چیز را از اول توضیح بدهم. خواهش می‌کنم رسیدگی کنید.
        """,
      priority: .urgent,
      labels: ["payment"],
      turns: [
        .note("Two captures seen for the same order; the second is from our retry of Monday.")
      ]
    ),
    DemoStory(
      customer: "Tom Becker",
      email: "tom@becker.example",
      subject: "Can I change the card text?",
      opening: "Hi! The card for order 48410 should say \"Anna & Paul\", not \"Anna\". Still time?",
      labels: ["order"],
      turns: [.reply("Hi Tom, still time: the card now says \"Anna & Paul\". Enjoy the wedding!")],
      isResolved: true
    ),
    DemoStory(
      customer: "Ελένη Μαρκάκη",
      email: "eleni@markaki.example",
      subject: "Ευχαριστώ για όλα",
      opening: """
        Δέκα χρόνια παίρνω λουλούδια από εσάς και κάθε φορά με θυμάστε με το όνομά μου. Σήμερα η \
        Σάρα έβαλε μέσα και ένα κλαράκι γιασεμί, γιατί ήξερε ότι μου αρέσει. Είστε οικογένεια.
        """,
      labels: ["praise"]
    ),
    DemoStory(
      customer: "Omid Karimi",
      email: "omid@karimi.example",
      subject: "Subscription",
      opening: """
        I was told the weekly subscription can be paused at any time, but the page only lets me \
        cancel. If that is how it works I would rather cancel for good.
        """,
      priority: .high,
      labels: ["subscription"]
    ),
  ]
}
