import ServiceDesk
import Storage

/// People and sentences for the page of components.
struct DesignSamples: Sendable {
  let frame: DeskFrame
  let now: Timestamp

  var names: [String] {
    switch frame.language {
    case .english: ["Maria Lindgren", "Tom Okafor", "Ana de Souza e Albuquerque Vasconcelos", "Li"]
    case .persian: ["مریم رضایی", "آرش کمالی", "سید محمدحسین طباطبایی‌زادهٔ اصفهانی", "نیما"]
    case .greek: ["Μαρία Παπαδοπούλου", "Νίκος", "Κωνσταντίνος Παπακωνσταντινόπουλος", "Εύα Λ."]
    }
  }

  var sentence: String {
    switch frame.language {
    case .english: "The parcel arrived on Monday, but the lamp in it was broken."
    case .persian: "بسته دوشنبه رسید، ولی چراغی که در آن بود شکسته بود."
    case .greek: "Το δέμα έφτασε τη Δευτέρα, αλλά η λάμπα μέσα ήταν σπασμένη."
    }
  }

  private var answer: String {
    switch frame.language {
    case .english: "I am so sorry. A new lamp leaves today; you need not send anything back."
    case .persian: "بسیار متأسفم. همین امروز چراغ تازه‌ای می‌فرستیم و لازم نیست چیزی پس بفرستید."
    case .greek: "Λυπάμαι πολύ. Σήμερα φεύγει νέα λάμπα· δεν χρειάζεται να επιστρέψετε τίποτα."
    }
  }

  private var label: String {
    switch frame.language {
    case .english: "broken on arrival"
    case .persian: "شکسته رسیده"
    case .greek: "έφτασε σπασμένο"
    }
  }

  var rows: [ConversationRow] {
    Conversation.Status.allCases.enumerated().map { index, status in
      ConversationRow(
        language: frame.language,
        id: ID(Int64(index + 1)),
        subject: sentence,
        snippet: answer,
        status: status,
        priority: index == 0 ? .urgent : .normal,
        channel: .api,
        customer: index == 4 ? nil : names[index % names.count],
        owner: names[(index + 1) % names.count],
        labels: index == 2 ? [label, "VIP", "2026"] : index == 0 ? [label] : [],
        dueAt: index == 0 ? now - .minutes(5) : nil,
        updatedAt: now - .hours(Int64(index * index * 9))
      )
    }
  }

  var messages: [MessageItem] {
    [
      message(1, .incoming, names[0], "<p>\(sentence)</p>"),
      message(2, .note, names[1], "<p>\(answer)</p>"),
      message(3, .reply, names[1], "<p>\(answer)</p>", isSeen: true),
      message(4, .system, nil, "<p>\(label)</p>"),
    ]
  }

  private func message(
    _ id: Int64,
    _ kind: Message.Kind,
    _ author: String?,
    _ body: HTML,
    isSeen: Bool = false
  ) -> MessageItem {
    MessageItem(
      language: frame.language,
      id: ID(id),
      kind: kind,
      author: author,
      body: body,
      files: kind == .incoming
        ? [.init(id: ID(id), name: "receipt.pdf", type: "application/pdf", size: 184_320)] : [],
      createdAt: now - .minutes(40 - id),
      isSeen: isSeen
    )
  }

  func head(_ status: Conversation.Status) -> ConversationHead {
    ConversationHead(
      frame: frame,
      id: ID(1),
      number: 1_204,
      subject: sentence,
      status: status,
      priority: .high,
      channel: .api,
      owner: .team(ID(5)),
      ownerName: names[1],
      labels: [label],
      dueAt: now + .hours(3),
      choices: DeskChoices(
        agents: [.init(id: frame.agent, name: frame.name)],
        teams: [],
        labels: [label]
      ),
      view: "mine"
    )
  }

  var composer: Composer {
    Composer(
      frame: frame,
      conversation: ID(1),
      customer: names[0],
      kind: .note,
      key: "sample",
      recipients: RecipientFields(language: frame.language, channel: .chat)
    )
  }
}
