/// What a viewer may do.
package struct Scopes: OptionSet, Sendable, Hashable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// See conversations, customers and events.
  package static let read = Scopes(rawValue: 1)
  /// Work on conversations and customers.
  package static let write = Scopes(rawValue: 2)
  /// Manage agents, teams, tokens and the account.
  package static let admin = Scopes(rawValue: 4)

  package static let all: Scopes = [.read, .write, .admin]
}

/// Who asks, and within which account.
package struct Viewer: Sendable, Equatable {
  package enum Actor: Sendable, Equatable {
    case agent(ID<Agent>)
    /// Whoever sits at a browser with the chat open; has no scopes.
    case visitor(ID<Visitor>)
    /// A customer, by what was taken in from a channel.
    case customer(ID<Customer>)
    /// The program itself: timers, consumers, the command line.
    case system
  }

  package let account: ID<Account>
  package let actor: Actor
  package let scopes: Scopes

  package init(account: ID<Account>, actor: Actor, scopes: Scopes = .all) {
    self.account = account
    self.actor = actor
    self.scopes = scopes
  }

  package static func system(of account: ID<Account>) -> Viewer {
    Viewer(account: account, actor: .system)
  }

  /// The visitor who asks, if it is one.
  package var visitor: ID<Visitor>? {
    if case .visitor(let visitor) = actor { visitor } else { nil }
  }
}
