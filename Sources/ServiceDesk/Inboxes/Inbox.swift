package import Storage

/// A configured channel: where a web chat comes in, and how it presents itself.
package struct Inbox: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable, SQLConvertible {
    /// The chat window on web pages.
    case chat
  }

  package let id: ID<Inbox>
  package let kind: Kind
  package let key: InboxKey
  package let secret: InboxSecret
  package let settings: Settings
  package let createdAt: Timestamp

  /// A name of 1 to 100 Unicode scalars, unique within the account; customers see it.
  package typealias Name = BoundedText<InboxNameLimits>
  /// Up to 1,000 Unicode scalars, or nothing.
  package typealias Greeting = BoundedText<GreetingLimits>
  /// Up to 1,000 Unicode scalars, or nothing.
  package typealias AwayText = BoundedText<AwayTextLimits>

  /// The most inboxes of an account.
  package static let most = 100

  /// What an administrator can set.
  package struct Settings: Sendable, Equatable {
    package var name: Name
    /// The pages from which it may be used; from any where there are none.
    package var origins: OriginList
    /// What a visitor reads before anything is written.
    package var greeting: Greeting?
    package var colour: Colour
    package var form: InboxForm
    /// What a visitor reads while nobody is there.
    package var away: AwayText?

    package init(
      name: Name,
      origins: OriginList = OriginList(),
      greeting: Greeting? = nil,
      colour: Colour = .standard,
      form: InboxForm = InboxForm(),
      away: AwayText? = nil
    ) {
      self.name = name
      self.origins = origins
      self.greeting = greeting
      self.colour = colour
      self.form = form
      self.away = away
    }
  }
}

extension Inbox: Referable {
  package static let noun = "inbox"
}

package enum InboxNameLimits: TextLimits {
  package static let range = 1...100
  package static let field = "name"
}

package enum GreetingLimits: TextLimits {
  package static let range = 0...1_000
  package static let field = "greeting"
}

package enum AwayTextLimits: TextLimits {
  package static let range = 0...1_000
  package static let field = "away"
}

extension Inbox {
  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL = """
    id, kind, public_key, secret, name, origins, greeting, colour, form_when, form_name, form_email,
    away, created_at
    """

  init(_ row: Row) throws {
    id = try row[0]
    kind = try row[1]
    key = try row[2]
    secret = try row[3]
    settings = Settings(
      name: try row[4],
      origins: try row[5],
      greeting: try row[6],
      colour: try row[7],
      form: InboxForm(when: try row[8], name: try row[9], email: try row[10]),
      away: try row[11]
    )
    createdAt = try row[12]
  }
}

/// Why an inbox was not added or changed.
package enum InboxFailure: String, Failure, CaseIterable {
  case nameTaken
  /// An account has at most 100 inboxes.
  case tooMany = "tooManyInboxes"
  /// An origin is a scheme, a host and a port where it is not the usual one.
  case malformedOrigin
  /// An inbox has at most 50 origins.
  case tooManyOrigins
  /// A colour is written as in `#0b6e5f`.
  case malformedColour

  package var kind: FailureKind {
    switch self {
    case .nameTaken, .tooMany: .conflict
    case .malformedOrigin, .tooManyOrigins, .malformedColour: .invalid
    }
  }

  package var field: String? {
    switch self {
    case .nameTaken: "name"
    case .tooMany: nil
    case .malformedOrigin, .tooManyOrigins: "origins"
    case .malformedColour: "colour"
    }
  }
}

extension Work {
  /// The inbox, locked until the commit.
  ///
  /// - Throws: ``AccessFailure/noSuchInbox``.
  func requireInbox(_ inbox: ID<Inbox>) throws -> Inbox {
    let found = try rows(
      """
      SELECT \(Inbox.columns) FROM inbox
      WHERE account_id = \(account) AND id = \(inbox) \(forUpdate)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchInbox }
    return try Inbox(row)
  }
}
