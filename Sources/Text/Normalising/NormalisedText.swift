/// Text in the one spelling in which it is searched and read.
///
/// Lower case, without accents; compatibility forms (full-width, ligatures, presentation forms)
/// plain; every decimal digit ASCII; Arabic and Persian letters united; ß as ss. Controls and
/// white space become spaces, invisible characters vanish: joiners, direction marks, soft hyphens,
/// variation selectors. Marks that belong to the spelling (Devanagari, Thai, kana) stay in
/// canonical order, at most 8 on a letter.
///
/// Texts that Unicode calls canonically equivalent become equal, and normalising twice changes
/// nothing. The result can be longer than the text, at most 18 scalars for one.
package struct NormalisedText: Sendable, Hashable {
  /// The folded scalars in order.
  private(set) var scalars: [FoldedScalar] = []

  /// More marks than any language puts on one letter; what exceeds them is decoration.
  private static let marksPerLetter = 8

  /// Normalises the first `scalarLimit` Unicode scalars of `text`, whatever they are, in one pass.
  package init(_ text: String, scalarLimit: Int = .max) {
    let table = FoldingTable.shared
    scalars.reserveCapacity(max(0, min(text.utf8.count, scalarLimit)))
    var left = scalarLimit
    for scalar in text.unicodeScalars {
      guard left > 0 else { break }
      left -= 1
      if let one = table.one(for: scalar) {
        append(one)
      } else {
        for folded in table.all(for: scalar) { append(folded) }
      }
    }
  }

  /// The normalised text.
  package var string: String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(scalars.count)
    for folded in scalars { utf8.append(folded.scalar) }
    return String(decoding: utf8, as: UTF8.self)
  }

  @inline(__always)
  private mutating func append(_ next: FoldedScalar) {
    switch next.scalarClass {
    case .mark: insertMark(next)
    case .breve: applyBreve()
    case .otherLetter: appendComposingHangul(next)
    default: scalars.append(next)
    }
  }

  /// Inserts a mark in canonical order (UAX #15, D109) among those at the end.
  private mutating func insertMark(_ mark: FoldedScalar) {
    let marks = scalars.suffix(Self.marksPerLetter).reversed().prefix { $0.scalarClass == .mark }
    guard marks.count < Self.marksPerLetter else { return }
    let order = mark.scalar.properties.canonicalCombiningClass.rawValue
    let later =
      order == 0
      ? 0
      : marks.prefix { $0.scalar.properties.canonicalCombiningClass.rawValue > order }.count
    scalars.insert(mark, at: scalars.count - later)
  }

  /// й is a letter of its own, which the Russian stemmer needs, not an accented и.
  private mutating func applyBreve() {
    guard scalars.last?.scalar == "и" else { return }
    scalars[scalars.count - 1] = FoldedScalar("й")
  }

  /// Composes Hangul from its parts (Unicode Standard, section 3.12).
  private mutating func appendComposingHangul(_ next: FoldedScalar) {
    guard let last = scalars.last?.scalar.value,
      let syllable = Self.syllable(last, next.scalar.value)
    else { return scalars.append(next) }
    scalars[scalars.count - 1] = FoldedScalar(syllable)
  }

  private static func syllable(_ first: UInt32, _ second: UInt32) -> Unicode.Scalar? {
    switch (first, second) {
    case (0x1100...0x1112, 0x1161...0x1175):
      Unicode.Scalar(0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28)
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (first - 0xAC00) % 28 == 0:
      Unicode.Scalar(first + second - 0x11A7)
    default: nil
    }
  }
}
