package import Storage

/// Puts the account's own words in place of those that are there for a purpose and a language.
///
/// - Throws: ``MailTextFailure``.
package struct SetMailText: Command {
  package static let scopes = Scopes.admin

  package var purpose: MailText.Purpose
  package var language: LanguageTag
  package var subject: MailText.Subject
  package var text: MailText.Text

  package init(
    purpose: MailText.Purpose,
    language: LanguageTag,
    subject: MailText.Subject,
    text: MailText.Text
  ) {
    self.purpose = purpose
    self.language = language
    self.subject = subject
    self.text = text
  }

  package func run(in work: Work) throws -> MailText {
    _ = try MailTemplate(subject.text, field: "subject")
    _ = try MailTemplate(text.text)
    let old = try work.mailText(purpose, language.text)
    if let old, old.subject == subject, old.text == text { return old }
    if old == nil { try requireRoom(in: work) }
    let set = try work.rows(
      """
      INSERT INTO mail_text (account_id, purpose, language, subject, text, updated_at)
      VALUES (\(work.account), \(purpose), \(language), \(subject), \(text), \(work.now))
      ON CONFLICT (account_id, purpose, language) DO UPDATE
        SET subject = excluded.subject, text = excluded.text, updated_at = excluded.updated_at
      RETURNING \(MailText.columns)
      """
    )
    guard let row = set.first else { throw AccessFailure.noSuchAccount }
    try work.record(
      MailTextChanged(account: work.account, purpose: purpose, language: language.text)
    )
    return try MailText(row)
  }

  private func requireRoom(in work: Work) throws {
    let counted = try work.rows("SELECT COUNT(*) FROM mail_text WHERE account_id = \(work.account)")
    guard try counted.first.map({ try $0[0] }) ?? 0 < MailText.most else {
      throw MailTextFailure.tooMany
    }
  }
}

/// Goes back to the words that come along; nothing happens where those are used already.
package struct ResetMailText: Command {
  package static let scopes = Scopes.admin

  package var purpose: MailText.Purpose
  package var language: LanguageTag

  package init(purpose: MailText.Purpose, language: LanguageTag) {
    self.purpose = purpose
    self.language = language
  }

  package func run(in work: Work) throws {
    let removed = try work.execute(
      """
      DELETE FROM mail_text WHERE account_id = \(work.account) AND purpose = \(purpose)
        AND language = \(language)
      """
    )
    guard removed > 0 else { return }
    try work.record(
      MailTextChanged(account: work.account, purpose: purpose, language: language.text)
    )
  }
}

/// The words in which programs write to customers were changed.
package struct MailTextChanged: Event {
  package static let kind = "mailText.changed"

  package let account: ID<Account>
  package let purpose: MailText.Purpose
  package let language: String

  package var subject: Reference { account.reference }
}

/// The account's own words, by purpose and language.
package struct ListMailTexts: Query {
  package static let scopes = Scopes.admin

  package init() {}

  package func run(in work: Work) throws -> [MailText] {
    try work.rows(
      """
      SELECT \(MailText.columns) FROM mail_text WHERE account_id = \(work.account)
      ORDER BY purpose, language LIMIT \(MailText.most)
      """
    ).map(MailText.init)
  }
}
