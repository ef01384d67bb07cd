/// The languages that can be told apart: a column for each, Greek and Persian twice.
enum LanguageColumns {
  /// Greek in Latin letters.
  static let latinGreek = "el-Latn"
  /// A text without words.
  static let none = "und"
  /// Persian in Latin letters.
  static let latinPersian = "fa-Latn"

  /// How words of the language are to be spelled for features.
  static func spelling(_ name: String) -> WordForms.Spelling {
    switch name {
    case latinGreek: .latinGreek
    case latinPersian: .latinPersian
    default: .asWritten
    }
  }

  /// The code of the language without its script.
  static func language(_ name: String) -> String {
    name.firstIndex(of: "-").map { String(name[..<$0]) } ?? name
  }
}
