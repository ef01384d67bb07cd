import Foundation

/// The collection of mails that lies beside the repository on some machines.
enum SharedReplies {
  static var isPresent: Bool { folder != nil }

  static func text(_ path: String) throws -> String {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  /// The names of a folder's files that end in `suffix`, without it.
  static func names(in path: String, ending suffix: String) throws -> [String] {
    guard let folder else { return [] }
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: path).path
    )
    return files.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
  }

  /// `shared/data/mail` beside one of the folders around this file.
  private static let folder: URL? = {
    var ancestor = URL(filePath: #filePath)
    while ancestor.path != "/" {
      ancestor.deleteLastPathComponent()
      let candidate = ancestor.appending(path: "shared/data/mail")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }()
}
