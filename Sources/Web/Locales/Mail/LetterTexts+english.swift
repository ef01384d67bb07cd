import ServiceDesk

extension LetterTexts {
  /// What they say in English.
  static let english = LetterTexts(
    answers: [
      .acknowledgement: (
        subject: "We have your message (no. {{conversation.number}})",
        text: """
        Hello{{#customer.firstName}} {{customer.firstName}}{{/customer.firstName}},

        Thank you for writing to {{account.name}}. Your message “{{conversation.subject}}” has \
        reached us under number {{conversation.number}}. We usually answer within \
        {{account.replyTime}}.

        If you want to add something, just answer this mail.
        See how it stands: {{conversation.link}}
        """
      ),
      .outOfHours: (
        subject: "We have your message (no. {{conversation.number}})",
        text: """
        Hello{{#customer.firstName}} {{customer.firstName}}{{/customer.firstName}},

        Thank you for writing to {{account.name}}. Nobody is here at the moment, but your \
        message “{{conversation.subject}}” is safe with us under number \
        {{conversation.number}}: we answer as soon as we are back.

        If you want to add something, just answer this mail.
        See how it stands: {{conversation.link}}
        """
      ),
    ],
    minutes: { $0 == "1" ? "1 minute" : "\($0) minutes" },
    hours: { $0 == "1" ? "1 hour" : "\($0) hours" },
    days: { $0 == "1" ? "1 day" : "\($0) days" },
    via: { "\($0) via \($1)" },
    notices: Notices(
      assigned: { by, number in
        by.map { "\($0) gave you conversation \(number)." }
          ?? "Conversation \(number) is yours now."
      },
      mentioned: { by, number in
        "\(by ?? "Somebody") mentioned you in a note on conversation \(number):"
      },
      written: { by, number in
        "\(by ?? "The customer") wrote in your conversation \(number):"
      },
      howTo: """
        Answer this mail to answer the customer. Begin with “note:” to write a note for the team.
        """
    ),
    digest: Digest(
      subject: { $0 == 1 ? "1 conversation waits for you" : "\($0) conversations wait for you" },
      text: {
        $0 == 1
          ? "Good morning! One conversation waits for your answer:"
          : "Good morning! \($0) conversations wait for your answer:"
      }
    ),
    access: Access(
      inviteSubject: { "Come and join \($0)" },
      invite: { by, account in
        by.map { "\($0) invites you to answer customers at \(account)." }
          ?? "You are invited to answer customers at \(account)."
      },
      inviteEnds: "Choose a password here. The link works once, for seven days:",
      resetSubject: "A new password",
      reset: { "Somebody, probably you, asked for a new password for your desk at \($0)." },
      resetEnds: """
        Choose one here. The link works once, for an hour. If it was not you, there is nothing to \
        do: your password stays.
        """
    ),
    alerts: Alerts(
      failedSubject: { "No mail from \($0)" },
      failed: { mailbox, error in
        "Nothing could be fetched from the mailbox \(mailbox) for a quarter of an hour. "
          + "The server says: \(error)"
      },
      quarantinedSubject: "A mail waits for a decision",
      quarantined: """
        A mail could not be taken in and waits in the quarantine. You are told at most once an \
        hour; there may be more than one.
        """,
      loopSubject: { "Automatic answers stopped (no. \($0))" },
      loop: {
        "In conversation \($0), somebody's program answers ours. So that they do not write to each "
          + "other for ever, that address gets no automatic answers for up to an hour."
      }
    )
  )
}
