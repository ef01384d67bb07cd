import Foundation
import Synchronization

/// An IMAP server on 127.0.0.1 with a few folders, which a test can make behave badly.
struct LoopbackMailbox: Sendable {
  struct Message: Sendable {
    var uid: UInt32
    var raw: String
    var receivedAt = "23-Nov-2026 10:00:00 +0000"
    var flags: Set<String> = []
  }

  /// What is answered to a command instead of the truth, with `TAG` for its tag; the connection is
  /// closed where it is empty, and `nil` is the truth.
  typealias Whim = @Sendable (_ command: String) -> String?

  private let folders: LoopbackFolders
  private let server: LoopbackServer

  init(_ content: [String: [Message]]) throws {
    let folders = LoopbackFolders(content)
    self.folders = folders
    server = try LoopbackServer { connection in
      connection.write("* OK ready\r\n")
      var open = ""
      while let line = connection.readLine() {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { continue }
        let answer = folders.answer(to: parts[1], open: &open)
        guard !answer.isEmpty else { return }
        connection.write(answer.replacing("TAG", with: parts[0]) + "\r\n")
      }
    }
  }

  var port: Int { server.port }

  /// The commands of all connections, without their tags.
  var heard: [String] { folders.heard }

  func behave(_ whim: Whim?) { folders.behave(whim) }

  /// Begins another numbering; that the numbers are the same is for nobody to know.
  func number(anew validity: UInt32) { folders.number(anew: validity) }

  func messages(in folder: String) -> [Message] { folders.messages(in: folder) }

  /// Somebody else deletes all that lies there.
  func empty(_ folder: String) { folders.empty(folder) }
}

/// What lies in the folders, shared by all connections.
private final class LoopbackFolders: Sendable {
  private struct State {
    var folders: [String: [LoopbackMailbox.Message]]
    var uidValidity: UInt32 = 7
    var heard: [String] = []
    var whim: LoopbackMailbox.Whim?
  }

  private let state: Mutex<State>

  init(_ folders: [String: [LoopbackMailbox.Message]]) { state = Mutex(State(folders: folders)) }

  var heard: [String] { state.withLock { $0.heard } }

  func behave(_ whim: LoopbackMailbox.Whim?) { state.withLock { $0.whim = whim } }

  func number(anew validity: UInt32) { state.withLock { $0.uidValidity = validity } }

  func messages(in folder: String) -> [LoopbackMailbox.Message] {
    state.withLock { $0.folders[folder] ?? [] }
  }

  func empty(_ folder: String) { state.withLock { $0.folders[folder] = [] } }

  func answer(to command: String, open: inout String) -> String {
    let whim = state.withLock { state in
      state.heard.append(command)
      return state.whim
    }
    if let answer = whim?(command) { return answer }
    return state.withLock { state in
      Self.answer(to: command, open: &open, in: &state.folders)
        .replacing("VALIDITY", with: "UIDVALIDITY \(state.uidValidity)")
    }
  }

  private static func answer(
    to command: String,
    open: inout String,
    in folders: inout [String: [LoopbackMailbox.Message]]
  ) -> String {
    let words = command.split(separator: " ").map(String.init)
    switch words[0] {
    case "CAPABILITY": return "* CAPABILITY IMAP4rev1 UIDPLUS MOVE AUTH=XOAUTH2 SASL-IR\r\nTAG OK"
    case "SELECT", "EXAMINE":
      open = name(words[1])
      guard let messages = folders[open] else { return "TAG NO [NONEXISTENT] no such folder" }
      let next = UInt64(messages.map(\.uid).max() ?? 0) + 1
      let code = words[0] == "SELECT" ? "READ-WRITE" : "READ-ONLY"
      return "* \(messages.count) EXISTS\r\n* OK [VALIDITY] v\r\n"
        + (next <= UInt64(UInt32.max) ? "* OK [UIDNEXT \(next)] n\r\n" : "") + "TAG OK [\(code)]"
    case "UID":
      return act(words, on: &folders, in: open) ?? "TAG BAD \(command)"
    default: return "TAG OK done"
    }
  }

  /// - Returns: `nil` for a command that it does not know.
  private static func act(
    _ words: [String],
    on folders: inout [String: [LoopbackMailbox.Message]],
    in folder: String
  ) -> String? {
    let messages = folders[folder] ?? []
    let set = uids(in: words[words[1] == "SEARCH" ? 3 : 2])
    let chosen = messages.filter { set($0.uid) }
    switch words[1] {
    case "SEARCH":
      let days = words.count > 5 ? [words[5]] : []
      let found = chosen.filter { message in days.allSatisfy { day(message.receivedAt) >= day($0) }
      }
      return "* SEARCH\(found.map { " \($0.uid)" }.joined())\r\nTAG OK"
    case "FETCH":
      let isWhole = words.contains { $0.hasPrefix("BODY") }
      return chosen.map { line(of: $0, isWhole: isWhole) }.joined() + "TAG OK"
    case "STORE":
      let flags = words[4].trimmingCharacters(in: ["(", ")"])
      folders[folder] = messages.map { message in
        guard set(message.uid) else { return message }
        var marked = message
        marked.flags.insert(flags)
        return marked
      }
      return "TAG OK"
    case "EXPUNGE", "MOVE":
      if words[1] == "MOVE" {
        guard folders[name(words[3])] != nil else { return "TAG NO [TRYCREATE] no such folder" }
        folders[name(words[3])]?.append(contentsOf: chosen)
      }
      folders[folder] = messages.filter { message in
        !set(message.uid) || words[1] == "EXPUNGE" && !message.flags.contains("\\Deleted")
      }
      return "TAG OK"
    default: return nil
    }
  }

  private static func line(of message: LoopbackMailbox.Message, isWhole: Bool) -> String {
    let head = "* 1 FETCH (UID \(message.uid) INTERNALDATE \"\(message.receivedAt)\" "
    let size = message.raw.utf8.count
    let flags = message.flags.joined(separator: " ")
    return head
      + (isWhole ? "FLAGS (\(flags)) BODY[] {\(size)}\r\n\(message.raw)" : "RFC822.SIZE \(size)")
      + ")\r\n"
  }

  private static func name(_ word: String) -> String {
    word.trimmingCharacters(in: ["\""])
  }

  private static func uids(in set: String) -> (UInt32) -> Bool {
    let ranges = set.split(separator: ",").compactMap { part in
      let ends = part.split(separator: ":").compactMap { UInt32($0) }
      return ends.first.flatMap { low in ends.last.map { low...$0 } }
    }
    return { uid in ranges.contains { $0.contains(uid) } }
  }

  /// Days of November 2026 alone.
  private static func day(_ date: String) -> Int {
    Int(date.prefix { $0 != "-" }) ?? 0
  }
}
