extension Catalogue {
  /// What the interface says in English.
  static let english = Catalogue(
    titles: [
      400: "Bad request",
      401: "Not signed in",
      403: "Not allowed",
      404: "Not found",
      405: "Method not allowed",
      409: "Conflict",
      410: "Gone",
      413: "Too large",
      415: "Unsupported content type",
      422: "Not valid",
      429: "Too many requests",
      500: "Internal error",
      503: "Busy",
    ],
    details: [
      "malformedJSON":
        "The body is not well-formed JSON.",
      "badRequest":
        "The request could not be understood.",
      "invalidQuery":
        "A parameter of the query is not as it should be; see errors.",
      "noToken":
        "A bearer token is needed: send it in the header Authorization.",
      "notAllowed":
        "The token lacks the scope that this needs.",
      "notSignedIn":
        "Sign in first.",
      "foreignForm":
        "The form is too old or does not come from this site: load the page again.",
      "tooManyAttempts":
        "Too many attempts; try again in a quarter of an hour.",
      "noSuchPage":
        "There is nothing at this address.",
      "noSuchAccount":
        "There is no such account.",
      "noSuchAgent":
        "There is no such agent.",
      "noSuchAttachment":
        "There is no such attachment.",
      "noSuchConversation":
        "There is no such conversation.",
      "noSuchCustomer":
        "There is no such customer.",
      "noSuchInbox":
        "There is no such inbox.",
      "noSuchLabel":
        "There is no such label.",
      "noSuchSavedReply":
        "There is no such saved reply.",
      "noSuchSession":
        "There is no such session.",
      "noSuchMerge":
        "The one customer is not merged into the other.",
      "noSuchMessage":
        "There is no such message.",
      "noSuchTeam":
        "There is no such team.",
      "noSuchToken":
        "There is no such token.",
      "recipientsUnconfirmed":
        "Somebody was added to the recipients or left out. Confirm that this is meant.",
      "methodNotAllowed":
        "This address does not take the method; see the header Allow.",
      "stillRunning":
        "The first request with this key is still at work; try again in a moment.",
      "emailTaken":
        "Another agent has this address.",
      "lastAdministrator":
        "An account must keep an administrator. Give somebody else the role first.",
      "administratorsOnly":
        "Only administrators may see and change this.",
      "nameTaken":
        "The name is taken.",
      "shortcutTaken":
        "Another saved reply has this shortcut.",
      "tooManySavedReplies":
        "An account has at most 1,000 saved replies.",
      "full":
        "The team has as many members as it can have.",
      "identityTaken":
        "Another customer is known by this identity; the two can be merged.",
      "alreadyMerged":
        "The customer is merged into another already.",
      "alreadyClaimed":
        "Another agent has it already.",
      "notUnresolved":
        "The conversation is resolved or spam: reopen it first.",
      "attachmentAlreadySent":
        "The attachment went with another message.",
      "demoDatabaseInUse":
        "The database has an account already; the demonstration goes into an empty one.",
      "positionExpired":
        "The log no longer goes back to this position: begin afresh.",
      "bodyTooLarge":
        "The body is larger than is allowed.",
      "wrongContentType":
        "The body must be JSON, declared as application/json.",
      "invalidBody":
        "The body is not as it should be; see errors.",
      "malformedKey":
        "An Idempotency-Key is 1 to 255 visible ASCII characters.",
      "keyReused":
        "The Idempotency-Key belongs to another request.",
      "variableNotClosed":
        "A variable is not closed: it is written as in {{customer.name}}.",
      "sectionNotClosed":
        "A section is not closed: after {{#customer.name}} comes {{/customer.name}}.",
      "templateNotAllowed":
        "Only variables and at most 50 sections are allowed.",
      "textTooShort":
        "The text is empty.",
      "textTooLong":
        "The text is longer than is allowed.",
      "textHoldsNUL":
        "The text holds a NUL character.",
      "malformedEmailAddress":
        "This is no email address.",
      "malformedPhoneNumber":
        "This is no telephone number in international form, as in +30 210 1234567.",
      "tooManyAttributes":
        "A record has at most 50 attributes.",
      "tooManyLabels":
        "A conversation has at most 30 labels.",
      "tooManyAttachments":
        "A message has at most 20 attachments.",
      "attachmentEmpty":
        "The file is empty.",
      "attachmentTooLarge":
        "A file has at most 25 MiB.",
      "mergedIntoItself":
        "A customer cannot be merged into itself.",
      "snoozeTimeOutOfRange":
        "A conversation is snoozed until a time in the future, at most a year ahead.",
      "replyTimeOutOfRange":
        "The reply time is 1 minute to 30 days.",
      "reopenTimeOutOfRange":
        "The time for reopening is 0 to 365 days.",
      "tooManyInboxes":
        "An account has at most 100 inboxes.",
      "malformedOrigin":
        "This is no origin; one is written as in https://shop.example or http://localhost:3000.",
      "tooManyOrigins":
        "An inbox has at most 50 origins.",
      "malformedColour":
        "This is no colour; one is written as in #0b6e5f.",
      "blocked":
        "The team takes no more messages from you.",
      "signatureWrong":
        "The signature does not fit the identity.",
      "originNotAllowed":
        "This page may not use the chat.",
      "tooManyRequests":
        "You are going too fast; wait a moment.",
      "noVisitor":
        "The chat's token is unknown: begin anew.",
      "staleCursor":
        "The cursor belongs to another list or was not made by the API.",
      "wrongPassword":
        "The address or the password is wrong.",
      "notAPicture":
        "A picture is a PNG, JPEG, GIF or WebP file.",
      "noSuchReadingLabel":
        "There is no label of this name: labels are those of readings, such as anger, "
        + "urgent, slow or negative.",
      "noReadingModel":
        "The program was started without a model to read texts with: keep "
        + "Models/reading.model beside it.",
      "messageNotRead":
        "Only what customers have written themselves is read.",
      "tooManyContactReasonExamples":
        "An account has at most 20,000 examples of contact reasons: forget some first.",
      "noSuchTimeZone":
        "There is no such time zone; one is called as in Europe/Athens.",
      "malformedLanguageTag":
        "This is no language tag, as in en or pt-BR.",
      "passwordTooShort":
        "A password has at least 8 characters.",
      "passwordTooLong":
        "A password has at most 200 characters.",
      "passwordNotHashed":
        "The password could not be hashed; is there memory left?",
      "noSuchMail":
        "There is no such mail.",
      "noSuchMailbox":
        "There is no such mailbox.",
      "noRecipient":
        "A mail needs at least one recipient.",
      "tooManyRecipients":
        "A mail has at most 50 recipients.",
      "tooLateToUndo":
        "It is too late: the mail is on its way already, or gone.",
      "mailSourceMissing":
        "What was kept of this mail is not there any more.",
      "mailAlreadyReceived":
        "This mail is in a conversation already.",
      "noMailbox":
        "There is no mailbox to send from: add one in the settings.",
      "mailboxNameTaken":
        "Another mailbox has this name.",
      "mailboxAddressTaken":
        "This address leads to another mailbox already.",
      "tooManyMailboxes":
        "An account has at most 100 mailboxes.",
      "malformedServer":
        "A server has a name as in mail.example.com and a port from 1 to 65535.",
      "folderMissing":
        "Name the folder to which fetched mail is moved.",
      "mailboxCannotSend":
        "Nothing can be sent from this mailbox: no server for that is set.",
      "secretUnreadable":
        "What signs this mailbox in was sealed with another secret key: enter it anew.",
      "noSuchNumber":
        "No conversation has this number.",
      "mailTemplateMalformed":
        "A variable or section does not close; they are written as {{customer.name}} and "
        + "{{#customer.name}}…{{/customer.name}}.",
      "mailVariableUnknown":
        "It speaks of a variable that is not there; the possible ones stand beside the text.",
      "tooManyMailTexts":
        "There are as many texts as there may be.",
      "noMailboxToSend":
        "No mailbox has a server to send through; set one first.",
      "noSuchLink":
        "This link was used already, or has run out.",
      "internal":
        "Something went wrong here; the reference helps to find out what.",
      "busy":
        "There is more to do than can be done at once; try again in a moment.",
    ],
    start: StartPage(
      tagline: "Customer service that understands.",
      running: "This desk is running.",
      firstSteps: "First steps",
      createAdministrator: "Create an administrator; the answer holds the API token:",
      tryTheAPI: "Open a first conversation:",
      documentation: "API documentation",
      health: "Health"
    ),
    setup: SetupPage(
      title: "Set up Rapport",
      introduction: "Name the company and its first administrator.",
      account: "Company",
      name: "Your name",
      email: "Your email address",
      password: "Password, at least 8 characters",
      create: "Create",
      done: "Done. This is your API token; it is shown only now, so keep it in a safe place:",
      goOn: "Go on"
    )
  )
}
