import ServiceDesk

extension MailPaneTexts {
  /// What the desk says about mail in English.
  static let english = MailPaneTexts(
    from: "From",
    to: "To",
    cc: "Cc",
    bcc: "Bcc",
    subject: "Subject",
    details: "Who gets it",
    original: Original(
      show: "Show the original",
      title: "The mail as it came",
      source: "Source",
      images: {
        $0 == 1 ? "Show one picture from elsewhere" : "Show \($1) pictures from elsewhere"
      },
      quoted: "Earlier messages",
      signature: "Signature"
    ),
    sending: Sending(
      held: "Leaves in a moment",
      undo: "Undo",
      queued: "On its way",
      delayed: "Not sent yet; tried again for two days",
      sent: "Sent",
      failed: "Could not be sent",
      sendAgain: "Try again",
      withdrawn: { "\($0) took a reply back" },
      bounced: { "Did not reach \($0)" },
      complained: { "\($0) reported it as unwanted" },
      reasons: BounceReasons(
        noMailbox: "there is no such mailbox",
        full: "the mailbox is full or the mail too large",
        refused: "the mail server refused it",
        unreachable: "the mail server could not be reached",
        other: "the mail server did not say why"
      )
    ),
    recipients: Recipients(
      byMail: { "Goes by mail from \($0)" },
      afterChat: { "The visitor has left the chat: the answer goes by mail from \($0)" },
      noMailbox: "There is no mailbox to send from. An administrator can add one in the settings.",
      more: "Cc and Bcc",
      added: { "Added: \($0)" },
      dropped: { "Left out: \($0)" },
      confirm: "Send it to these people",
      separator: ", "
    ),
    join: Join(
      title: { "This may belong to \($0)" },
      reasons: [
        .reference: "The mail answers that conversation, but its sender takes no part in it.",
        .subject: "The same customer wrote there under the same subject.",
      ],
      join: "Join",
      keepApart: "Keep apart"
    ),
    start: Start(
      mailbox: "From",
      cc: "Copies to",
      ccHint: "Addresses with commas between them",
      noMail: "There is no mailbox to send from, so this is only written down."
    ),
    automatic: [
      .reply: "Automatic reply",
      .outOfOffice: "Out of office",
      .list: "Mailing list",
      .bulk: "Bulk mail",
      .bounce: "Delivery report",
      .abuseReport: "Abuse report",
      .notice: "Written by a program",
    ],
    warnings: [
      .senderUnproved: "The sender’s domain did not confirm this mail",
      .repliesElsewhere: "Replies go to another domain",
      .nameShowsAddress: "The name shows another address than the real one",
    ]
  )
}
