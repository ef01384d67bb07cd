import Channels
import ServiceDesk

extension MailboxTexts {
  /// What the settings of mailboxes say in English.
  static let english = MailboxTexts(
    introduction: "Addresses at which customers write to you by email.",
    add: "Add a mailbox",
    addTitle: "New mailbox",
    google: "Gmail or Google Workspace",
    microsoft: "Microsoft 365 or Outlook",
    other: "Another server",
    conditions: [
      .failing: "Fetching fails", .paused: "Paused", .new: "Not looked into yet",
      .healthy: "Works", .delivered: "Nothing to fetch",
    ],
    lastSuccess: "Last success",
    failedSince: "Failing since",
    waiting: { "\($0) messages waiting on the server" },
    skipped: Skipped(
      title: "Not fetched",
      introduction:
        "These messages lie on the server and could not be fetched. They are tried again now and "
        + "then, at least once a day; delete there what you do not need.",
      count: { "\($0) messages could not be fetched" },
      cut: { "Only the last \($0) are shown." },
      reasons: [
        .refused: "The server does not hand it over.",
        .broken: "The connection broke on it.",
        .empty: "The server gives nothing of it.",
        .tooLarge: "It is larger than 100 MB.",
      ],
      retry: "Try again"
    ),
    health: "How it fares",
    error: "What the server says",
    pause: "Pause fetching",
    pauseHint: "Nothing is fetched until you resume; nothing is lost, and sending goes on.",
    resume: "Resume fetching",
    form: Form(
      name: "Name",
      nameHint: "Customers may see it.",
      address: "Address",
      aliases: "Other addresses that lead here",
      aliasesHint: "One a line.",
      incoming: "Incoming mail (IMAP)",
      incomingHint: "Leave the server empty if mail comes by the API alone.",
      outgoing: "Outgoing mail (SMTP)",
      outgoingHint: "Leave the server empty if nothing is sent from here.",
      host: "Server",
      port: "Port",
      security: "Encryption",
      securities: [
        .tls: "TLS", .startTLS: "STARTTLS", .none: "None – on the same machine alone",
      ],
      signIn: "Sign-in",
      signIns: [
        .password: "User and password", .oauth: "With Google or Microsoft", .none: "None",
      ],
      user: "User",
      password: "Password",
      passwordKept: "Leave empty to keep the password.",
      fetching: "Fetching",
      folders: "Folders",
      foldersHint: "One a line.",
      after: "After fetching, on the server",
      afters: [
        .leave: "Leave it as it is", .flag: "Mark it as read", .move: "Move it to a folder",
        .delete: "Delete it",
      ],
      moveTo: "Folder to move to",
      since: "Fetch",
      sinceAll: "Everything that is there",
      sinceNow: "Only what comes from now on",
      sinceKept: { "What has come since \($0)" },
      answers: "Answers",
      sender: "Sender’s name",
      senderStyles: [.agent: "Sara", .team: "Anemone", .both: "Sara at Anemone"],
      team: "The team’s name in it",
      teamHint: "The company’s where empty.",
      quoting: "Below an answer",
      quotings: [.nothing: "Nothing", .last: "The mail that is answered"],
      signature: { "Signature, \($0)" },
      acknowledges: "Acknowledge a first mail at once",
      acknowledgesHint: "Never to programs, and at most three times an hour to one address.",
      trusted: "Server whose checks are believed",
      trustedHint: "Your own, as it names itself in Authentication-Results. None where empty."
    ),
    check: Check(
      button: "Check",
      title: "Check",
      passed: "All of it works.",
      failed: "Something does not work yet.",
      sends: "Send a test message to the mailbox itself",
      steps: [
        .resolve: "Find the server", .connect: "Connect", .secure: "Encrypt", .signIn: "Sign in",
        .list: "List the folders", .fetch: "Fetch the newest mail", .send: "Send a test message",
      ],
      succeeded: "Works",
      stepFailed: "Fails",
      skipped: "Not tried",
      theirWords: "In the server’s words",
      problems: Dictionary(uniqueKeysWithValues: MailCheckProblem.allCases.map { ($0, $0.text) }),
      advice: Dictionary(uniqueKeysWithValues: MailCheckProblem.allCases.map { ($0, $0.advice) })
    ),
    signIn: SignIn(
      title: "Sign in with Google or Microsoft",
      introduction:
        "Register this installation with the provider, enter what it gives you, and sign in there.",
      redirect: "Redirect address to register",
      provider: "Provider",
      clientID: "Client ID",
      clientSecret: "Client secret",
      begin: "Prepare the sign-in",
      goOn: { "Go on to \($0)" },
      faults: [
        .expired: "That took too long, or was begun in another browser. Please begin anew.",
        .denied: "Access was not granted. Begin anew and agree to it.",
        .refused: "The provider refuses: check client ID, client secret and redirect address.",
        .unreachable: "The provider cannot be reached at the moment. Try again later.",
        .notLasting: "The provider gave no lasting access. Withdraw the old one there, begin anew.",
      ]
    )
  )
}
