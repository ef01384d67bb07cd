import Text

/// Compiles lexicons from their sources, one for each language.
///
/// A source has sections `[concept]` with phrases between commas. `*` at the end of a word stands
/// for any ending, `~` between words for up to two words; `#` begins a comment line.
package struct LexiconBuilder {
  private var concepts: [String] = []
  private var elements: [UInt32: UInt32] = [:]
  private var transitions: [UInt32: UInt32] = [:]
  private var endings: [UInt32: [UInt32]] = [:]
  /// The phrases as written with their concepts, in order: what a trainer can learn from.
  package private(set) var phrases: [(text: String, concept: Int)] = []

  package init() {}

  /// Adds the phrases of one source.
  ///
  /// - Throws: ``LexiconFailure`` at the first line that makes no sense.
  package mutating func add(_ source: String) throws {
    var concept: Int?
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        concept = try number(String(line[line.index(after: line.startIndex)..<end]))
        continue
      }
      guard let concept else { throw LexiconFailure.phraseWithoutConcept(line: index + 1) }
      for phrase in line.split(separator: ",") {
        let text = String(phrase.drop { $0 == " " })
        if text.isEmpty { continue }
        guard add(text, concept) else {
          throw LexiconFailure.unusablePhrase(text, line: index + 1)
        }
      }
    }
  }

  /// The compiled lexicon.
  package func build() -> Lexicon {
    var flat: [UInt32] = []
    var first: [(key: UInt32, value: UInt32)] = []
    for (state, list) in endings.sorted(by: { $0.key < $1.key }) {
      first.append((state, UInt32(flat.count + 1)))
      flat += list + [Lexicon.endMark]
    }
    return Lexicon(
      concepts: concepts,
      elements: Self.table(elements),
      transitions: Self.table(transitions),
      firstEndings: HashTable(first),
      endings: flat
    )
  }

  private static func table(_ entries: [UInt32: UInt32]) -> HashTable {
    HashTable(entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private mutating func number(_ name: String) throws -> Int {
    if let known = concepts.firstIndex(of: name) { return known }
    guard concepts.count < Lexicon.conceptLimit else { throw LexiconFailure.tooManyConcepts }
    concepts.append(name)
    return concepts.count - 1
  }

  private mutating func add(_ phrase: String, _ concept: Int) -> Bool {
    let pattern = PhrasePattern(phrase)
    guard (1...Lexicon.phraseLimit).contains(pattern.steps.count) else { return false }
    phrases.append((pattern.plainText, concept))
    for keys in pattern.spellings { addPath(keys, UInt32(concept)) }
    return true
  }

  private mutating func addPath(_ keys: [UInt32], _ concept: UInt32) {
    var state: UInt32 = 0
    for key in keys {
      let element = key == 0 ? Lexicon.gapElement : element(key)
      let step = Lexicon.key(state: state, element: element)
      if transitions[step] == nil { transitions[step] = UInt32(transitions.count + 1) }
      state = transitions[step] ?? 0
    }
    if endings[state]?.contains(concept) != true { endings[state, default: []].append(concept) }
  }

  private mutating func element(_ key: UInt32) -> UInt32 {
    if let known = elements[key] { return known }
    let number = UInt32(elements.count) + Lexicon.gapElement + 1
    elements[key] = number
    return number
  }
}
