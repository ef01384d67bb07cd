import Synchronization
package import Understanding

/// Reads texts for everybody in this process, one after the other.
///
/// A text takes about a tenth of a millisecond, so waiting for one's turn takes no longer.
package final class TextReader: Sendable {
  /// Tells whether an account's corrections have changed: all get new identifiers then.
  struct CorrectionsVersion: Sendable, Hashable {
    let count: Int
    let newest: ID<Correction>?
  }

  /// The most accounts of which corrections are kept in memory.
  private static let mostAccounts = 64

  private let reader: Mutex<Reader>
  private let corrections = Mutex<[ID<Account>: (CorrectionsVersion, Corrections)]>([:])

  package init(_ model: ReadingModel) { reader = Mutex(Reader(model)) }

  /// What a customer's words say, with what the account has put right.
  package func read(_ text: String, corrections: Corrections) -> Reading {
    reader.withLock { $0.read(text, corrections: corrections, isServiceMessage: true) }
  }

  /// An agent's reply to a customer's message.
  package func readReply(_ reply: String, to customer: String, name: String?) -> ReplyReading {
    reader.withLock { $0.readReply(reply, to: customer, name: name) }
  }

  /// The account's corrections, loaded only where others than those of this version are known.
  func corrections(
    of account: ID<Account>,
    _ version: CorrectionsVersion,
    load: () throws -> Corrections
  ) rethrows -> Corrections {
    guard version.count > 0 else { return Corrections() }
    let known = corrections.withLock { $0[account] }
    if let known, known.0 == version { return known.1 }
    let loaded = try load()
    corrections.withLock { corrections in
      if corrections.count >= Self.mostAccounts { corrections.removeAll() }
      corrections[account] = (version, loaded)
    }
    return loaded
  }

  /// What a correction remembers of a text.
  package func trace(_ text: String) -> CorrectionTrace { reader.withLock { $0.trace(text) } }
}
