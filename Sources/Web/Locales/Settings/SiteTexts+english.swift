extension SiteTexts {
  /// What they say in English.
  static let english = SiteTexts(
    start: Start(
      signIn: "Sign in to the desk",
      setUp: "Open the one-time link that the program printed when it started.",
      byCommand: "Or make the first administrator on the command line:"
    ),
    welcome: Welcome(
      title: "Welcome to Rapport",
      introduction: "Three small steps, in any order.",
      tryTitle: "Answer a first conversation",
      tryText:
        "Nora, whom we have made up, asks whether her order can still be changed. Write to her, "
        + "add a note, resolve it: nothing can break.",
      tryLink: "Open the conversation",
      chatTitle: "Put the chat on your website",
      chatText: "Paste this line into your pages. Until then, try it on the chat page.",
      inviteTitle: "Bring your colleagues",
      inviteText: "Give each their own name and password, and put them into teams.",
      inviteLink: "Add colleagues",
      desk: "Go to the desk",
      example: Example(
        inbox: "Website",
        greeting: "Hello! How can we help?",
        customer: "Nora Lindqvist",
        message:
          "Hello! I ordered two blue cups this morning. Can I still change them to green ones?"
      )
    ),
    common: Common(
      snippet: "Line for your pages",
      chatPage: "Chat page",
      testPage: "Test page"
    ),
    chat: Chat(
      introduction: "Write to us; we answer here.",
      message: "Your message",
      name: "Your name",
      email: "Your email address",
      files: "Files",
      send: "Send",
      you: "You",
      team: "Team",
      history: "What was written",
      older: "Show older messages",
      reload: "Look for an answer",
      away: "Nobody is there right now. Write all the same; we will answer.",
      atOnce: "We are here.",
      minutes: { "We usually answer within \($0) minutes." },
      hours: {
        $0 == "1" ? "We usually answer within an hour." : "We usually answer within \($0) hours."
      },
      days: {
        $0 == "1" ? "We usually answer within a day." : "We usually answer within \($0) days."
      },
      blocked: "The team takes no messages from you."
    ),
    settings: Settings(
      picture: "Picture",
      pictureHint: "PNG, JPEG, GIF or WebP, up to 5 MB. Customers see it beside your answers.",
      upload: "Use this picture",
      removePicture: "Remove the picture",
      sessions: "Where you are signed in",
      sessionsHint: "End what you do not recognise.",
      thisSession: "This browser",
      unknownDevice: "Unknown browser",
      end: "End",
      setPassword: "Set a password",
      makeAdministrator: "Make administrator",
      makeAgent: "Make agent",
      you: "You",
      isDefault: "Gets what nobody has taken",
      showSecret: "Show the secret",
      renewSecret: "Make a new secret",
      renewHint: "What was signed with the old one proves nothing any more.",
      language: "Language",
      anyLanguage: "Any language"
    )
  )
}
