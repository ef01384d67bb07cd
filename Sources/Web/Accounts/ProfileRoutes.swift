import HTTPTypes
import ServiceDesk

/// The agent for whom the token acts.
struct ProfileRoutes: Sendable {
  var operations: [Operation] { [find, change] + availability }

  private var find: Operation {
    Operation(
      .get,
      "/me",
      "findMe",
      "The token's agent",
      scopes: .read,
      success: .json(status: 200, Agent.profileSchema)
    ) { call in
      try await call.answer(CurrentAgent()) { $0.writeProfile(to: &$1) }
    }
  }

  private var change: Operation {
    Operation(
      .patch,
      "/me",
      "changeMe",
      "Changes how the token's agent is called, shown and spoken to",
      scopes: .write,
      body: .json(
        .object([
          .optional("name", .string(length: 1...100, format: .words)),
          .optional("language", .nullable(.string(length: 2...35)), "null: as the browser asks"),
          .optional("timeZone", .nullable(.string(length: 1...64)), "An IANA name; null: any"),
          .optional("calendar", .choice(Agent.Calendar.allCases.map(\.rawValue))),
          .optional("picture", .nullable(.id), "An uploaded PNG, JPEG, GIF or WebP file"),
        ])
      ),
      success: .json(status: 200, Agent.profileSchema),
      failures: [404]
    ) { call in
      let command = ChangeProfile(
        name: try call.json["name"]?.text.map(Agent.Name.init),
        language: try call.json.change("language") { try LanguageTag($0) },
        timeZone: try call.json.change("timeZone") { try TimeZoneName($0) },
        calendar: call.json["calendar"]?.text.flatMap { Agent.Calendar(rawValue: $0) },
        picture: try call.json.change("picture") { text in
          guard let id = ID<Attachment>(text) else { throw AccessFailure.noSuchAttachment }
          return id
        }
      )
      return try await call.perform(command) { $0.writeProfile(to: &$1) }
    }
  }

  private var availability: [Operation] {
    [
      available(.put, "arrive", "Says that the token's agent is there for customers", true),
      available(.delete, "leave", "Says that the token's agent is not there for customers", false),
    ]
  }

  private func available(
    _ method: HTTPRequest.Method,
    _ name: String,
    _ summary: String,
    _ isAvailable: Bool
  ) -> Operation {
    Operation(
      method,
      "/me/availability",
      name,
      summary,
      scopes: .write,
      success: .json(status: 200, Agent.profileSchema)
    ) { call in
      try await call.perform(SetAvailability(isAvailable: isAvailable)) {
        $0.writeProfile(to: &$1)
      }
    }
  }
}

extension JSON {
  /// What is to become of a member that can be taken away: `nil` where it stays, `.some(nil)`
  /// where it goes.
  func change<T>(_ name: String, _ read: (String) throws -> T) rethrows -> T?? {
    guard let member = members?[name] else { return nil }
    guard let text = member.text else { return .some(nil) }
    return .some(try read(text))
  }
}

extension Agent {
  fileprivate func writeProfile(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("name", name.text)
      json.member("email", email.text)
      json.member("role", role.rawValue)
      json.member("language", language?.text)
      json.member("timeZone", timeZone?.text)
      json.member("calendar", calendar.rawValue)
      json.member("picture", picture)
      json.member("availableSince", availableSince)
      json.member("createdAt", createdAt)
    }
  }

  fileprivate static let profileSchema = Schema.named(
    "Profile",
    .object([
      .required("id", .id),
      .required("name", .string(length: 1...100)),
      .required("email", .string(length: 1...254)),
      .required("role", .choice(Role.allCases.map(\.rawValue))),
      .required("language", .nullable(.string(length: 2...35)), "null: as the browser asks"),
      .required("timeZone", .nullable(.string(length: 1...64)), "null: the browser's"),
      .required("calendar", .choice(Calendar.allCases.map(\.rawValue))),
      .required("picture", .nullable(.id), "An attachment"),
      .required("availableSince", .nullable(.time), "null while not there for customers"),
      .required("createdAt", .time),
    ])
  )
}
