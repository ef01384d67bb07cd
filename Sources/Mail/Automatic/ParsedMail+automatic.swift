extension ParsedMail {
  /// Why this mail counts as automatic; `nil` if a person seems to have written it to us.
  ///
  /// Goes by what its header says (RFC 3834, 5; RFC 2369; RFC 2919) and, for programs that say
  /// nothing there, by the words that out-of-office answers begin their subject with.
  package var automatic: AutomaticKind? { automatic(reporting: bounce) }

  /// The same as ``automatic`` for somebody who has read ``bounce``, which takes most of the time.
  ///
  /// - Parameters:
  ///   - bounce: What it reports.
  ///   - lists: Whether having come through a mailing list makes it automatic.
  /// - Returns: `nil` if a person seems to have written it.
  package func automatic(reporting bounce: Bounce?, lists: Bool = true) -> AutomaticKind? {
    if let bounce { return bounce.action == .complained ? .abuseReport : .bounce }
    if headers["Content-Type"]?.lowercased().hasPrefix("multipart/report") == true {
      return isDeliveryReport ? .bounce : .generated
    }
    if isFromDaemon { return .bounce }
    return answer ?? (lists ? list : nil) ?? (isGenerated ? .generated : nil)
      ?? (hasNullPath ? .autoReply : nil)
  }

  private var answer: AutomaticKind? {
    let words = AutomaticSubject(subject ?? "")
    guard isDeclaredAnswer || words.beginsAutomatic(answering: inReplyTo != nil) else { return nil }
    return words.saysAbsence ? .outOfOffice : .autoReply
  }

  private var isDeclaredAnswer: Bool {
    if autoSubmitted?.hasPrefix("auto-replied") == true { return true }
    if ["auto_reply", "auto-reply", "autoreply"].contains(precedence) { return true }
    let fields = [
      "X-Autoreply", "X-Autorespond", "X-Auto-Reply-From", "X-Autoresponder", "X-Mail-Autoreply",
      "X-Autoreply-From", "X-FC-MachineGenerated", "X-Vacation", "Vacation",
    ]
    return fields.contains { headers[$0].map { $0.lowercased() != "no" } ?? false }
  }

  private var list: AutomaticKind? {
    let fields = [
      "List-Id", "List-Post", "List-Unsubscribe", "List-Help", "List-Subscribe", "List-Owner",
      "List-Archive", "Mailing-List", "X-Mailing-List", "X-Mailman-Version",
    ]
    if fields.contains(where: { headers[$0] != nil }) || precedence == "list" { return .list }
    return ["bulk", "junk"].contains(precedence) ? .bulk : nil
  }

  /// Programs that want no answer from programs.
  private var isGenerated: Bool {
    if let autoSubmitted, autoSubmitted.hasPrefix("auto") { return true }
    guard let suppressed = headers["X-Auto-Response-Suppress"]?.lowercased() else {
      return headers["X-Auto-Generated"] != nil
    }
    return suppressed != "none" && !suppressed.isEmpty
  }

  private var autoSubmitted: String? {
    headers["Auto-Submitted"]?.lowercased()
  }

  private var precedence: String {
    headers["Precedence"]?.lowercased() ?? ""
  }

  private var isDeliveryReport: Bool {
    !report.deliveryStatus.isEmpty && report.deliveryStatus.allSatisfy { $0["Disposition"] == nil }
  }

  /// The envelope's null sender (RFC 5321, 4.5.5), which a delivering server writes down.
  private var hasNullPath: Bool {
    headers["Return-Path"].map { $0 == "<>" } ?? false
  }

  private var isFromDaemon: Bool {
    guard let local = from?.address.lowercased().prefix(while: { $0 != "@" }) else { return false }
    return ["mailer-daemon", "mailer_daemon", "mail-daemon"].contains { local == $0 }
  }
}
