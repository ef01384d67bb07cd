import Foundation

/// What the subject of a mail gives away.
struct AutomaticSubject {
  private let subject: [UInt8]

  init(_ subject: String) {
    self.subject = Array(Self.normalised(subject).utf8)
  }

  /// Tells subjects that begin like those that programs write.
  ///
  /// - Parameter isAnswer: Whether the mail says which one it answers.
  /// - Returns: whether this is one.
  func beginsAutomatic(answering isAnswer: Bool) -> Bool {
    if Self.openings.openings(of: subject).contains(where: begins) { return true }
    return Self.words.openings(of: subject).contains { word in
      begins(with: word) && (isAnswer || stands(word))
    }
  }

  /// Whether it says anywhere that somebody is away.
  var saysAbsence: Bool {
    Self.absences.occurs(in: subject[...]) || Self.words.occurs(in: subject[...])
  }

  /// Whether nothing or a sign comes after a word, as in `Absence: …`.
  private func stands(_ word: [UInt8]) -> Bool {
    let rest = String(decoding: subject[word.count...].prefix(16), as: UTF8.self)
    return rest.first { !$0.isWhitespace }.map { ":-–—!.(".contains($0) } ?? true
  }

  /// The phrase and then no more of its last word.
  private func begins(with phrase: [UInt8]) -> Bool {
    let rest = String(decoding: subject[phrase.count...].prefix(16), as: UTF8.self)
    guard let next = rest.first else { return true }
    return !next.isLetter || phrase.last.map { $0 >= 0x80 } ?? false
  }

  private static let openings = PhraseSet(
    AutomaticPhrases.all.values.flatMap { $0.replies + $0.absences }.map(normalised)
  )
  private static let words = PhraseSet(
    AutomaticPhrases.all.values.flatMap(\.words).map(normalised)
  )
  private static let absences = PhraseSet(
    AutomaticPhrases.all.values.flatMap(\.absences).map(normalised)
  )

  private static func normalised(_ text: String) -> String {
    let lowercased = text.lowercased()
    let isASCII = lowercased.utf8.allSatisfy { $0 < 0x80 }
    return isASCII ? lowercased : lowercased.precomposedStringWithCompatibilityMapping
  }
}
