import Synchronization
package import Understanding

/// Tells what texts are about, for every account from what that account was taught.
///
/// What was learned is kept in memory for the accounts that asked last. An example taught on any
/// node counts from the next text on; thousands take some seconds when an account asks first.
package final class ContactReasonReader: Sendable {
  private struct Study {
    var learner: IntentLearner
    var place: ContactReasonLessons.Place?
    var lastUse: Int
  }

  private struct Studies {
    var ofAccounts: [ID<Account>: Study] = [:]
    var uses = 0
  }

  /// The most accounts of which is kept in memory what was learned.
  private static let mostStudies = 32

  private let studies = Mutex(Studies())

  package init() {}

  /// What a text is about.
  ///
  /// - Returns: `nil` for a text like none that the account was taught.
  /// - Throws: what the database throws.
  package func guess(_ text: String, desk: Desk, viewer: Viewer) async throws -> IntentGuess? {
    let guess = try await learner(desk: desk, viewer: viewer).guess(text)
    return guess.flatMap { $0.isInScope ? $0 : nil }
  }

  private func learner(desk: Desk, viewer: Viewer) async throws -> IntentLearner {
    let known = study(of: viewer.account)
    let lessons = try await desk.answer(FindContactReasonLessons(after: known?.place), as: viewer)
    guard let known, !lessons.areAll else {
      let learner = IntentLearner(examples: lessons.examples)
      keep(Study(learner: learner, place: lessons.place, lastUse: 0), of: viewer.account)
      return learner
    }
    guard !lessons.examples.isEmpty else { return known.learner }
    var study = known
    for example in lessons.examples { study.learner.learn(example) }
    study.place = lessons.place
    keep(study, of: viewer.account)
    return study.learner
  }

  private func study(of account: ID<Account>) -> Study? {
    studies.withLock { studies in
      studies.uses += 1
      studies.ofAccounts[account]?.lastUse = studies.uses
      return studies.ofAccounts[account]
    }
  }

  private func keep(_ study: Study, of account: ID<Account>) {
    studies.withLock { studies in
      var study = study
      study.lastUse = studies.uses
      studies.ofAccounts[account] = study
      guard studies.ofAccounts.count > Self.mostStudies else { return }
      let oldest = studies.ofAccounts.min { $0.value.lastUse < $1.value.lastUse }
      if let oldest { studies.ofAccounts[oldest.key] = nil }
    }
  }
}
