import Foundation
import ServiceDesk
import Understanding

/// The model that comes along with the program.
enum ShippedModel {
  /// - Throws: an error of Foundation where it is missing.
  static func reader() throws -> TextReader {
    var root = URL(filePath: #filePath)
    for _ in 1...4 { root.deleteLastPathComponent() }
    let file = try Data(contentsOf: root.appending(path: "Models/reading.model"))
    return TextReader(try ReadingModel(file: Array(file)))
  }
}
