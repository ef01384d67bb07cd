import Crypto
import Foundation
import Storage

/// The files that browsers load: style sheets and scripts, read once at the start.
package struct Assets: Sendable {
  /// A file with its media type and what it is cached by.
  struct File: Sendable {
    let bytes: [UInt8]
    let type: String
    /// Quoted, as the header `ETag` wants it.
    let tag: String
  }

  private let files: [String: File]

  /// The path below which all files are; another for other contents, so that browsers may keep
  /// what they have for good.
  package let base: String

  /// Reads the files that came with the program.
  ///
  /// - Throws: an error of Foundation where they are missing.
  package init() throws {
    guard let folder = Bundle.module.resourceURL?.appending(path: "Assets") else {
      throw CocoaError(.fileNoSuchFile)
    }
    try self.init(folder: folder)
  }

  init(folder: URL) throws {
    var files: [String: File] = [:]
    var digest = SHA256()
    let manager = FileManager.default
    for path in try manager.subpathsOfDirectory(atPath: folder.path()).sorted() {
      guard let type = Self.types[(path as NSString).pathExtension] else { continue }
      let file = try Data(contentsOf: folder.appending(path: path))
      let data = path.hasSuffix(".js") ? Self.withoutIndentation(file) : file
      digest.update(data: Data(path.utf8))
      digest.update(data: data)
      let tag = "\"\(SHA256.hash(data: data).hex)\""
      files[path] = File(bytes: Array(data), type: type, tag: tag)
    }
    self.files = files
    base = "/assets/\(digest.finalize().hex.prefix(12))"
  }

  /// The file at a path relative to the folder of all.
  subscript(_ path: String) -> File? { files[path] }

  private static let types = [
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
  ]

  /// Without the spaces that lines begin with, which mean nothing in our scripts and are a part of
  /// what a phone has to load.
  private static func withoutIndentation(_ script: Data) -> Data {
    let lines = script.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return Data(lines.map { $0.drop { $0 == UInt8(ascii: " ") } }.joined(separator: "\n".utf8))
  }

}
