extension IMAPClient {
  /// All folders, at most 10,000.
  package func folders() throws(MailWireFailure) -> [IMAPFolder] {
    let session = try session
    var command = IMAPCommand("LIST", "\"\"", "\"*\"")
    // Others tell the use unasked, or not at all.
    if session.capabilities.isSuperset(of: ["LIST-EXTENDED", "SPECIAL-USE"]) {
      command = command.word("RETURN (SPECIAL-USE)")
    }
    let answer = try session.run(command, step: .list)
    return Array(answer.data.compactMap { IMAPFolder($0) }.prefix(10_000))
  }

  /// Opens a folder, by its name as people read it; the one that was open is closed.
  ///
  /// Nothing can change in one opened read-only, not even by looking.
  package func open(
    _ name: String,
    readOnly: Bool = false
  ) throws(MailWireFailure) -> IMAPFolderState {
    folder = nil
    let command = IMAPCommand(readOnly ? "EXAMINE" : "SELECT").folder(name)
    let state = try IMAPFolderState(try session.run(command))
    folder = state
    return state
  }

  /// Makes a folder, by its name as people read it.
  package func makeFolder(_ name: String) throws(MailWireFailure) {
    _ = try session.run(IMAPCommand("CREATE").folder(name))
  }
}
