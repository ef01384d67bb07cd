import ArgumentParser
import Foundation
import Understanding

/// Where the model's file is.
struct ModelOptions: ParsableArguments {
  @Option(help: "The model's file; without it Models/reading.model beside the program.")
  var model: String?

  /// Loads the model.
  ///
  /// - Throws: `ValidationError` if there is no file, or it is not a model.
  func load() throws -> ReadingModel {
    guard let path = model ?? ModelFile.find() else {
      throw ValidationError("there is no \(ModelFile.path) here or above the program; see --model")
    }
    do {
      let data = try Data(contentsOf: URL(filePath: path))
      return try ReadingModel(file: [UInt8](data))
    } catch let failure as ModelFailure {
      throw ValidationError("\(path) is no model that this version reads: \(failure)")
    }
  }
}
