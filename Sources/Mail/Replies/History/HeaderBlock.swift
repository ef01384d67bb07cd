/// The headers of a quoted mail as lines of text: "From: …", "Sent: …", "To: …", "Subject: …".
struct HeaderBlock {
  private let source: ReplySource
  private let recent = RecentLines<HeaderLabels.Kind?>()

  private static let lineLimit = 20
  /// Lines that a long list of recipients may wrap into.
  private static let continuationLimit = 4

  init(_ source: ReplySource) { self.source = source }

  /// The lines of the block that begins at `start`, `nil` if none does.
  ///
  /// - Parameters:
  ///   - start: The line it would begin on.
  ///   - words: Those of that line.
  /// - Returns: All lines to the last header.
  func lines(from start: Int, words: LineWords) -> Range<Int>? {
    guard let first = recent.value(of: start, read: { label(of: start, words: words) }),
      first != .other
    else { return nil }
    var reading = Reading(first, line: start, hasAddress: hasAddress(start))
    for index in start + 1..<max(start + 1, min(start + Self.lineLimit, source.lines.count)) {
      guard !QuotedLine.isMarked(source.content(of: index)) else { break }
      if source.lines[index].isBlank {
        reading.blanks += 1
        guard reading.blanks <= 1 else { break }
      } else if let kind = label(of: index) {
        guard reading.admits(kind) else { break }
        reading.add(kind, line: index, hasAddress: hasAddress(index))
      } else {
        reading.continuations += 1
        guard reading.continuations <= Self.continuationLimit, reading.blanks == 0 else { break }
        reading.hasAddress = reading.hasAddress || hasAddress(index)
      }
    }
    guard reading.isBlock || isLoneSender(start, reading) else { return nil }
    return start..<reading.last + 1
  }

  /// What the header on a line tells, `nil` if the line is no header.
  func label(of index: Int) -> HeaderLabels.Kind? {
    guard source.lines[index].hasColon else { return nil }
    return recent.value(of: index) { label(of: index, words: source.words(of: index)) }
  }

  private func label(of index: Int, words: LineWords) -> HeaderLabels.Kind? {
    guard source.lines[index].hasColon, Self.startsWithLetter(source.content(of: index)),
      let count = words.wordsBeforeColon, (1...HeaderLabels.wordLimit).contains(count)
    else { return nil }
    return HeaderLabels.kind(of: words.words.prefix(count).joined(separator: " "))
  }

  private static func startsWithLetter(_ content: ArraySlice<UInt8>) -> Bool {
    let bare = content.drop { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
    guard let first = bare.first else { return false }
    return first >= 0x80 || (UInt8(ascii: "A")...UInt8(ascii: "z")).contains(first)
  }

  private func hasAddress(_ index: Int) -> Bool {
    source.lines[index].hasAt && AddressScan.hasAddress(source.content(of: index))
  }

  /// "From: Name <address>" above an empty line is all that some programs print.
  private func isLoneSender(_ start: Int, _ reading: Reading) -> Bool {
    guard reading.kinds == [.from], source.opensParagraph(start), source.closesParagraph(start)
    else { return false }
    let content = source.content(of: start)
    return hasAddress(start)
      && (AddressScan.hasBracket(content) || content.contains(UInt8(ascii: "[")))
  }
}

extension HeaderBlock {
  private struct Reading {
    var kinds: Set<HeaderLabels.Kind>
    var hasAddress: Bool
    var last: Int
    private var count = 1
    var blanks = 0
    var continuations = 0

    init(_ kind: HeaderLabels.Kind, line: Int, hasAddress: Bool) {
      kinds = [kind]
      self.hasAddress = hasAddress
      last = line
    }

    /// One mail has one sender, date and subject, and few headers; more begin another block.
    func admits(_ kind: HeaderLabels.Kind) -> Bool {
      count < 9 && (kind == .other || kind == .recipient || !kinds.contains(kind))
    }

    mutating func add(_ kind: HeaderLabels.Kind, line: Int, hasAddress: Bool) {
      kinds.insert(kind)
      count += 1
      self.hasAddress = self.hasAddress || hasAddress
      last = line
      blanks = 0
      continuations = 0
    }

    /// Three kinds of header, or two with an address.
    ///
    /// A traveller's "From: … To: … Date: …" has no subject and no address.
    var isBlock: Bool {
      let told = kinds.subtracting([.other])
      if told.count >= 3 { return hasAddress || told.contains(.subject) }
      return told.count == 2 && told.contains(.from) && hasAddress
    }
  }
}
