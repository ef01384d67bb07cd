package import Foundation

extension IMAPClient {
  /// Adds flags, as `\Seen`, or keywords to messages of the open folder; those gone are left out.
  package func add(_ flags: [String], to uids: [UInt32]) throws(MailWireFailure) {
    try store("+FLAGS.SILENT", flags, on: uids)
  }

  /// Takes flags or keywords from messages of the open folder; those gone are left out.
  package func remove(_ flags: [String], from uids: [UInt32]) throws(MailWireFailure) {
    try store("-FLAGS.SILENT", flags, on: uids)
  }

  /// Moves messages of the open folder to another (RFC 6851); those gone are left out.
  ///
  /// With servers that cannot move, they are copied and then deleted.
  package func move(_ uids: [UInt32], to folder: String) throws(MailWireFailure) {
    try requireWritable()
    let canMove = try session.capabilities.contains("MOVE")
    for set in IMAPSet.texts(uids) {
      _ = try session.run(IMAPCommand(canMove ? "UID MOVE" : "UID COPY", set).folder(folder))
    }
    if !canMove { try delete(uids) }
  }

  /// Deletes messages of the open folder.
  ///
  /// Servers without UIDPLUS (RFC 4315) could only erase all that anybody has marked as deleted, so
  /// there they are marked and stay until somebody else does that.
  package func delete(_ uids: [UInt32]) throws(MailWireFailure) {
    try store("+FLAGS.SILENT", ["\\Deleted"], on: uids)
    guard try session.capabilities.contains("UIDPLUS") else { return }
    for set in IMAPSet.texts(uids) { _ = try session.run(IMAPCommand("UID EXPUNGE", set)) }
  }

  /// Puts a message into a folder, as a copy of what was sent.
  ///
  /// - Returns: its UID there, where the server tells it (RFC 4315).
  @discardableResult
  package func append(
    _ raw: [UInt8],
    to folder: String,
    flags: [String] = [],
    receivedAt: Date? = nil
  ) throws(MailWireFailure) -> UInt32? {
    var command = IMAPCommand("APPEND").folder(folder).word("(\(try Self.list(flags)))")
    if let receivedAt { command = command.word(IMAPDate.quoted(receivedAt)) }
    let answer = try session.run(command.literal(raw))
    guard answer.status.code == "APPENDUID" else { return nil }
    return answer.status.arguments.last.flatMap { UInt32($0) }
  }

  private func store(
    _ item: String,
    _ flags: [String],
    on uids: [UInt32]
  ) throws(MailWireFailure) {
    try requireWritable()
    let list = try Self.list(flags)
    for set in IMAPSet.texts(uids) {
      _ = try session.run(IMAPCommand("UID STORE", set, item, "(\(list))"))
    }
  }

  /// Servers may take changes to a folder that is open read-only, and forget them.
  private func requireWritable() throws(MailWireFailure) {
    guard folder?.isReadOnly == false else { throw .unusable("no folder is open for changes") }
  }

  /// The flags as in a command, unless one is not a flag.
  private static func list(_ flags: [String]) throws(MailWireFailure) -> String {
    for flag in flags {
      let word = flag.hasPrefix("\\") ? flag.dropFirst() : flag[...]
      let isFlag =
        !word.isEmpty
        && word.utf8.allSatisfy { byte in
          (0x21...0x7E).contains(byte) && !"(){%*\"\\]".utf8.contains(byte)
        }
      guard isFlag else { throw .unusable("the flag \(flag)") }
    }
    return flags.joined(separator: " ")
  }
}
