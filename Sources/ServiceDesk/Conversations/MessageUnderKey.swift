import Storage

extension Work {
  /// The message that the client has written under `key` already; nothing where there is no key.
  ///
  /// - Throws: ``OnceFailure/keyReused`` if it says something else.
  func message(
    under key: Message.ClientKey?,
    text: Message.Body,
    in conversations: [ID<Conversation>]
  ) throws -> (id: ID<Message>, conversation: ID<Conversation>)? {
    guard let key, !conversations.isEmpty else { return nil }
    let found = try rows(
      """
      SELECT id, conversation_id, text FROM message
      WHERE account_id = \(account) AND conversation_id IN \(list: conversations)
        AND client_key = \(key)
      """
    )
    guard let row = found.first else { return nil }
    guard try row[2] == text.text else { throw OnceFailure.keyReused }
    return (try row[0], try row[1])
  }
}
