import Foundation

/// What the subject of a mail gives away.
struct AutomaticSubject {
  private let subject: String

  init(_ subject: String) {
    self.subject = subject.lowercased().precomposedStringWithCompatibilityMapping
  }

  /// Whether it begins like those that programs write.
  var beginsAutomatic: Bool {
    AutomaticPhrases.all.values.contains { phrases in
      (phrases.replies + phrases.absences).contains(where: begins)
    }
  }

  /// Whether it says anywhere that somebody is away.
  var saysAbsence: Bool {
    AutomaticPhrases.all.values.contains { $0.absences.contains(where: subject.contains) }
  }

  /// The phrase and then no more of its last word.
  private func begins(with phrase: String) -> Bool {
    guard subject.hasPrefix(phrase) else { return false }
    guard let next = subject.dropFirst(phrase.count).first else { return true }
    return !next.isLetter || !(phrase.last?.isASCII ?? true)
  }
}
