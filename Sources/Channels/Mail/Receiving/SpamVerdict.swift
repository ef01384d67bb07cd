import Mail

/// What a filter before the mailbox found, as it wrote into the header.
struct SpamVerdict: Equatable {
  let isSpam: Bool

  /// From this score on a mail is spam, for filters that give no verdict: SpamAssassin's own.
  private static let limit = 5.0

  init(_ headers: MailHeaders) {
    let flag = headers["X-Spam-Flag"] ?? headers["X-Spam"] ?? headers["X-Spam-Status"]
    if let word = flag?.lowercased().prefix(while: \.isLetter) {
      isSpam = ["yes", "true", "spam"].contains(word)
    } else {
      let score = headers["X-Spam-Score"] ?? headers["X-Rspamd-Score"]
      let number = score?.split(whereSeparator: { $0.isWhitespace || $0 == "/" }).first
      isSpam = number.flatMap { Double($0) }.map { $0 >= Self.limit } ?? false
    }
  }
}
