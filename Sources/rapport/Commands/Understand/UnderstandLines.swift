import ArgumentParser
import Foundation
import Understanding

/// Answers each JSON line of the standard input with one of its own, in order.
struct UnderstandLines: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read texts: JSON lines in ({\"text\":…}), one JSON line out for each, in order."
  )

  @Flag(help: "Tell for every label which words carried it.")
  var explain = false

  @Flag(help: "Read agents' replies: {\"customer\":…,\"name\":…,\"reply\":…}.")
  var reply = false

  @OptionGroup var model: ModelOptions

  func run() async throws {
    var answers = LineAnswers(try model.load(), explain: explain, reply: reply)
    while let line = readLine() {
      var answer = answers.answer(line)
      answer += "\n"
      try FileHandle.standardOutput.write(contentsOf: Data(answer.utf8))
    }
  }
}
