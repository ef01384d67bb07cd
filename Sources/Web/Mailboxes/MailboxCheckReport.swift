import Channels
import ServiceDesk

/// How trying a mailbox went; a command, so that its answer is kept under the client's key.
struct MailboxCheckReport: Command {
  static let scopes = Scopes.admin

  let mailbox: ID<Mailbox>
  let results: [MailCheckResult]

  func run(in work: Work) throws -> Self {
    _ = try FindMailbox(mailbox: mailbox).run(in: work)
    return self
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("passed", !results.contains(where: \.isFailure))
      json.name("steps")
      json.array(results) { $1.write(to: &$0) }
    }
  }

  static let schema = Schema.object([
    .required("passed", .boolean, "Whether nothing failed"),
    .required("steps", .array(MailCheckResult.schema, most: 20)),
  ])
}

extension MailCheckResult {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("server", direction.rawValue)
      json.member("step", step.rawValue)
      json.member("outcome", word)
      json.member("problem", problem?.rawValue)
      json.member("detail", problem.map { "\($0.text) \($0.advice)" })
      json.member("words", words)
    }
  }

  fileprivate static let schema = Schema.object([
    .required("server", .choice(Direction.allCases.map(\.rawValue))),
    .required("step", .choice(MailStep.allCases.map(\.rawValue))),
    .required("outcome", .choice(["passed", "failed", "skipped"])),
    .required("problem", .nullable(.choice(MailCheckProblem.allCases.map(\.rawValue)))),
    .required("detail", .nullable(.string()), "What fails, and what to change"),
    .required("words", .nullable(.string()), "The server's own words"),
  ])

  var word: String {
    switch outcome {
    case .passed: "passed"
    case .failed: "failed"
    case .skipped: "skipped"
    }
  }

  var problem: MailCheckProblem? {
    if case .failed(let problem, _) = outcome { problem } else { nil }
  }

  /// What the server said; `nil` where it said nothing of its own.
  var words: String? {
    switch outcome {
    case .failed(_, let words), .passed(.reply(let words)): words.isEmpty ? nil : words
    case .passed, .skipped: nil
    }
  }
}
