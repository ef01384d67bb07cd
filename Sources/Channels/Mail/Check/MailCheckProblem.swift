/// What is wrong with a mailbox's settings, or with its servers.
package enum MailCheckProblem: String, Sendable, Hashable, CaseIterable {
  case hostUnknown, hostUnreachable, hostSilent
  case settingsUnusable, plainForbidden
  case certificateExpired, certificateNotYetValid, certificateSelfSigned
  case certificateOfUnknownAuthority, certificateOfOtherName
  case startTLSMissing, tlsNotSpoken, tlsFailed, tlsSilent
  case serverRefuses, serverRefusesForNow
  case signInRefused, signInRefusedForNow
  case senderRefused, recipientRefused, messageRefused
  case folderRefused, commandRefused, commandRefusedForNow
  case messageTooBig, serverSilent, connectionLost, serverGarbled, cancelled
}

extension MailCheckProblem {
  /// What a failure in that step means for the settings.
  init(_ failure: MailWireFailure, in step: MailStep) {
    self =
      switch failure {
      case .unresolved: .hostUnknown
      case .unreachable: .hostUnreachable
      case .timedOut(let step): Self(silentIn: step)
      case .untrusted(let problem, _): Self(problem)
      case .signInRefused(let refusal): refusal.isTemporary ? .signInRefusedForNow : .signInRefused
      case .refused(let refusal): Self(refusal, in: step)
      case .tooBig: .messageTooBig
      case .lost: .connectionLost
      case .garbled: .serverGarbled
      case .unusable: .settingsUnusable
      case .plainForbidden: .plainForbidden
      case .cancelled: .cancelled
      }
  }

  private init(silentIn step: MailStep) {
    self =
      switch step {
      case .resolve: .hostUnknown
      case .connect: .hostSilent
      case .secure: .tlsSilent
      case .signIn, .list, .fetch, .send: .serverSilent
      }
  }

  private init(_ problem: TLSProblem) {
    self =
      switch problem {
      case .expired: .certificateExpired
      case .notYetValid: .certificateNotYetValid
      case .selfSigned: .certificateSelfSigned
      case .unknownAuthority: .certificateOfUnknownAuthority
      case .wrongName: .certificateOfOtherName
      case .notOffered: .startTLSMissing
      case .notSpoken: .tlsNotSpoken
      case .other: .tlsFailed
      }
  }

  private init(_ refusal: MailRefusal, in step: MailStep) {
    self =
      switch (step, refusal.command) {
      case (.secure, _): refusal.isTemporary ? .serverRefusesForNow : .serverRefuses
      case (.fetch, "EXAMINE"): .folderRefused
      case (.send, "MAIL FROM"): .senderRefused
      case (.send, "RCPT TO"): .recipientRefused
      case (.send, _): .messageRefused
      default: refusal.isTemporary ? .commandRefusedForNow : .commandRefused
      }
  }
}
