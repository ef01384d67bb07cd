extension MailCheckProblem {
  /// What fails, in English.
  package var text: String {
    switch self {
    case .hostUnknown: "The server's name has no address."
    case .hostUnreachable: "Nothing answers at this server and port."
    case .hostSilent: "The server does not let anybody connect at this port."
    case .settingsUnusable: "The server's name, the port or an address cannot be right."
    case .plainForbidden: "Without encryption everybody on the way could read along."
    case .certificateExpired: "The server's certificate has expired."
    case .certificateNotYetValid: "The server's certificate is not valid yet."
    case .certificateSelfSigned: "The server's certificate is vouched for by nobody but itself."
    case .certificateOfUnknownAuthority: "The server's certificate is from an unknown authority."
    case .certificateOfOtherName: "The server shows another server's certificate."
    case .startTLSMissing: "The server does not offer STARTTLS."
    case .tlsNotSpoken: "The server does not speak TLS at this port from the start."
    case .tlsFailed: "The server and Rapport could not agree upon TLS."
    case .tlsSilent: "The server lets connect, but does not greet."
    case .serverRefuses: "The server wants nothing to do with this machine."
    case .serverRefusesForNow: "The server takes nobody at the moment."
    case .signInRefused: "The server refuses user name and password, or the token."
    case .signInRefusedForNow: "The server cannot let anybody sign in at the moment."
    case .senderRefused: "The server refuses the sender's address."
    case .recipientRefused: "The server refuses the recipient's address."
    case .messageRefused: "The server refuses the message."
    case .folderRefused: "The server does not open the folder."
    case .commandRefused: "The server refuses a command."
    case .commandRefusedForNow: "The server refuses a command at the moment."
    case .messageTooBig: "The message is larger than allowed."
    case .serverSilent: "The server does not answer in time."
    case .connectionLost: "The connection broke."
    case .serverGarbled: "The server does not keep to the protocol."
    case .cancelled: "The check was stopped."
    }
  }

  /// What to change, in English.
  package var advice: String {
    switch self {
    case .hostUnknown: "Check the spelling, and this machine's name servers."
    case .hostUnreachable: "Check server and port: IMAP 993 or 143, SMTP 465 or 587."
    case .hostSilent: "Check the port, and whether a firewall stands between."
    case .settingsUnusable: "Enter a bare name as mail.example.com, and a port up to 65535."
    case .plainForbidden: "Choose TLS or STARTTLS."
    case .certificateExpired, .certificateNotYetValid:
      "Have the server's certificate renewed, and check this machine's clock."
    case .certificateSelfSigned, .certificateOfUnknownAuthority:
      "Have the server get a certificate of a known authority, or name its authority here."
    case .certificateOfOtherName: "Enter the server's name as its certificate has it."
    case .startTLSMissing: "Choose TLS with port 993 (IMAP) or 465 (SMTP)."
    case .tlsNotSpoken: "Choose STARTTLS, or port 993 (IMAP) or 465 (SMTP)."
    case .tlsFailed: "Have the server offer TLS 1.2 or newer."
    case .tlsSilent: "Check whether TLS or STARTTLS belongs to this port, or try later."
    case .serverRefuses: "Ask the server's administrator to admit this machine."
    case .serverRefusesForNow, .signInRefusedForNow, .commandRefusedForNow: "Try again later."
    case .signInRefused:
      "Check both. Some providers want an app password, or that IMAP and SMTP are switched on first."
    case .senderRefused: "Enter an address as sender that belongs to this user."
    case .recipientRefused: "Enter another address to send to, or sign in to send."
    case .folderRefused: "Choose one of the folders that the server lists."
    case .messageRefused, .commandRefused: "See the server's words; its administrator can say more."
    case .messageTooBig: "Send less, or raise the server's limit."
    case .serverSilent, .connectionLost:
      "Try again; if it stays so, ask the server's administrator."
    case .serverGarbled: "Check that the port belongs to IMAP or SMTP, as entered."
    case .cancelled: "Start it again."
    }
  }
}
