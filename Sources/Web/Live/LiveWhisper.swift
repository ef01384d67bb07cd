import ServiceDesk
import Storage

/// What nodes tell each other of this very moment.
enum LiveWhisper: Equatable {
  /// What an agent does with a conversation in one browser tab.
  enum Doing: String, CaseIterable {
    case looking
    /// Writing to the customer.
    case typing
    /// Writing to the team, which is nothing to the customer.
    case noting
    /// Not there any longer.
    case gone
  }

  case agent(ID<Agent>, Doing, ID<Conversation>, tab: String, ID<Account>)
  case customerTypes(ID<Conversation>, ID<Account>)
  case read(ReadMarks.Side, ID<Conversation>, upTo: ID<Message>, ID<Account>)

  /// Reads what ``whisper`` gives; `nil` for anything else.
  init?(_ whisper: Whisper) {
    let parts = whisper.text.split(separator: " ")
    guard parts.count >= 3, let account = ID<Account>(parts[1]),
      let conversation = ID<Conversation>(parts[2])
    else { return nil }
    switch (parts[0], parts.count) {
    case ("agent", 6):
      guard let agent = ID<Agent>(parts[3]), let doing = Doing(rawValue: String(parts[4])) else {
        return nil
      }
      self = .agent(agent, doing, conversation, tab: String(parts[5]), account)
    case ("customer", 3): self = .customerTypes(conversation, account)
    case ("read", 5):
      guard let side = ReadMarks.Side(rawValue: String(parts[3])),
        let message = ID<Message>(parts[4])
      else { return nil }
      self = .read(side, conversation, upTo: message, account)
    default: return nil
    }
  }

  /// `nil` where a part of it cannot be whispered.
  var whisper: Whisper? {
    switch self {
    case .agent(let agent, let doing, let conversation, let tab, let account):
      Whisper("agent \(account) \(conversation) \(agent) \(doing.rawValue) \(tab)")
    case .customerTypes(let conversation, let account):
      Whisper("customer \(account) \(conversation)")
    case .read(let side, let conversation, let message, let account):
      Whisper("read \(account) \(conversation) \(side.rawValue) \(message)")
    }
  }
}

extension Database {
  /// Tells all nodes, this one too.
  func whisper(_ live: LiveWhisper) {
    if let whisper = live.whisper { self.whisper(whisper) }
  }
}
