import ServiceDesk

extension CustomerPanel.Happening {
  /// - Returns: `nil` for what need not be told.
  init?(_ entry: Timeline.Entry, language: Language) {
    guard let icon = Self.icons[entry.kind], let tell = language.happenings[entry.kind] else {
      return nil
    }
    let number = entry.number.map { "#\(language.number($0))" } ?? ""
    self.init(text: tell(number, entry.agentName), icon: icon, at: entry.at)
  }

  private static let icons: [String: Icon] = [
    ConversationOpened.kind: .chat, ConversationAssigned.kind: .assign,
    ConversationResolved.kind: .check, ConversationReopened.kind: .undo,
    ConversationSnoozed.kind: .clock, ConversationMarkedSpam.kind: .shield,
    ConversationJoined.kind: .link, ConversationExtended.kind: .link, MailLoopStopped.kind: .alert,
    CustomerCreated.kind: .person, CustomerMerged.kind: .people, CustomerBlocked.kind: .block,
    CustomerUnblocked.kind: .undo, IdentityProved.kind: .check,
  ]
}
