import ArgumentParser
import Foundation
import Understanding

/// Answers each JSON line of the standard input with one of its own, in order.
struct UnderstandLines: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read texts: JSON lines in ({\"text\":…}), one JSON line out for each, in order."
  )

  /// How many bytes of answers are held back at most.
  private static let outputLimit = 1 << 16

  @Flag(help: "Tell for every label which words carried it.")
  var explain = false

  @Flag(help: "Read agents' replies: {\"customer\":…,\"name\":…,\"reply\":…}.")
  var reply = false

  @Flag(help: .hidden)
  var pace = false

  @OptionGroup var model: ModelOptions

  func run() async throws {
    if pace { return try showPace() }
    var answers = LineAnswers(try model.load(), explain: explain, reply: reply)
    var input = LineInput(.standardInput, lineLimit: LineAnswers.lineLimit)
    var output: [UInt8] = []
    while let line = input.next() {
      output += answers.answer(line)
      output.append(0x0A)
      // Who waits for an answer before asking on gets it; a file is answered in large pieces.
      if input.hasWholeLine, output.count < Self.outputLimit { continue }
      try FileHandle.standardOutput.write(contentsOf: Data(output))
      output.removeAll(keepingCapacity: true)
    }
  }

  /// Times the reading of the plain lines of the input, for benchmarks.
  private func showPace() throws {
    var input = LineInput(.standardInput, lineLimit: LineAnswers.lineLimit)
    var texts: [String] = []
    while let line = input.next() {
      if let text = PlainLine.text(line) { texts.append(text) }
    }
    let result = ReadingPace.measure(texts, try model.load())
    try FileHandle.standardOutput.write(contentsOf: Data(result + [0x0A]))
  }
}
