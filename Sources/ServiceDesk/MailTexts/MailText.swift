package import Storage

/// What the program writes to customers for one purpose and in one language, where the account has
/// put its own words in place of those that come along.
package struct MailText: Sendable, Equatable {
  /// What the mail is for.
  package enum Purpose: String, Sendable, CaseIterable, Codable, SQLConvertible {
    /// That a first mail has come.
    case acknowledgement
    /// The same while nobody is there.
    case outOfHours = "out_of_hours"
  }

  package let purpose: Purpose
  package let language: LanguageTag
  /// A template.
  package let subject: Subject
  /// A template.
  package let text: Text
  package let updatedAt: Timestamp

  /// A template of 1 to 250 Unicode scalars.
  package typealias Subject = BoundedText<SubjectLimits>
  /// A template of 1 to 20,000 Unicode scalars.
  package typealias Text = BoundedText<MailTextLimits>

  /// The most of one account.
  package static let most = 100
}

package enum MailTextLimits: TextLimits {
  package static let range = 1...20_000
  package static let field = "text"
}

/// Why a text or a signature was not kept, or a test not sent.
package enum MailTextFailure: Failure {
  /// Braces do not close, or stand where only variables and sections may.
  case malformed(field: String)
  /// It speaks of something that is not there.
  case unknownVariable(field: String)
  /// An account has at most 100 texts.
  case tooMany
  /// No mailbox of the account has a server to send through.
  case cannotSend

  package var kind: FailureKind {
    switch self {
    case .malformed, .unknownVariable: .invalid
    case .tooMany, .cannotSend: .conflict
    }
  }

  package var code: String {
    switch self {
    case .malformed: "mailTemplateMalformed"
    case .unknownVariable: "mailVariableUnknown"
    case .tooMany: "tooManyMailTexts"
    case .cannotSend: "noMailboxToSend"
    }
  }

  package var field: String? {
    switch self {
    case .malformed(let field), .unknownVariable(let field): field
    case .tooMany, .cannotSend: nil
    }
  }
}

extension MailText {
  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL = "purpose, language, subject, text, updated_at"

  init(_ row: Row) throws {
    purpose = try row[0]
    language = try row[1]
    subject = try row[2]
    text = try row[3]
    updatedAt = try row[4]
  }
}

extension Work {
  /// The account's own words, if it has any.
  func mailText(_ purpose: MailText.Purpose, _ language: String) throws -> MailText? {
    try rows(
      """
      SELECT \(MailText.columns) FROM mail_text
      WHERE account_id = \(account) AND purpose = \(purpose) AND language = \(language)
      """
    ).first.map(MailText.init)
  }

  /// The first mailbox from which something can be sent.
  func sendingMailbox() throws -> Mailbox? {
    try mailboxes().first { $0.settings.outgoing != nil }
  }
}

/// The tables of what programs write, and to whom.
package enum MailTextSchema {
  package static let migrations = [
    Migration("2026-11-23-05-mail-text") { dialect in
      [
        """
        CREATE TABLE mail_text (
          account_id BIGINT NOT NULL REFERENCES account (id),
          purpose TEXT NOT NULL CHECK (purpose IN ('acknowledgement', 'out_of_hours')),
          language TEXT NOT NULL,
          subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 250),
          text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
          updated_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, purpose, language)
        ) \(dialect.clustered)
        """,
        """
        CREATE TABLE agent_signature (
          account_id BIGINT NOT NULL,
          agent_id BIGINT NOT NULL,
          language TEXT NOT NULL,
          text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
          PRIMARY KEY (account_id, agent_id, language),
          FOREIGN KEY (account_id, agent_id) REFERENCES agent (account_id, id)
        ) \(dialect.clustered)
        """,
        // Who has no row is told while away, and gets the digest.
        """
        CREATE TABLE mail_preference (
          account_id BIGINT NOT NULL,
          agent_id BIGINT NOT NULL,
          notices TEXT NOT NULL CHECK (notices IN ('none', 'away', 'always')),
          digest BIGINT NOT NULL CHECK (digest IN (0, 1)),
          PRIMARY KEY (account_id, agent_id),
          FOREIGN KEY (account_id, agent_id) REFERENCES agent (account_id, id)
        ) \(dialect.clustered)
        """,
        // When those who manage the account were last told of a kind of trouble.
        """
        CREATE TABLE mail_alert (
          account_id BIGINT NOT NULL REFERENCES account (id),
          kind TEXT NOT NULL,
          alerted_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, kind)
        ) \(dialect.clustered)
        """,
        // Whether it was brought in from a file: then nothing is written because of it.
        "ALTER TABLE mail_source ADD COLUMN is_import BIGINT NOT NULL DEFAULT 0",
        // Long due: the first time they only find their morning.
        """
        INSERT INTO timer (account_id, kind, subject_id, due_at, failures)
        SELECT account_id, 'mail.digest', id, 0, 0 FROM agent
        """,
      ]
    }
  ]
}
