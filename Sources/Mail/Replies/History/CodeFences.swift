/// Where a text shows code between lines of three backticks; nothing in there is a quotation.
struct CodeFences: Sendable {
  private let fenced: [Range<Int>]

  init(_ source: ReplySource) {
    let fences = source.lines.indices.filter { source.content(of: $0).starts(with: "```".utf8) }
    fenced = stride(from: 0, to: fences.count - 1, by: 2).map { fences[$0]..<fences[$0 + 1] }
  }

  func contains(_ index: Int) -> Bool {
    guard let first = fenced.first, first.lowerBound <= index else { return false }
    var (low, high) = (0, fenced.count)
    while low < high {
      let middle = (low + high) / 2
      if fenced[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < fenced.count && fenced[low].contains(index)
  }
}
