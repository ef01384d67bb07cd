extension WritingTexts {
  /// What they say in English.
  static let english = WritingTexts(
    introduction:
      "What customers get at once when they write. Your own words take the place of ours.",
    acknowledgement: "Their mail has come",
    outOfHours: "Their mail has come, and nobody is here",
    ownWords: "Your own words",
    subject: "Subject",
    text: "Text",
    variables: "Variables: {names}.",
    preview: "Preview",
    test: "Send me a test",
    tested: "The test is on its way to {address}.",
    reset: "Use our words again",
    languageTitle: "Where a mail does not tell its language",
    exampleSubject: "My order has not come",
    exampleCustomer: "Nora Example",
    noticesTitle: "Mail to you",
    notices: "When something is given to you, a note mentions you, or your customer writes",
    noticesNone: "Tell me nothing",
    noticesAway: "Tell me while I am away",
    noticesAlways: "Tell me always",
    digest: "Tell me each morning at eight what waits",
    signature: "Signature ({language})",
    inviteTitle: "Invite by mail",
    invite: "Invite",
    inviteMailed: "The invitation is on its way.",
    inviteLink:
      "No mailbox can send yet. Hand this link over yourself; it works once, for seven "
      + "days:",
    forgot: "Forgot your password?",
    forgotTitle: "A new password",
    forgotIntroduction: "Say your address, and we mail you a link.",
    forgotSend: "Send the link",
    forgotSent:
      "If somebody here has this address, a link is on its way. It works for an hour. "
      + "Nothing came? Ask whoever manages your desk.",
    chooseTitle: "Choose a password",
    chooseInvitation: "Welcome to {account}. Your address is {address}.",
    chooseReset:
      "For {address} at {account}. Wherever you are signed in now, you will be signed out.",
    choose: "Use this password",
    password: "Password, at least 8 characters"
  )
}
