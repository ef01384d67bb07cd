import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import ServiceDesk
@testable import Web

/// A browser in which an agent is signed in; scripts do not run in it.
struct Browser {
  static let password = "correct horse"

  let site: SiteHarness
  let agent: ID<Agent>
  private let session: Session.Secret

  /// Amina's, or another agent's with the role that the agent has.
  init(site: SiteHarness? = nil, agent: ID<Agent>? = nil) async throws {
    let site = try await { if let site { return site } else { return try await SiteHarness() } }()
    let world = site.world
    self.site = site
    self.agent = agent ?? world.anemone.agent
    let password = try await Self.hash.value
    try await site.desk.perform(
      SetPassword(agent: self.agent, password: password),
      as: world.amina
    )
    session = Session.Secret(account: world.anemone.account)
    try await begin(session)
  }

  // Hashing takes its time on purpose: once is enough for all tests.
  private static let hash = Task { try PasswordHash(of: password) }

  /// Puts the session in, as signing in does after it has checked the password.
  private func begin(_ session: Session.Secret) async throws {
    let id = ID<Session>(try site.desk.ids.next())
    try await site.world.database.write { [agent, clock = site.world.clock] transaction in
      try transaction.execute(
        """
        INSERT INTO session (account_id, id, agent_id, hash, device, created_at, expires_at)
        VALUES (\(session.account), \(id), \(agent), \(session.hash), 'Test browser',
          \(clock.now), \(clock.now + .days(30)))
        """
      )
    }
  }

  /// Opens the page.
  func open(_ path: String, language: String = "en") async throws -> Reply {
    try await send(ask(.get, path, language: language))
  }

  /// Sends a form as a page of ours does, unless another token is given.
  func submit(
    _ path: String,
    _ fields: [String: String] = [:],
    csrf: String? = nil,
    method: HTTPRequest.Method = .post
  ) async throws -> Reply {
    var ask = ask(method, path)
    let all = fields.merging(["csrf": csrf ?? session.csrf]) { own, _ in own }
    ask.body = Array(
      all.map { "\(Self.encode($0))=\(Self.encode($1))" }.joined(separator: "&").utf8
    )
    ask.headers[.contentType] = "application/x-www-form-urlencoded"
    return try await send(ask)
  }

  /// Sends a form with a file in it.
  func upload(_ path: String, field: String, _ bytes: [UInt8]) async throws -> Reply {
    var ask = ask(.post, path)
    ask.headers[.contentType] = "multipart/form-data; boundary=line"
    let token = "--line\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(session.csrf)\r\n"
    let head =
      "--line\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"a.png\"\r\n"
      + "Content-Type: image/png\r\n\r\n"
    ask.body = Array(token.utf8) + Array(head.utf8) + bytes + Array("\r\n--line--\r\n".utf8)
    return try await send(ask)
  }

  private func ask(_ method: HTTPRequest.Method, _ path: String, language: String = "en") -> Ask {
    var ask = Ask(method, path)
    ask.headers[.accept] = "text/html"
    ask.headers[.acceptLanguage] = language
    ask.headers[.cookie] = "rapport_session=\(session.text)"
    return ask
  }

  private func send(_ ask: Ask) async throws -> Reply { try await site.sendPage(ask) }

  static func encode(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

extension Reply {
  /// Where the browser is sent on to.
  var location: String? { headers[.location] }

  /// The names of the fields beside which a fault stands.
  var faultyFields: [String] {
    text.matches(of: /faulty" data-field="([A-Za-z-]+)"/).map { String($0.output.1) }
  }
}
