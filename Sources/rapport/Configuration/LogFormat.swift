/// How log messages are written.
enum LogFormat: String, CaseIterable, Sendable {
  /// One line of words for each message.
  case text

  /// One JSON object a line for each message.
  case json
}
