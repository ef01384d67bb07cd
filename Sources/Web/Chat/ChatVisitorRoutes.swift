import HTTPTypes
import ServiceDesk

extension ChatRoutes {
  /// Who a visitor is, and what the inbox is like.
  var visitorRoutes: [ChatRoute] {
    [
      ChatRoute(
        Operation(
          .get,
          "/inboxes/{key}",
          "showInbox",
          "How an inbox presents itself",
          scopes: [],
          success: .json(status: 200, .object([])),
          run: showInbox
        ),
        isOpen: true
      ),
      ChatRoute(
        Operation(
          .post,
          "/visitors",
          "admitVisitor",
          "Lets a browser use an inbox",
          scopes: [],
          body: .json(
            .object([
              .required("inbox", .string(length: 1...100, format: .words)),
              .optional("language", .string(length: 1...35, format: .words)),
              .optional("page", .string(length: 0...10_000)),
            ])
          ),
          success: .json(status: 201, .object([])),
          run: admit
        ),
        isOpen: true,
        addressLimit: ChatLimits.admissions
      ),
      ChatRoute(
        Operation(
          .patch,
          "/visitor",
          "identifyVisitor",
          "Claims or proves who the visitor is",
          scopes: [],
          body: .json(.either([Self.claim, Self.proof])),
          success: .json(status: 200, .object([])),
          run: identify
        ),
        limit: ChatLimits.identities
      ),
    ]
  }

  private static let claim = Schema.object([
    .optional("name", .string(length: 1...200, format: .words)),
    .optional("email", .string(length: 1...254, format: .words)),
    .optional("attributes", Attributes.changeSchema),
  ])

  private static let proof = Schema.object([
    .required("id", .string(length: 1...200, format: .words)),
    .optional("email", .string(length: 0...254)),
    .optional("name", .string(length: 0...200)),
    .required("signature", .string(length: 1...200)),
    .optional("attributes", Attributes.changeSchema),
  ])

  private func inbox(_ key: String?, for call: Call) async throws -> Inbox {
    guard let key = key.flatMap({ InboxKey($0) }) else { throw AccessFailure.noSuchInbox }
    let inbox = try await desk.inbox(key)
    try inbox.require(origin: call.headers[.origin])
    return inbox
  }

  private func showInbox(_ call: Call) async throws -> Answer {
    let inbox = try await inbox(call.path["key"], for: call)
    let account = inbox.key.account
    let settings = try await desk.answer(CurrentAccount(), as: .system(of: account)).settings
    let isAvailable = try await desk.answer(InboxAvailability(), as: .system(of: account))
    var json = JSONWriter()
    ChatInboxView(
      settings: inbox.settings,
      isAvailable: isAvailable,
      replyMinutes: settings.replyMinutes
    ).write(to: &json)
    return .json(status: 200, json.bytes)
  }

  private func admit(_ call: Call) async throws -> Answer {
    let inbox = try await inbox(call.json["inbox"]?.text, for: call)
    let command = AdmitVisitor(
      inbox: inbox.id,
      language: try LanguageTag(call.json["language"]?.text ?? "en"),
      page: call.json["page"]?.text.flatMap { WebPage($0) }
    )
    let admitted = try await desk.perform(command, as: .system(of: inbox.key.account))
    var json = JSONWriter()
    json.object { json in
      json.member("token", admitted.token.text)
      json.member("visitor", admitted.visitor)
    }
    return .json(status: 201, json.bytes)
  }

  private func identify(_ call: Call) async throws -> Answer {
    let command = IdentifyVisitor(
      proof: call.json["signature"]?.text.map { signature in
        IdentifyVisitor.Proof(identity: SignedIdentity(call.json), signature: signature)
      },
      claim: try ClaimIdentity(call.json)
    )
    let identified = try await desk.perform(command, as: call.viewer)
    var json = JSONWriter()
    json.object { json in
      json.member("proved", identified.isProved)
      if let token = identified.token { json.member("token", token.text) }
    }
    return .json(status: 200, json.bytes)
  }
}

extension SignedIdentity {
  /// Exactly what was sent: it is what was signed.
  fileprivate init(_ json: JSON) {
    self.init(
      id: json["id"]?.text ?? "",
      email: json["email"]?.text ?? "",
      name: json["name"]?.text ?? ""
    )
  }
}

extension ClaimIdentity {
  /// With a signature only the attributes are a claim.
  fileprivate init(_ json: JSON) throws {
    let isClaim = json["signature"] == nil
    self.init(
      name: isClaim ? try json["name"]?.text.map(Customer.Name.init) : nil,
      email: isClaim ? try json["email"]?.text.map(EmailAddress.init) : nil,
      attributes: json["attributes"]?.attributeChanges ?? [:]
    )
  }
}
