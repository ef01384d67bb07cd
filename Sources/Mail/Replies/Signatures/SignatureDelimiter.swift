/// The line that divides a signature from the mail above it.
enum SignatureDelimiter: Sendable {
  /// Two dashes or one long one, which mail programs and people put for nothing else
  /// (RFC 3676, section 4.3).
  case proper
  /// A longer rule, which also divides chapters.
  case rule
  /// A longer rule of a mark that people mostly decorate with.
  case ornament

  init?(_ content: ArraySlice<UInt8>) {
    guard let first = content.first, content.count <= 200 else { return nil }
    let rule = ByteScan.leadingRule(content)
    guard rule.width == content.count else { return nil }
    switch (ByteScan.dashWidth(content), rule.marks) {
    case (1, 2), (3, 1...2): self = .proper
    case (1..., 3...): self = .rule
    case (_, 2...) where first == UInt8(ascii: "_"): self = .rule
    case (_, 3...): self = .ornament
    default: return nil
    }
  }
}
