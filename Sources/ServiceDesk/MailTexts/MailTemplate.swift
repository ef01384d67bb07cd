/// A text with variables that a program fills before it is mailed.
package struct MailTemplate: Sendable {
  /// What a text may speak of, each as it is written between the braces.
  package static let variables = [
    "conversation.number", "conversation.subject", "conversation.link", "customer.name",
    "customer.firstName", "account.name", "account.replyTime",
  ]

  /// What a signature may speak of.
  package static let signatureVariables = ["agent.name", "account.name"]

  /// The values by noun and property; what is absent is empty.
  package typealias Values = [String: [String: String]]

  // A template of swift-mustache may be shared, but does not say so.
  private let text: String

  /// - Parameters:
  ///   - text: Mustache with variables and sections.
  ///   - variables: What it may speak of.
  ///   - field: The field at fault if it is wrong.
  /// - Throws: ``MailTextFailure``.
  package init(
    _ text: String,
    speakingOf variables: [String] = MailTemplate.variables,
    field: String = "text"
  ) throws {
    do {
      _ = try ReplyTemplate(text)
    } catch is SavedReplyFailure {
      throw MailTextFailure.malformed(field: field)
    }
    let nouns = variables.compactMap { $0.split(separator: ".").first.map(String.init) }
    let known = Set(variables + nouns)
    guard let names = Self.names(in: text) else { throw MailTextFailure.malformed(field: field) }
    for name in names where !known.contains(name) {
      throw MailTextFailure.unknownVariable(field: field)
    }
    self.text = text
  }

  /// The text with its variables filled, without surrounding white space.
  package func filled(with values: Values) -> String {
    // It was read once already.
    (try? ReplyTemplate(text).filled(with: values)) ?? ""
  }

  /// The names between braces, without the signs before them; comments are left out.
  ///
  /// - Returns: `nil` if a brace is not closed.
  private static func names(in text: String) -> [String]? {
    var names: [String] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "{{") {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: "}}") else { return nil }
      let inner = rest[..<end.lowerBound]
      rest = rest[end.upperBound...]
      if inner.first == "!" { continue }
      let name = inner.drop { "#^/&{".contains($0) || $0.isWhitespace }
      names.append(String(name).trimmed)
    }
    return names
  }
}
