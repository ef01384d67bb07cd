package import Storage

/// A mail that was read: what the desk has to know of it, whatever program wrote it.
package struct IncomingMail: Sendable, Equatable {
  /// The `Message-ID`, without angle brackets.
  package var rfcID: String?
  package var inReplyTo: String?
  /// Oldest first, without angle brackets.
  package var references: [String]
  package var from: Correspondent?
  package var replyTo: [Correspondent]
  package var to: [Correspondent]
  package var cc: [Correspondent]
  package var subject: String
  /// What is new in it: without quoted history and signature; all of it if nothing is new, and
  /// empty if it has no words.
  package var text: String
  /// Whether ``text`` is what its writer wrote, not only what is quoted.
  package var hasOwnWords: Bool
  /// Whether there is more to it than ``text`` shows.
  package var hasMore: Bool
  package var hasHTML: Bool
  package var attachments: [Part]
  package var automatic: AutomaticMail?
  /// The mailing list through which it came.
  package var mailingList: MailingList?
  package var bounce: MailBounce?
  /// The customer whose mail an agent has forwarded, as the forwarded head says.
  package var forwarded: Forwarded?
  package var warnings: [MailWarning]
  package var isSpam: Bool
  /// Of the visible words, to tell a copy from another mail under the same `Message-ID`.
  package var digest: String

  /// A file that came along.
  package struct Part: Sendable, Equatable {
    package var name: String
    package var type: String
    /// In bytes.
    package var size: Int
    package var hash: BlobHash
    package var isInline: Bool
    package var contentID: String?

    package init(
      name: String,
      type: String,
      size: Int,
      hash: BlobHash,
      isInline: Bool = false,
      contentID: String? = nil
    ) {
      self.name = name
      self.type = type
      self.size = size
      self.hash = hash
      self.isInline = isInline
      self.contentID = contentID
    }
  }

  /// A list that sent a mail on: also a group by which a team shares its address.
  package struct MailingList: Sendable, Equatable {
    /// Its addresses, in lower case; also its `List-Id`, which is one with a dot for the `@`.
    package var names: Set<String>
    /// What the mail counts as beside its having come through a list.
    package var automatic: AutomaticMail?

    package init(names: Set<String>, automatic: AutomaticMail? = nil) {
      self.names = names
      self.automatic = automatic
    }
  }

  /// What stands in the head of a mail that was forwarded within another.
  package struct Forwarded: Sendable, Equatable {
    package var from: Correspondent
    package var subject: String?
    /// What the customer wrote.
    package var text: String
    /// What the agent wrote above it; empty if nothing.
    package var comment: String

    package init(from: Correspondent, subject: String?, text: String, comment: String = "") {
      self.from = from
      self.subject = subject
      self.text = text
      self.comment = comment
    }
  }

  package init(from: Correspondent?, to: [Correspondent], subject: String, text: String) {
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    references = []
    replyTo = []
    cc = []
    hasOwnWords = true
    hasMore = false
    hasHTML = false
    attachments = []
    warnings = []
    isSpam = false
    digest = BlobHash(of: Array(text.utf8)).hex
  }
}

/// Mail that no person wrote just now (RFC 3834): it is never answered automatically.
package enum AutomaticMail: String, Sendable, Codable, CaseIterable {
  case reply
  case outOfOffice
  case list
  case bulk
  case bounce
  case abuseReport
  /// Written by a program, as a shop's notice is.
  case notice
}

/// What speaks against a mail's being from whom it says.
package enum MailWarning: String, Sendable, Codable, CaseIterable {
  /// The trusted server found that the domain did not sign or send it (DMARC, RFC 7489).
  case senderUnproved
  /// Answers would go elsewhere than it seems to come from.
  case repliesElsewhere
  /// The name shows another address than the real one.
  case nameShowsAddress
}

/// What a mail server says about a mail that it could not deliver (RFC 3464).
package struct MailBounce: Sendable, Equatable, Codable {
  package enum Action: String, Sendable, Codable {
    case failed, delayed
  }

  package var recipients: [String]
  package var action: Action
  /// As in `5.1.1` (RFC 3463).
  package var status: String?
  /// The `Message-ID` of what bounced, without angle brackets.
  package var originalID: String?
  /// Whether the recipient complained about it instead (RFC 5965).
  package var isComplaint: Bool

  package init(
    recipients: [String],
    action: Action = .failed,
    status: String? = nil,
    originalID: String? = nil,
    isComplaint: Bool = false
  ) {
    self.recipients = recipients
    self.action = action
    self.status = status
    self.originalID = originalID
    self.isComplaint = isComplaint
  }
}
