import ServiceDesk
import Storage
import TestSupport

/// A browser in which the chat of Anemone's inbox is open.
struct Browser: Sendable {
  let desk: Desk
  let inbox: Inbox
  private(set) var token: VisitorSecret

  /// The visitor as a viewer.
  var viewer: Viewer {
    get async throws {
      guard let visit = try await desk.visit(holding: token) else { throw AccessFailure.notAllowed }
      return visit.viewer
    }
  }

  var visitor: Visitor {
    get async throws {
      guard let visit = try await desk.visit(holding: token) else { throw AccessFailure.notAllowed }
      return visit.visitor
    }
  }

  @discardableResult
  func write(
    _ text: String?,
    attachments: [ID<ServiceDesk.Attachment>] = [],
    key: String? = nil
  ) async throws -> ChatMessage {
    try await desk.perform(
      WriteChatMessage(
        text: try text.map { try Message.Body($0) },
        attachments: attachments,
        key: try key.map { try Message.ClientKey($0) }
      ),
      as: viewer
    )
  }

  /// What is shown, the oldest first.
  var texts: [String] {
    get async throws { try await history().messages.map(\.text) }
  }

  func history(_ window: Window = Window()) async throws -> ChatMessages.History {
    try await desk.answer(ChatMessages(window: window), as: viewer)
  }

  /// Claims to be somebody.
  @discardableResult
  func claim(
    name: String? = nil,
    email: String? = nil,
    attributes: [String: Attributes.Value?] = [:]
  ) async throws -> Visitor {
    try await desk.perform(
      ClaimIdentity(
        name: try name.map { try Customer.Name($0) },
        email: try email.map { try EmailAddress($0) },
        attributes: attributes
      ),
      as: viewer
    )
  }

  /// Signs in at the account's own site.
  ///
  /// - Returns: whether there was a new token.
  @discardableResult
  mutating func prove(_ id: String, email: String = "", name: String = "") async throws -> Bool {
    let identity = SignedIdentity(id: id, email: email, name: name)
    let signature = inbox.secret.signature(of: identity)
    let fresh = try await desk.perform(
      ProveIdentity(identity: identity, signature: signature),
      as: viewer
    )
    token = fresh ?? token
    return fresh != nil
  }
}

extension DeskHarness {
  func inbox(_ name: String = "Shop") async throws -> Inbox {
    try await perform(AddInbox(settings: .init(name: Inbox.Name(name))))
  }

  func browser(at inbox: Inbox) async throws -> Browser {
    let admitted = try await desk.perform(
      AdmitVisitor(
        inbox: inbox.id,
        language: LanguageTag("el"),
        page: WebPage("https://shop.example/help")
      ),
      as: .system(of: inbox.key.account)
    )
    return Browser(desk: desk, inbox: inbox, token: admitted.token)
  }

  /// The customer whose messages the visitor's are.
  func customer(of browser: Browser) async throws -> ID<Customer> {
    guard let customer = try await browser.visitor.customer else {
      throw AccessFailure.noSuchCustomer
    }
    return customer
  }

  @discardableResult
  func reply(_ text: String, in conversation: ID<Conversation>) async throws -> Message {
    try await perform(Reply(conversation: conversation, text: Message.Body(text)))
  }
}
