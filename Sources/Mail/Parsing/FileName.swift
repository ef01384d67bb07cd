/// Names of files that strangers chose.
enum FileName {
  /// Longer ones make trouble in file systems.
  private static let limit = 255

  /// Without path, control characters and space around; `nil` if nothing is left.
  static func clean(_ name: String) -> String? {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let clean = HeaderText.oneLine(last)
    return clean.isEmpty || clean == "." || clean == ".." ? nil : String(clean.prefix(limit))
  }
}
