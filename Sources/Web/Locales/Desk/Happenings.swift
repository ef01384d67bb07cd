import ServiceDesk

extension Language {
  /// What happened, in a sentence: from the number of the conversation and the agent's name.
  typealias Telling = @Sendable (_ number: String, _ agent: String?) -> String

  /// By the kind of the event.
  var happenings: [String: Telling] {
    switch self {
    case .english: Self.englishHappenings
    case .persian: Self.persianHappenings
    case .greek: Self.greekHappenings
    }
  }

  private static let englishHappenings: [String: Telling] = [
    ConversationOpened.kind: { number, _ in "Conversation \(number) was opened" },
    ConversationAssigned.kind: { number, agent in
      agent.map { "\($0) gave \(number) to another owner" } ?? "\(number) got another owner"
    },
    ConversationResolved.kind: { number, agent in
      agent.map { "\($0) resolved \(number)" } ?? "\(number) was resolved"
    },
    ConversationReopened.kind: { number, agent in
      agent.map { "\($0) reopened \(number)" } ?? "\(number) was reopened"
    },
    ConversationSnoozed.kind: { number, agent in
      agent.map { "\($0) snoozed \(number)" } ?? "\(number) was snoozed"
    },
    MoodWorsened.kind: { number, _ in "The mood in \(number) turned for the worse" },
    MailLoopStopped.kind: { number, _ in "Automatic answers in \(number) stopped" },
    ConversationMarkedSpam.kind: { number, agent in
      agent.map { "\($0) marked \(number) as spam" } ?? "\(number) was marked as spam"
    },
    ConversationJoined.kind: { number, agent in
      agent.map { "\($0) joined \(number) to another" } ?? "\(number) was joined to another"
    },
    ConversationExtended.kind: { number, agent in
      agent.map { "\($0) brought another to \(number)" } ?? "Another was brought to \(number)"
    },
    CustomerCreated.kind: { _, _ in "Became known to us" },
    CustomerMerged.kind: { _, agent in
      agent.map { "\($0) merged two records" } ?? "Two records were merged"
    },
    CustomerBlocked.kind: { _, agent in agent.map { "Blocked by \($0)" } ?? "Blocked" },
    CustomerUnblocked.kind: { _, agent in agent.map { "Unblocked by \($0)" } ?? "Unblocked" },
    IdentityProved.kind: { _, _ in "Proved who they are" },
  ]

  private static let persianHappenings: [String: Telling] = [
    ConversationOpened.kind: { number, _ in "گفت‌وگوی \(number) آغاز شد" },
    ConversationAssigned.kind: { number, agent in
      agent.map { "\($0) مسئول \(number) را عوض کرد" } ?? "مسئول \(number) عوض شد"
    },
    ConversationResolved.kind: { number, agent in
      agent.map { "\($0) \(number) را حل‌شده اعلام کرد" } ?? "\(number) حل شد"
    },
    ConversationReopened.kind: { number, agent in
      agent.map { "\($0) \(number) را دوباره باز کرد" } ?? "\(number) دوباره باز شد"
    },
    ConversationSnoozed.kind: { number, agent in
      agent.map { "\($0) \(number) را به تعویق انداخت" } ?? "\(number) به تعویق افتاد"
    },
    MoodWorsened.kind: { number, _ in "حال و هوای \(number) بدتر شد" },
    MailLoopStopped.kind: { number, _ in "پاسخ‌های خودکار در \(number) ایستاد" },
    ConversationMarkedSpam.kind: { number, agent in
      agent.map { "\($0) \(number) را هرزنامه دانست" } ?? "\(number) هرزنامه شناخته شد"
    },
    ConversationJoined.kind: { number, agent in
      agent.map { "\($0) \(number) را به گفت‌وگوی دیگری پیوست" }
        ?? "\(number) به گفت‌وگوی دیگری پیوست"
    },
    ConversationExtended.kind: { number, agent in
      agent.map { "\($0) گفت‌وگوی دیگری را به \(number) آورد" } ?? "گفت‌وگوی دیگری به \(number) آمد"
    },
    CustomerCreated.kind: { _, _ in "با ما آشنا شد" },
    CustomerMerged.kind: { _, agent in
      agent.map { "\($0) دو پرونده را یکی کرد" } ?? "دو پرونده یکی شد"
    },
    CustomerBlocked.kind: { _, agent in agent.map { "\($0) مسدود کرد" } ?? "مسدود شد" },
    CustomerUnblocked.kind: { _, agent in
      agent.map { "\($0) از مسدودی درآورد" } ?? "از مسدودی درآمد"
    },
    IdentityProved.kind: { _, _ in "هویت خود را ثابت کرد" },
  ]

  private static let greekHappenings: [String: Telling] = [
    ConversationOpened.kind: { number, _ in "Άνοιξε η συνομιλία \(number)" },
    ConversationAssigned.kind: { number, agent in
      agent.map { "\($0): νέος υπεύθυνος για τη \(number)" } ?? "Νέος υπεύθυνος για τη \(number)"
    },
    ConversationResolved.kind: { number, agent in
      agent.map { "\($0): η \(number) λύθηκε" } ?? "Η \(number) λύθηκε"
    },
    ConversationReopened.kind: { number, agent in
      agent.map { "\($0): η \(number) άνοιξε ξανά" } ?? "Η \(number) άνοιξε ξανά"
    },
    ConversationSnoozed.kind: { number, agent in
      agent.map { "\($0): αναβολή της \(number)" } ?? "Αναβολή της \(number)"
    },
    MoodWorsened.kind: { number, _ in "Η διάθεση στη \(number) χειροτέρεψε" },
    MailLoopStopped.kind: { number, _ in "Σταμάτησαν οι αυτόματες απαντήσεις στη \(number)" },
    ConversationMarkedSpam.kind: { number, agent in
      agent.map { "\($0): η \(number) είναι ανεπιθύμητη" } ?? "Η \(number) είναι ανεπιθύμητη"
    },
    ConversationJoined.kind: { number, agent in
      agent.map { "\($0): η \(number) ενώθηκε με άλλη" } ?? "Η \(number) ενώθηκε με άλλη"
    },
    ConversationExtended.kind: { number, agent in
      agent.map { "\($0): άλλη ενώθηκε με τη \(number)" } ?? "Άλλη ενώθηκε με τη \(number)"
    },
    CustomerCreated.kind: { _, _ in "Πρώτη γνωριμία" },
    CustomerMerged.kind: { _, agent in
      agent.map { "\($0): συγχώνευση δύο εγγραφών" } ?? "Συγχώνευση δύο εγγραφών"
    },
    CustomerBlocked.kind: { _, agent in agent.map { "Αποκλεισμός από: \($0)" } ?? "Αποκλεισμός" },
    CustomerUnblocked.kind: { _, agent in
      agent.map { "Άρση αποκλεισμού από: \($0)" } ?? "Άρση αποκλεισμού"
    },
    IdentityProved.kind: { _, _ in "Απέδειξε ποιος είναι" },
  ]
}
