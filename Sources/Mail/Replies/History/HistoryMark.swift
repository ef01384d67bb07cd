/// A line that divides the reply from the history below it: "-----Original Message-----".
struct HistoryMark {
  private let source: ReplySource

  /// A mark without a rule stands on a short line of its own.
  private static let loneWordLimit = 8
  private static let wordLimit = 24

  init(_ source: ReplySource) { self.source = source }

  /// Whether the line, which has these words, divides.
  func isMark(_ index: Int, words: LineWords) -> Bool {
    guard mayBeMark(index) else { return false }
    let rule = ByteScan.leadingRule(source.content(of: index))
    let phrase = words.words[...]
    guard !phrase.isEmpty else { return false }
    if rule.marks >= 2, isOriginal(phrase) || isForward(phrase) { return true }
    if isCut(phrase) { return true }
    return standsAlone(phrase, at: index)
  }

  /// Whether the line says that a mail is passed on.
  func isForward(_ index: Int) -> Bool {
    guard mayBeMark(index) else { return false }
    let phrase = source.words(of: index).words[...]
    return !phrase.isEmpty && isForward(phrase)
  }

  /// Whether the line is short enough, or begins with a rule.
  func mayBeMark(_ index: Int) -> Bool {
    let line = source.lines[index]
    if line.chunkCount <= Self.loneWordLimit { return !line.isBlank }
    return line.chunkCount <= Self.wordLimit && ByteScan.ruleWidth(source.content(of: index)) > 0
  }

  /// A rule of dashes, stars or the like and nothing else, at least three marks long.
  func isRule(_ index: Int) -> Bool {
    let content = source.content(of: index)
    let rule = ByteScan.leadingRule(content)
    if rule.marks >= 3 { return isClosed(content.dropFirst(rule.width)) }
    return false
  }

  /// What is left of a rule is spaces and marks, or words closed by as many marks.
  private func isClosed(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.isEmpty || rest.suffix(3).allSatisfy { ByteScan.ruleWidth([$0]) > 0 }
  }

  private func isOriginal(_ phrase: ArraySlice<String>) -> Bool {
    HistoryMarkers.originals.opening(phrase) > 0
  }

  private func isForward(_ phrase: ArraySlice<String>) -> Bool {
    HistoryMarkers.forwards.opening(phrase) > 0
  }

  private func isCut(_ phrase: ArraySlice<String>) -> Bool {
    phrase.count <= 16 && HistoryMarkers.cuts.occurs(in: phrase)
  }

  /// "Begin forwarded message:" needs no dashes; "Original Message" needs headers below it.
  private func standsAlone(_ phrase: ArraySlice<String>, at index: Int) -> Bool {
    let forward = HistoryMarkers.forwards.opening(phrase)
    let original = HistoryMarkers.originals.opening(phrase)
    guard max(forward, original) == phrase.count,
      let next = source.worded(from: index + 1, before: min(index + 4, source.lines.count))
    else { return false }
    return HeaderBlock(source).label(of: next) != nil
  }
}
