/// The dialogue with an IMAP server (RFC 3501) over one connection; belongs to one thread.
final class IMAPSession {
  /// How much a server may tell in answer to one command.
  private static let dataLimit = 100_000

  /// What the server said last when it asked for more; in a sign-in, why that fails.
  private(set) var lastChallenge = ""

  /// What the server can do, in upper case.
  private(set) var capabilities: Set<String> = []

  private let stream: WireStream
  private var framer = IMAPFramer()
  private var commandCount = 0
  private var failure: MailWireFailure?

  /// Begins the dialogue after the greeting.
  init(_ stream: WireStream) throws(MailWireFailure) {
    self.stream = stream
    try refreshCapabilities()
  }

  /// Runs a command.
  ///
  /// The step is what is timed out if the server takes too long. Literals of more than the limit, in
  /// bytes and one response, are dropped.
  /// - Throws: `refused` with the server's words, after which the session goes on; after any other
  ///   failure than this, `tooBig` and `unusable`, each further command fails likewise.
  func run(
    _ command: IMAPCommand,
    step: MailStep = .fetch,
    literalLimit: Int = 1 << 20
  ) throws(MailWireFailure) -> IMAPAnswer {
    if let failure { throw failure }
    guard command.isUsable else { throw .unusable("a zero byte") }
    stream.begin(step)
    return try carryOut(command, literalLimit: literalLimit)
  }

  /// Says good-bye.
  func leave() throws(MailWireFailure) {
    if let failure { throw failure }
    stream.beginFarewell()
    _ = try carryOut(IMAPCommand("LOGOUT"), literalLimit: 0)
  }

  private func carryOut(
    _ command: IMAPCommand,
    literalLimit: Int
  ) throws(MailWireFailure) -> IMAPAnswer {
    framer.limits.literalBytes = literalLimit
    do throws(MailWireFailure) {
      return try exchange(command, literalLimit: literalLimit)
    } catch {
      if error.endsSession { failure = error }
      throw error
    }
  }

  /// Asks what the server can do, unless it has said so in that answer.
  func refreshCapabilities(after answer: IMAPAnswer? = nil) throws(MailWireFailure) {
    let answer =
      if let answer, answer.capabilities != nil {
        answer
      } else {
        try run(IMAPCommand("CAPABILITY"), step: .secure)
      }
    capabilities = Set((answer.capabilities ?? []).map { $0.uppercased() })
  }

  private func exchange(
    _ command: IMAPCommand,
    literalLimit: Int
  ) throws(MailWireFailure) -> IMAPAnswer {
    commandCount += 1
    let tag = "R\(commandCount)"
    var dialogue = Dialogue(command: command, tag: tag)
    try send(command, tag: tag, dialogue: &dialogue)
    while true {
      let frame = try nextFrame()
      if let bytes = frame.oversize {
        dialogue.oversize = bytes
        continue
      }
      if let answer = try take(try IMAPResponse(frame), in: &dialogue) {
        if let bytes = dialogue.oversize { throw .tooBig(bytes: bytes, limit: literalLimit) }
        return answer
      }
    }
  }

  /// How far the exchange about one command is.
  private struct Dialogue {
    var command: IMAPCommand
    var tag: String
    var answer = IMAPAnswer(status: IMAPStatus(kind: .ok, code: "", arguments: [], words: ""))
    var oversize: Int?
    var isSent = false
    var mayProceed = false
  }

  private func send(
    _ command: IMAPCommand,
    tag: String,
    dialogue: inout Dialogue
  ) throws(MailWireFailure) {
    var line = tag
    for part in command.parts {
      switch part {
      case .word(let word): line += " " + word
      case .literal(let bytes):
        try stream.write(Array("\(line) {\(bytes.count)}\r\n".utf8))
        try waitForLeave(&dialogue)
        try stream.write(bytes)
        line = ""
      }
    }
    dialogue.isSent = true
    try stream.write(Array("\(line)\r\n".utf8))
  }

  /// Waits until the server takes a literal.
  private func waitForLeave(_ dialogue: inout Dialogue) throws(MailWireFailure) {
    dialogue.mayProceed = false
    while !dialogue.mayProceed {
      guard try take(try IMAPResponse(try nextFrame()), in: &dialogue) == nil else {
        throw .garbled("an answer before the end of the command")
      }
    }
  }

  /// - Returns: the answer once the command is completed.
  private func take(
    _ response: IMAPResponse,
    in dialogue: inout Dialogue
  ) throws(MailWireFailure) -> IMAPAnswer? {
    switch response {
    case .data(let data):
      guard dialogue.answer.data.count < Self.dataLimit else {
        throw .garbled("too many responses")
      }
      dialogue.answer.data.append(data)
    case .status(let status):
      // It ends the connection, unless that is what was asked for.
      if status.kind == .bye, dialogue.command.name != "LOGOUT" { throw .lost(status.words) }
      guard dialogue.answer.news.count < Self.dataLimit else {
        throw .garbled("too many responses")
      }
      dialogue.answer.news.append(status)
    case .proceed(let words): try proceed(words, in: &dialogue)
    case .completed(let tag, let status):
      guard tag == dialogue.tag else { throw .garbled("an answer to another command") }
      guard status.kind == .ok else { throw .refused(status.refusal(of: dialogue.command.name)) }
      dialogue.answer.status = status
      return dialogue.answer
    }
    return nil
  }

  private func proceed(_ words: String, in dialogue: inout Dialogue) throws(MailWireFailure) {
    guard dialogue.isSent else {
      dialogue.mayProceed = true
      return
    }
    lastChallenge = words
    guard !dialogue.command.answers.isEmpty else { throw .garbled("a question without answer") }
    try stream.write(Array("\(dialogue.command.answers.removeFirst())\r\n".utf8))
  }

  private func nextFrame() throws(MailWireFailure) -> IMAPFrame {
    while true {
      if let frame = try framer.next() { return frame }
      framer.append(try stream.read())
    }
  }
}

extension MailWireFailure {
  /// Whether the dialogue with the server cannot go on after it.
  var endsSession: Bool {
    switch self {
    case .refused, .signInRefused, .tooBig: false
    default: true
    }
  }
}

extension IMAPAnswer {
  fileprivate var capabilities: [String]? {
    if let data = data.last(where: { $0.name == "CAPABILITY" }) {
      return data.values.compactMap(\.text)
    }
    return (news + [status]).last { $0.code == "CAPABILITY" }?.arguments
  }
}
