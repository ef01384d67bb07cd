import Channels

extension MailCheckResult {
  /// One step as a line for a terminal: server, step, outcome, time and what was found or said.
  var line: String {
    let server = direction == .incoming ? "imap" : "smtp"
    let columns = [server, Self.pad(step.text, to: 8), Self.pad(outcomeText, to: 7), milliseconds]
    return (columns + remarks).joined(separator: "  ")
  }

  private var outcomeText: String {
    switch outcome {
    case .passed: "ok"
    case .failed: "FAILED"
    case .skipped: "skipped"
    }
  }

  private var milliseconds: String {
    let milliseconds = Int((duration / .milliseconds(1)).rounded())
    let text = "\(milliseconds) ms"
    return String(repeating: " ", count: max(0, 9 - text.count)) + text
  }

  private var remarks: [String] {
    switch outcome {
    case .passed(.address(let address)): [address]
    case .passed(.folders(let count)): ["folders: \(count)"]
    case .passed(.messages(let count)): ["messages: \(count)"]
    case .passed(.reply(let reply)): [reply]
    case .passed(nil), .skipped: []
    case .failed(let problem, let words):
      ["\(problem.text) \(problem.advice)" + (words.isEmpty ? "" : " [\(words)]")]
    }
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension MailStep {
  fileprivate var text: String {
    switch self {
    case .resolve: "resolve"
    case .connect: "connect"
    case .secure: "TLS"
    case .signIn: "sign in"
    case .list: "list"
    case .fetch: "fetch"
    case .send: "send"
    }
  }
}
