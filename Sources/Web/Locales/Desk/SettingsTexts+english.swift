extension SettingsTexts {
  /// What the settings say in English.
  static let english = SettingsTexts(
    add: "Add",
    save: "Save",
    remove: "Remove",
    change: "Change",
    name: "Name",
    email: "Email address",
    none: "Nothing here yet.",
    profile: Profile(
      introduction: "How you see the desk, and how customers see you.",
      language: "Language",
      browserLanguage: "As the browser asks",
      zone: "Time zone",
      zoneHint: "As in Europe/Athens.",
      calendar: "Calendar",
      gregorian: "Gregorian",
      persian: "Solar Hijri",
      passwordTitle: "Password",
      current: "Current password",
      new: "New password",
      passwordHint: "At least 8 characters. Other devices are signed out.",
      changePassword: "Change the password"
    ),
    account: Account(
      introduction: "What holds for the whole company.",
      company: "Company",
      replyMinutes: "Answer promised within, in minutes",
      replyHint: "Customers are told; the desk marks what is late.",
      reopenDays: "Reopen within, in days",
      reopenHint: "What a customer writes later begins a new conversation."
    ),
    agents: Agents(
      introduction: "Those who answer customers.",
      password: "First password",
      passwordHint: "At least 8 characters. It can be changed after signing in.",
      role: "Role",
      agent: "Agent",
      administrator: "Administrator",
      addTitle: "Add an agent"
    ),
    teams: Teams(
      introduction: "A team owns what nobody has taken yet.",
      members: "Members",
      addMember: "Add a member",
      addTitle: "Add a team",
      removeMember: { "Take \($0) out of the team" }
    ),
    labels: Labels(
      introduction: "Words by which conversations are sorted and found.",
      addTitle: "Add a label",
      removeHint: "It is taken off every conversation that has it."
    ),
    inboxes: Inboxes(
      introduction: "Where customers write to you.",
      addTitle: "Add a web chat",
      greeting: "Greeting",
      away: "When nobody is there",
      awayHint: "Shown in place of the greeting.",
      colour: "Colour",
      colourHint: "As in #0b6e5f.",
      origins: "Allowed pages",
      originsHint: "One address a line, as in https://example.com. Empty: any page.",
      form: "Ask for name and address",
      never: "Never",
      before: "Before the first message",
      after: "After the first message",
      askName: "The visitor’s name",
      askEmail: "The visitor’s email address",
      hidden: "Do not ask",
      optional: "Optional",
      required: "Required",
      snippet: "For your website",
      snippetHint: "Put this line into every page, before the end of the body.",
      page: "Its own page",
      secret: "Secret for signed identities",
      secretHint: "For your server alone; never put it into a page."
    ),
    replies: Replies(
      introduction: "Whole messages for what is asked often. Type / in the composer to find one.",
      text: "Text",
      textHint: "Variables: {{customer.firstName}}, {{agent.name}}, {{conversation.number}}.",
      shortcut: "Shortcut",
      addTitle: "Add a saved reply"
    ),
    tokens: Tokens(
      introduction: "Keys for programs that use the API in your name.",
      addTitle: "Issue a token",
      scope: "It may",
      read: "Read",
      write: "Read and write",
      admin: "Everything, also manage the account",
      shownOnce: "This is the token. It is shown only now, so keep it in a safe place.",
      withdraw: "Withdraw"
    ),
    blocked: Blocked(
      introduction: "Customers whose messages are not taken.",
      unblock: "Unblock",
      none: "Nobody is blocked."
    )
  )
}
