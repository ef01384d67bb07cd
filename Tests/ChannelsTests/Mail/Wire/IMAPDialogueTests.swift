import Synchronization
import Testing

@testable import Channels

/// What is said to IMAP servers that can do less than Dovecot, or have more.
struct IMAPDialogueTests {
  /// The lines that a server heard, without their tags.
  private final class Heard: Sendable {
    private let state = Mutex<[String]>([])

    var lines: [String] { state.withLock { $0 } }

    func hear(_ line: String) { state.withLock { $0.append(line) } }
  }

  private let heard = Heard()

  /// A client of a server that agrees to all, after what `news` tells on a command.
  private func client(
    _ capabilities: String,
    news: @escaping @Sendable (String) -> String? = { _ in nil }
  ) async throws -> IMAPClient {
    let server = try LoopbackServer.talking("* OK ready") { [heard] line in
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      heard.hear(parts[1])
      if parts[1] == "CAPABILITY" {
        return "* CAPABILITY IMAP4rev1 \(capabilities)\r\n\(parts[0]) OK"
      }
      if parts[1].hasSuffix("}") { return "+ go on" }
      return "\(news(parts[1]) ?? "")\(parts[0]) OK done"
    }
    let host = MailHost(name: "127.0.0.1", port: server.port, security: .none)
    let options = MailWireOptions(silenceLimit: .seconds(5))
    let client = IMAPClient(to: host, options: options)
    try await client.connect()
    return client
  }

  private static func folder(_ line: String) -> String? {
    line.hasPrefix("SELECT")
      ? "* 3 EXISTS\r\n* OK [UIDVALIDITY 9] v\r\n* OK [UIDNEXT 4] n\r\n" : nil
  }

  @Test
  func `a server that cannot move copies and deletes`() async throws {
    let client = try await client("UIDPLUS", news: Self.folder)
    _ = try await client.open("INBOX")
    try await client.move([1, 2, 3], to: "Done")
    #expect(
      heard.lines.suffix(3) == [
        "UID COPY 1:3 \"Done\"", "UID STORE 1:3 +FLAGS.SILENT (\\Deleted)", "UID EXPUNGE 1:3",
      ]
    )
  }

  @Test
  func `nothing of others is erased where the server cannot erase by UID`() async throws {
    let client = try await client("", news: Self.folder)
    _ = try await client.open("INBOX")
    try await client.delete([2])
    #expect(heard.lines.last == "UID STORE 2 +FLAGS.SILENT (\\Deleted)")
  }

  @Test
  func `a password goes by LOGIN where nothing else is offered`() async throws {
    let client = try await client("")
    try await client.signIn(.password(user: "a\"b", password: "c\\d"))
    #expect(heard.lines.contains("LOGIN \"a\\\"b\" \"c\\\\d\""))
  }

  @Test
  func `a password is not said where the server wants none`() async throws {
    let client = try await client("LOGINDISABLED")
    await #expect(throws: MailWireFailure.signInRefused(.noPasswords)) {
      try await client.signIn(.password(user: "a", password: "b"))
    }
    #expect(!heard.lines.contains { $0.contains("LOGIN \"") })
  }

  @Test
  func `a token is not said to a server that takes none`() async throws {
    let client = try await client("AUTH=PLAIN SASL-IR")
    await #expect(throws: MailWireFailure.signInRefused(.noTokens)) {
      try await client.signIn(.token(user: "a", accessToken: "b"))
    }
  }

  @Test
  func `a sparse folder of many messages is searched in few steps`() async throws {
    let present: [UInt32] = [7, 150_000, 3_000_000_000, 3_000_000_001, 3_000_200_000]
    let client = try await client("") { line in
      if line.hasPrefix("SELECT") {
        return "* 200000 EXISTS\r\n* OK [UIDVALIDITY 9] v\r\n* OK [UIDNEXT 3000300000] n\r\n"
      }
      let ends = line.split { " :".contains($0) }.suffix(2).compactMap { UInt32($0) }
      guard line.hasPrefix("UID SEARCH"), ends.count == 2 else { return nil }
      let found = present.filter { (ends[0]...ends[1]).contains($0) }
      return "* SEARCH\(found.map { " \($0)" }.joined())\r\n"
    }
    _ = try await client.open("INBOX")
    #expect(try await client.uids(from: 1, limit: 100) == present)
    #expect(try await client.uids(from: 8, limit: 1) == [150_000])
    #expect(try await client.uids(from: 3_000_200_001, limit: 100).isEmpty)
    #expect(heard.lines.filter { $0.hasPrefix("UID SEARCH") }.count < 60)
  }

  @Test
  func `a search that asks for what is beyond the end finds nothing`() async throws {
    // Servers answer with the last message to a range that lies beyond it.
    let client = try await client("") { line in
      Self.folder(line) ?? (line.hasPrefix("UID SEARCH") ? "* SEARCH 3\r\n" : nil)
    }
    _ = try await client.open("INBOX")
    #expect(try await client.uids(from: 4, limit: 10).isEmpty)
    #expect(try await client.uids(from: 3, limit: 10) == [3])
  }

  @Test(arguments: ["", "\\", "a b", "a)", "{5}", "ä", "a\r\nb"])
  func `flags that would say something else are not said`(flag: String) async throws {
    let client = try await client("", news: Self.folder)
    _ = try await client.open("INBOX")
    let before = heard.lines.count
    await #expect(throws: MailWireFailure.unusable("the flag \(flag)")) {
      try await client.add([flag], to: [1])
    }
    #expect(heard.lines.count == before)
  }

  @Test
  func `names with line ends and zero bytes say nothing else`() async throws {
    let client = try await client("", news: Self.folder)
    // In modified UTF-7 neither is left.
    _ = try await client.open("a\r\nb\0c")
    #expect(heard.lines.last == "SELECT \"a&AA0ACg-b&AAA-c\"")
    await #expect(throws: MailWireFailure.unusable("a zero byte")) {
      try await client.append([65, 0, 66], to: "a")
    }
    _ = try await client.open("b")
  }
}
