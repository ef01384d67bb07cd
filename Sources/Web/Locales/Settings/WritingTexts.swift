/// What the pages say about mail that programs write, and about the way in by a link.
///
/// Names in braces stand for what is put in.
struct WritingTexts: Sendable {
  let introduction: String
  let acknowledgement: String
  let outOfHours: String
  let ownWords: String
  let subject: String
  let text: String
  let variables: String
  let preview: String
  let test: String
  let tested: String
  let reset: String
  let languageTitle: String
  let exampleSubject: String
  let exampleCustomer: String
  let noticesTitle: String
  let notices: String
  let noticesNone: String
  let noticesAway: String
  let noticesAlways: String
  let digest: String
  let signature: String
  let inviteTitle: String
  let invite: String
  let inviteMailed: String
  let inviteLink: String
  let forgot: String
  let forgotTitle: String
  let forgotIntroduction: String
  let forgotSend: String
  let forgotSent: String
  let chooseTitle: String
  let chooseInvitation: String
  let chooseReset: String
  let choose: String
  let password: String
}

extension Language {
  var writing: WritingTexts {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }
}

extension String {
  /// With values in place of the names in braces.
  func filling(_ values: [String: String]) -> String {
    values.reduce(self) { $0.replacing("{\($1.key)}", with: $1.value) }
  }
}
