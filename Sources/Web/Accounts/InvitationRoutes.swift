import HTTPTypes
import ServiceDesk

/// People who choose their password by a link.
struct InvitationRoutes: Sendable {
  /// Where the program is reached, without a slash at the end.
  let address: String

  var operations: [Operation] {
    [
      Operation(
        .post,
        "/invitations",
        "inviteAgent",
        "Adds a person who chooses a password by a link, which is mailed if a mailbox can send",
        scopes: .admin,
        body: .json(
          .object([
            .required("name", .string(length: 1...100, format: .words)),
            .required("email", .string(length: 1...254, format: .words)),
            .optional("role", .choice(Agent.Role.allCases.map(\.rawValue)), "agent without it"),
          ])
        ),
        success: .json(status: 201, Invitation.schema),
        run: invite
      )
    ]
  }

  private func invite(_ call: Call) async throws -> Answer {
    let person = AddAgent(
      name: try Agent.Name(call.json["name"]?.text ?? ""),
      email: try EmailAddress(call.json["email"]?.text ?? ""),
      role: call.json["role"]?.text.flatMap { Agent.Role(rawValue: $0) } ?? .agent
    )
    return try await call.perform(
      try call.desk.invitation(person, address: address, as: call.viewer),
      status: 201,
      // The link is a secret, and is given once.
      kept: { $0.write(to: &$1, link: nil) }
    ) { $0.write(to: &$1, link: $0.link) }
  }
}

extension Invitation {
  fileprivate func write(to json: inout JSONWriter, link: String?) {
    json.object { json in
      json.member("agent", agent.id)
      json.member("isMailed", isMailed)
      json.member("link", link)
    }
  }

  fileprivate static let schema = Schema.named(
    "Invitation",
    .object([
      .required("agent", .id),
      .required("isMailed", .boolean, "Whether a mail with the link is on its way"),
      .required(
        "link",
        .nullable(.string(length: 1...2_000)),
        "To be handed over if it was not mailed; null if the request is repeated"
      ),
    ])
  )
}
