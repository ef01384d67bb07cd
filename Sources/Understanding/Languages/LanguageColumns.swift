/// The languages that can be told apart: a column for each, Greek and Persian twice.
enum LanguageColumns {
  /// Greek in Latin letters.
  static let latinGreek = "el-Latn"
  /// Persian in Latin letters.
  static let latinPersian = "fa-Latn"

  /// The code of the language without its script.
  static func language(_ name: String) -> String {
    name.firstIndex(of: "-").map { String(name[..<$0]) } ?? name
  }
}
