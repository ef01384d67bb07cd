/// Reads the parts of reports that are for machines (RFC 3464, RFC 5965, RFC 6522).
enum ReportReader {
  /// - Returns: whether the part was one of a report.
  static func add(_ content: [UInt8], of type: String, to report: inout MailReport) -> Bool {
    switch type {
    case "message/delivery-status", "message/global-delivery-status",
      "message/disposition-notification", "message/global-disposition-notification":
      let groups = groups(of: content)
      guard groups.contains(where: \.isStatus) else { return false }
      report.deliveryStatus += groups
    case "message/feedback-report":
      report.feedback = groups(of: content).reduce(into: MailHeaders()) { $0.fields += $1.fields }
    case "text/rfc822-headers", "message/rfc822-headers", "message/global-headers",
      "message/rfc822", "message/global", "text/rfc822":
      if report.returned == nil { report.returned = headers(of: content) }
    default: return false
    }
    return true
  }

  /// Groups of fields between empty lines, no more than people can be written to at once.
  private static func groups(of content: [UInt8]) -> [MailHeaders] {
    var groups: [MailHeaders] = []
    var start = 0
    var lines = LineReader(content)
    while groups.count < 2_000, let line = lines.next(content) {
      guard line.isEmpty || lines.position == content.count else { continue }
      let group = headers(of: Array(content[start..<lines.position]))
      start = lines.position
      if let group { groups.append(group) }
    }
    return groups
  }

  private static func headers(of content: [UInt8]) -> MailHeaders? {
    // A part without a single field says nothing to machines.
    guard let block = try? RawHeader(content) else { return nil }
    return MailHeaders(block)
  }
}

extension MailHeaders {
  fileprivate var isStatus: Bool {
    ["Reporting-MTA", "Final-Recipient", "Original-Recipient", "Action", "Status"]
      .contains { self[$0] != nil }
  }

  init(_ block: RawHeader, charset: String? = nil) {
    self.init(
      block.fields.map {
        Field(name: $0.name, value: HeaderText.decode($0.value, charset: charset))
      }
    )
  }
}
