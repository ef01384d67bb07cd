import Foundation
import Testing

@testable import Channels

@Suite(.enabled(if: MailServers.running != nil))
struct IMAPClientTests {
  private let servers: MailServers
  private let address: String

  init() throws {
    servers = try #require(MailServers.running)
    address = servers.freshAddress()
  }

  private func message(_ subject: String) -> [UInt8] {
    Array("Subject: \(subject)\r\nFrom: a@customer.test\r\n\r\nHello {5}\r\n".utf8)
  }

  @Test(arguments: [MailHost.Security.tls, .startTLS])
  func `a user signs in over TLS`(security: MailHost.Security) async throws {
    let client = IMAPClient(to: servers.imapHost(security), options: servers.options)
    try await client.connect()
    try await client.signIn(servers.credentials(of: address))
    let times = await client.times
    #expect(times.durations.keys.count == 3)
    let folders = try await client.folders()
    #expect(folders.contains { $0.name == "Sent" && $0.use == .sent })
    #expect(folders.contains { $0.name == "INBOX" && $0.isSelectable && $0.separator == "/" })
    await client.close()
    await #expect(throws: MailWireFailure.lost("not connected")) { try await client.check() }
  }

  @Test
  func `a wrong password is refused in the server's words and can be tried again`() async throws {
    let client = IMAPClient(to: servers.imapHost(), options: servers.options)
    try await client.connect()
    let wrong = MailCredentials.password(user: address, password: "wrong")
    let failure = await #expect(throws: MailWireFailure.self) { try await client.signIn(wrong) }
    guard case .signInRefused(let refusal) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(refusal.code == "AUTHENTICATIONFAILED")
    #expect(refusal.words == "Authentication failed.")
    #expect(!refusal.isTemporary)
    try await client.signIn(servers.credentials(of: address))
  }

  @Test
  func `a good token signs in and an expired one does not`() async throws {
    let client = IMAPClient(to: servers.imapHost(), options: servers.options)
    try await client.connect()
    let oauth = servers.oauth
    let failure = await #expect(throws: MailWireFailure.self) {
      try await client.signIn(.token(user: oauth.user, accessToken: oauth.expiredToken))
    }
    guard case .signInRefused = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    try await client.signIn(.token(user: oauth.user, accessToken: oauth.token))
    #expect(try await !client.folders().isEmpty)
  }

  @Test
  func `a message comes back byte for byte and unseen`() async throws {
    let client = try await servers.client(of: address)
    let raw = message("one")
    let received = Date(timeIntervalSince1970: 1_000_000_000)
    let uid = try await client.append(raw, to: "INBOX", receivedAt: received)
    let state = try await client.open("INBOX")
    #expect(state.messageCount == 1)
    #expect(state.uidNext == 2)
    #expect(!state.isReadOnly)
    #expect(try await client.uids(from: 1, limit: 10) == [uid])
    let found = try #require(try await client.message(1, sizeLimit: 1_000))
    #expect(found.raw == raw)
    #expect(found.receivedAt == received)
    let again = try #require(try await client.message(1, sizeLimit: 1_000))
    #expect(!again.flags.contains("\\Seen"))
    #expect(
      try await client.heads(of: [1, 2]) == [
        1: IMAPHead(size: raw.count, receivedAt: received)
      ]
    )
    #expect(try await client.message(2, sizeLimit: 1_000) == nil)
  }

  @Test
  func `messages are marked moved and deleted`() async throws {
    let client = try await servers.client(of: address)
    for subject in ["a", "b", "c"] { try await client.append(message(subject), to: "INBOX") }
    _ = try await client.open("INBOX")
    try await client.add(["\\Seen", "rapport"], to: [1, 2, 99])
    try await client.remove(["\\Seen"], from: [2])
    let flags = try await [1, 2].asyncMap { try await client.message($0, sizeLimit: 1_000)?.flags }
    #expect(flags[0]?.contains("\\Seen") == true)
    #expect(flags[1]?.contains("\\Seen") == false)
    #expect(flags[1]?.contains("rapport") == true)
    try await client.makeFolder("Erledigt & grün/日本")
    #expect(try await client.folders().contains { $0.name == "Erledigt & grün/日本" })
    try await client.move([1, 99], to: "Erledigt & grün/日本")
    try await client.delete([3])
    #expect(try await client.uids(from: 1, limit: 10) == [2])
    #expect(try await client.open("Erledigt & grün/日本", readOnly: true).messageCount == 1)
  }

  @Test
  func `nothing changes in a folder opened read only`() async throws {
    let client = try await servers.client(of: address)
    try await client.append(message("a"), to: "INBOX")
    #expect(try await client.open("INBOX", readOnly: true).isReadOnly)
    await #expect(throws: MailWireFailure.self) { try await client.add(["\\Seen"], to: [1]) }
  }

  @Test
  func `a folder that is not there is refused and the client goes on`() async throws {
    let client = try await servers.client(of: address)
    let failure = await #expect(throws: MailWireFailure.self) {
      _ = try await client.open("Nowhere")
    }
    guard case .refused(let refusal) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(refusal.command == "SELECT")
    #expect(refusal.words.contains("Nowhere"))
    await #expect(throws: MailWireFailure.self) { try await client.uids(from: 1, limit: 1) }
    _ = try await client.open("INBOX")
  }

  @Test
  func `a message too big is told without keeping it and the next one comes`() async throws {
    let client = try await servers.client(of: address)
    try await client.append(message("too long a subject for the limit"), to: "INBOX")
    try await client.append(message("b"), to: "INBOX")
    _ = try await client.open("INBOX")
    let size = message("b").count
    let bytes = message("too long a subject for the limit").count
    await #expect(throws: MailWireFailure.tooBig(bytes: bytes, limit: size)) {
      _ = try await client.message(1, sizeLimit: size)
    }
    #expect(try await client.message(2, sizeLimit: size)?.raw == message("b"))
  }

  @Test
  func `thirty megabytes come and go`() async throws {
    let client = try await servers.client(of: address)
    let raw =
      message("big")
      + Array(String(repeating: "\(String(repeating: "x", count: 98))\r\n", count: 300_000).utf8)
    try await client.append(raw, to: "INBOX")
    _ = try await client.open("INBOX")
    let found = try #require(try await client.message(1, sizeLimit: 40_000_000))
    #expect(Data(found.raw) == Data(raw))
  }

  @Test
  func `three thousand messages are caught up`() async throws {
    let inbox = servers.maildir(of: address).appending(path: "new")
    let client = try await servers.client(of: address)
    _ = try await client.open("INBOX")
    for number in 1...3_000 {
      try Data(message("\(number)")).write(to: inbox.appending(path: "1\(number).test"))
    }
    #expect(try await client.open("INBOX").messageCount == 3_000)
    let first = try await client.uids(from: 1, limit: 1_000)
    #expect(first.count == 1_000)
    let rest = try await client.uids(from: (first.last ?? 0) + 1, limit: 5_000)
    #expect(first + rest == Array(1...3_000))
    #expect(try await client.heads(of: rest).count == 2_000)
    for uid in rest.suffix(100) {
      #expect(try await client.message(uid, sizeLimit: 1_000) != nil)
    }
  }

  @Test
  func `a folder numbered anew shows it`() async throws {
    let client = try await servers.client(of: address)
    try await client.append(message("a"), to: "INBOX")
    let before = try await client.open("INBOX").uidValidity
    await client.close()
    let folder = servers.maildir(of: address)
    let validity = before &+ 7
    try Data("3 V\(validity) N1 G0123456789abcdef0123456789abcdef\n".utf8)
      .write(to: folder.appending(path: "dovecot-uidlist"))
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("dovecot.index") {
      try FileManager.default.removeItem(at: folder.appending(path: name))
    }
    let again = try await servers.client(of: address)
    #expect(try await again.open("INBOX").uidValidity == validity)
  }

  @Test
  func `a certificate of an unknown authority is refused`() async throws {
    let client = IMAPClient(to: servers.imapHost())
    let failure = await #expect(throws: MailWireFailure.self) { try await client.connect() }
    guard case .untrusted(.unknownAuthority, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(failure?.isTemporary == false)
  }

  @Test(arguments: [MailHost.Security.tls, .startTLS])
  func `another server's certificate is refused`(security: MailHost.Security) async throws {
    var host = servers.imapHost(security)
    host.name = "127.0.0.1"
    let client = IMAPClient(to: host, options: servers.options)
    let failure = await #expect(throws: MailWireFailure.self) { try await client.connect() }
    guard case .untrusted(.wrongName, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test
  func `a port that does not speak TLS is told`() async throws {
    var host = servers.imapHost(.startTLS)
    host.security = .tls
    let client = IMAPClient(to: host, options: servers.options)
    let failure = await #expect(throws: MailWireFailure.self) { try await client.connect() }
    guard case .untrusted(.notSpoken, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }
}

extension Array {
  fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
    var mapped: [T] = []
    for element in self { mapped.append(try await transform(element)) }
    return mapped
  }
}
