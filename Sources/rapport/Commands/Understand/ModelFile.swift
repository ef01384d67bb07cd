import Foundation

/// Where the shipped model lies.
enum ModelFile {
  /// Relative to the repository or to the installed program.
  static let path = "Models/reading.model"

  /// How many folders above the program are looked into.
  private static let depth = 6

  /// The file in the working folder, or in a folder above the program.
  static func find() -> String? {
    let files = FileManager.default
    if files.fileExists(atPath: path) { return path }
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath()
    var folder = program?.deletingLastPathComponent()
    for _ in 0..<depth {
      guard let current = folder else { return nil }
      let candidate = current.appending(path: path).path()
      if files.fileExists(atPath: candidate) { return candidate }
      folder = current.deletingLastPathComponent()
    }
    return nil
  }
}
