import Mustache

/// The template of a saved reply: Mustache with variables and sections, and plain text otherwise.
struct ReplyTemplate {
  /// What can be spoken of, by noun and property.
  typealias Variables = [String: [String: String]]

  // Sections are read one within the other; more would use up the stack.
  private static let mostSections = 50

  private let template: MustacheTemplate

  /// - Throws: ``SavedReplyFailure``.
  init(_ text: String) throws {
    try Self.requireSimple(text)
    do {
      // As plain text: what it fills in becomes Markdown, and is escaped where that is shown.
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text)
    } catch let error as MustacheTemplate.ParserError {
      switch error.error as? MustacheTemplate.Error {
      case .sectionCloseNameIncorrect, .expectedSectionEnd: throw SavedReplyFailure.sectionNotClosed
      default: throw SavedReplyFailure.variableNotClosed
      }
    }
  }

  /// The text with its variables filled; what nobody knows is empty.
  func filled(with variables: Variables) -> String { template.render(variables).trimmed }

  /// Refuses what Mustache has beyond variables, sections and comments: partials, blocks, pragmas
  /// and other delimiters.
  private static func requireSimple(_ text: String) throws {
    var sections = 0
    var rest = text[...]
    while let tag = rest.firstRange(of: "{{") {
      rest = rest[tag.upperBound...]
      switch rest.first {
      case "#", "^": sections += 1
      case "<", ">", "$", "=", "%": throw SavedReplyFailure.templateNotAllowed
      default: break
      }
    }
    guard sections <= mostSections else { throw SavedReplyFailure.templateNotAllowed }
  }
}
