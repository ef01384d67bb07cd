/// Phrases of many languages for one purpose, looked up in normalised spelling.
///
/// Written as one line per language, `da: skrev | skriver`, in each language's own spelling.
struct PhraseTable: Sendable {
  /// The codes of the languages (BCP 47) that the table has words for.
  let languages: Set<String>
  private let phrases: Set<String>
  /// The words that phrases begin with, so that most words are done with after one look.
  private let firstWords: Set<String>
  /// Whether a phrase begins with two bytes of that hash, which is asked before looking further.
  private let starts: [Bool]
  /// The most words that one of the phrases has.
  let longest: Int

  init(_ table: String) {
    var languages: Set<String> = []
    var phrases: Set<String> = []
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      languages.insert(parts[0].filter { $0 != " " })
      phrases.formUnion(parts[1].split(separator: "|").map { LineWords(String($0)).phrase })
    }
    self.languages = languages
    self.phrases = phrases.subtracting([""])
    starts = self.phrases.reduce(into: Array(repeating: false, count: 1_024)) {
      $0[Self.slot($1)] = true
    }
    let words = phrases.map { $0.split(separator: " ") }
    firstWords = Set(words.compactMap { $0.first.map(String.init) })
    longest = words.map(\.count).max() ?? 0
  }

  /// Whether `phrase`, normalised already, stands in the table.
  func contains(_ phrase: String) -> Bool {
    starts[Self.slot(phrase)] && phrases.contains(phrase)
  }

  private static func slot(_ text: String) -> Int {
    var bytes = text.utf8.makeIterator()
    return (Int(bytes.next() ?? 0) << 5 ^ Int(bytes.next() ?? 0)) & 1_023
  }

  /// The number of words of the longest phrase of the table that opens `words`, 0 if none does.
  func opening(_ words: ArraySlice<String>) -> Int {
    guard let first = words.first, starts(with: first) else { return 0 }
    let counts = stride(from: min(longest, words.count), to: 0, by: -1)
    return counts.first { contains(words.prefix($0).joined(separator: " ")) } ?? 0
  }

  private func starts(with word: String) -> Bool {
    // The second byte of a phrase can be the space behind a word of one letter.
    (word.utf8.count < 2 || starts[Self.slot(word)]) && firstWords.contains(word)
  }

  /// Whether one of the phrases ends the word, as in scripts that leave no spaces.
  func ends(_ word: String) -> Bool { phrases.contains { word.hasSuffix($0) } }

  /// Whether a phrase of the table stands anywhere among `words`.
  func occurs(in words: ArraySlice<String>) -> Bool {
    words.indices.contains { opening(words[$0...]) > 0 }
  }
}
