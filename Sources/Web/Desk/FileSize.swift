/// A file's size as people read it, in units of 1,000 bytes.
package struct FileSize: Sendable {
  private let bytes: Int
  private let language: Language

  package init(_ bytes: Int, language: Language) {
    self.bytes = bytes
    self.language = language
  }

  package var text: String {
    let units = language.desk.common.sizes
    switch bytes {
    case ..<1_000:
      return units.bytes(language.number(bytes))
    case ..<1_000_000:
      return units.kilobytes(language.number(bytes / 1_000))
    default:
      let tenths = language.number(bytes / 100_000 % 10)
      return units.megabytes(language.number(bytes / 1_000_000) + units.decimalMark + tenths)
    }
  }
}
