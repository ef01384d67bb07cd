import ServiceDesk

extension MailroomTexts {
  /// What is said about mail in English.
  static let english = MailroomTexts(
    attention: Attention(
      failing: { "Mailboxes that cannot be fetched from: \($0)" },
      quarantined: { "Mails that could not be taken in: \($0)" },
      unsent: { "Mails that could not be sent: \($0)" }
    ),
    incoming: Incoming(
      introduction: "Mail of which no message was made. Nothing of it is lost.",
      none: "There is none.",
      tabs: "By state",
      states: [
        .quarantined: "Needs you", .setAside: "Set aside", .waiting: "Waiting",
        .discarded: "Put away", .received: "In a conversation",
      ],
      noSubject: "No subject",
      unknownSender: "Unknown sender",
      from: "From",
      arrived: "Arrived",
      size: "Size",
      why: "Why",
      reasons: [
        "other": "It could not be read.",
        "empty": "There is nothing in it.",
        "noHeader": "It does not begin as a mail does.",
        "noSender": "It does not say who sent it.",
        "sourceMissing": "What was kept of it is gone.",
        "internal": "Something went wrong while it was read.",
        "notTheAgent": "It says that an agent sent it, but that was not proved.",
        "noWords": "An agent answered by mail, without words of their own.",
        "copy": "It came already.",
        "ownMail": "One of your own mailboxes sent it.",
        "blocked": "Its sender is blocked.",
        "automatic": "A program sent it to an agent’s address.",
        "unknownBounce": "It says that a mail did not arrive, and no such mail is known.",
        "delayed": "It says that a mail is late; it is still being tried.",
        "bounce": "It says that a mail did not arrive; that stands in its conversation.",
        "complaint": "It says that somebody took a mail of yours for spam.",
        "discarded": "Somebody put it away.",
      ],
      source: "The mail as it came",
      download: "Download",
      cut: "Only the beginning is shown. The download holds all of it.",
      retry: "Read it again",
      retryHint: "After the program was renewed, it may be readable.",
      assign: "Bring it to a conversation",
      number: "Number of the conversation",
      text: "What is read of it",
      textHint: "It becomes the customer’s message.",
      bring: "Bring it there",
      discard: "Put away",
      discardHint: "It is kept, and shown among what was put away.",
      conversation: "Open the conversation"
    ),
    outgoing: Outgoing(
      introduction: "Mail from here that has not left yet, or could not.",
      none: "There is none.",
      tabs: "By state",
      states: [
        .failed: "Not sent", .queued: "On its way", .held: "Can be taken back", .sent: "Sent",
      ],
      kinds: [
        .reply: "Answer", .acknowledgement: "Acknowledgement", .notice: "Notice",
        .digest: "Digest", .access: "Access", .test: "Test", .alert: "Alert",
      ],
      to: "To",
      since: "Since",
      again: "Send again",
      conversation: "Open the conversation"
    )
  )
}
