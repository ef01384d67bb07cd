import ArgumentParser
import Foundation
import Understanding

/// Builds the model; the same files give the same bytes.
struct UnderstandTrain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Build the model from the corpus and the free sets; repeatable to the byte."
  )

  @OptionGroup var files: TrainingFiles

  @Option(help: "Where the model is written.")
  var output = ModelFile.path

  func run() async throws {
    let material = try files.material()
    guard !material.messages.isEmpty else {
      throw ValidationError("no labelled messages in \(files.corpus)")
    }
    let clock = ContinuousClock()
    let start = clock.now
    let model = try ReadingTrainer(material) { line in
      let seconds = (clock.now - start).components.seconds
      FileHandle.standardError.write(Data("\(seconds) s  \(line)\n".utf8))
    }.train()
    let bytes = model.file
    try Data(bytes).write(to: URL(filePath: output))
    print("\(output): \(bytes.count) bytes")
  }
}
