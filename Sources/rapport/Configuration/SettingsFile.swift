import Foundation
import Yams

/// The settings in a YAML file: one mapping from names to values, nothing nested.
struct SettingsFile: Sendable {
  /// One line's key and value.
  struct Entry: Sendable {
    let key: String
    let value: Value
    let line: Int
  }

  /// What stands behind a key.
  enum Value: Sendable {
    /// As written, so that `8080` is no number yet; empty for YAML's null.
    case text(String)

    case list([String])

    /// A mapping, or a list of more than plain values.
    case nested
  }

  /// The largest file that is read, in bytes.
  static let sizeLimit = 1 << 20

  let path: String

  /// In the file's order; keys are unique.
  let entries: [Entry]

  /// Reads the file.
  ///
  /// - Throws: ``ConfigurationFault/unusableFile(path:line:problem:)``.
  init(path: String) throws(ConfigurationFault) {
    self.path = path
    entries = try Self.entries(of: Self.root(of: path), path: path)
  }

  private static func root(of path: String) throws(ConfigurationFault) -> Node? {
    func unusable(_ problem: String, line: Int? = nil) -> ConfigurationFault {
      .unusableFile(path: path, line: line, problem: problem)
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw unusable("the file cannot be read")
    }
    guard bytes.count <= sizeLimit else {
      throw unusable("the file has \(bytes.count) bytes; at most \(sizeLimit) are read")
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw unusable("the file is not UTF-8 text")
    }
    do {
      return try compose(yaml: text)
    } catch let error as YamlError {
      throw unusable(error.problemWithoutContent, line: error.line)
    } catch {
      throw unusable("the file is not YAML")
    }
  }

  private static func entries(
    of root: Node?,
    path: String
  ) throws(ConfigurationFault) -> [Entry] {
    guard let root, !root.isNull else { return [] }
    guard let mapping = root.mapping else {
      throw .unusableFile(
        path: path,
        line: root.mark?.line,
        problem: "lines of the form \"name: value\" are needed"
      )
    }
    return mapping.map { key, value in
      Entry(key: key.string ?? "?", value: Value(value), line: key.mark?.line ?? 1)
    }
  }
}

extension SettingsFile.Value {
  fileprivate init(_ node: Node) {
    switch node {
    case .scalar(let scalar):
      self = .text(node.isNull ? "" : scalar.string)
    case .sequence(let items):
      let texts = items.compactMap(\.scalar?.string)
      self = texts.count == items.count ? .list(texts) : .nested
    case .mapping, .alias:
      self = .nested
    }
  }
}

extension Node {
  fileprivate var isNull: Bool { null != nil }
}

extension YamlError {
  /// What is wrong, without the snippet that `description` quotes: it could hold a password.
  fileprivate var problemWithoutContent: String {
    switch self {
    case .reader(let problem, _, _, _),
      .scanner(_, let problem, _, _),
      .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping(let duplicates, _):
      "set more than once: " + duplicates.sorted().joined(separator: ", ")
    default:
      "the file is not YAML"
    }
  }

  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }
}
