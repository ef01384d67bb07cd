import Storage
import Synchronization
package import Understanding

/// Reads texts for everybody in this process, one after the other.
///
/// A text takes some dozen microseconds, so waiting for one's turn takes no longer.
package final class TextReader: Sendable {
  private let reader: Mutex<Reader>

  package init(_ model: ReadingModel) { reader = Mutex(Reader(model)) }

  /// What a customer's words say, with what the account has put right.
  package func read(_ text: String, corrections: Corrections) -> Reading {
    reader.withLock { $0.read(text, corrections: corrections) }
  }

  /// An agent's reply to a customer's message.
  package func readReply(_ reply: String, to customer: String, name: String?) -> ReplyReading {
    reader.withLock { $0.readReply(reply, to: customer, name: name) }
  }

  /// What a correction remembers of a text.
  package func trace(_ text: String) -> CorrectionTrace { reader.withLock { $0.trace(text) } }
}
