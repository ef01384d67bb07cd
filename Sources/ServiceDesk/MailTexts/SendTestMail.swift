import Storage

/// Sends the viewer a text as customers would get it.
///
/// - Throws: ``MailTextFailure/cannotSend``.
package struct SendTestMail: Command {
  package static let scopes = Scopes.admin

  /// Filled already.
  package var subject: MailText.Subject
  /// Filled already.
  package var text: MailText.Text
  package var language: LanguageTag

  package init(subject: MailText.Subject, text: MailText.Text, language: LanguageTag) {
    self.subject = subject
    self.text = text
    self.language = language
  }

  package func run(in work: Work) throws {
    guard let mailbox = try work.sendingMailbox() else { throw MailTextFailure.cannotSend }
    let agent = try work.agent(work.requireAgent())
    var letter = Letter(
      recipients: MailRecipients(
        to: [Correspondent(name: agent.name.text, address: agent.email)]
      ),
      subject: subject.text,
      text: text.text
    )
    letter.language = language.text
    try PostMail(kind: .test, letter: letter, mailbox: mailbox.id, agent: agent.id)
      .post(in: work)
  }
}

/// Says in which language customers are written to where their mail does not tell.
///
/// - Throws: ``AccessFailure/noSuchMailbox``.
package struct SetMailboxLanguage: Command {
  package static let scopes = Scopes.admin

  package var mailbox: ID<Mailbox>
  package var language: LanguageTag

  package init(mailbox: ID<Mailbox>, language: LanguageTag) {
    self.mailbox = mailbox
    self.language = language
  }

  package func run(in work: Work) throws -> Mailbox {
    var settings = try work.requireMailbox(mailbox).settings
    settings.language = language.text
    return try ChangeMailbox(mailbox: mailbox, settings: settings).run(in: work)
  }
}
