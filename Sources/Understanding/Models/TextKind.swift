/// What a text is, as far as it decides how people label its feeling.
///
/// Readers of posts call many texts neutral that readers of stories find sad, and few of those who
/// labelled lines of films were asked whether there was any feeling at all.
enum TextKind: Int, CaseIterable, Sendable {
  /// Comments of a forum.
  case posts
  /// Longer posts about what befell somebody, and messages on social media.
  case stories
  /// Lines of dialogue.
  case talk
  /// A customer's message to a company.
  case service
}
