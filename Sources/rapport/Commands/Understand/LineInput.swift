import Foundation

/// The lines of a file or pipe, read in large pieces.
struct LineInput {
  /// Of a longer line only so many bytes are kept, so that memory stays bounded.
  private let lineLimit: Int
  private let file: FileHandle
  private var piece: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  init(_ file: FileHandle, lineLimit: Int) {
    self.file = file
    self.lineLimit = lineLimit
  }

  /// Whether the next line is there without waiting for anybody to write it.
  var hasWholeLine: Bool { piece[position...].contains(0x0A) }

  /// The next line without its end, or `nil` after the last one.
  ///
  /// - Returns: at most one byte more than the limit of a longer line.
  mutating func next() -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      let rest = piece[position...]
      let end = rest.firstIndex(of: 0x0A)
      line += rest[..<(end ?? rest.endIndex)].prefix(lineLimit + 1 - line.count)
      position = end.map { $0 + 1 } ?? piece.endIndex
      if end != nil { break }
      if !readPiece() {
        if line.isEmpty { return nil }
        break
      }
    }
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  private mutating func readPiece() -> Bool {
    if isAtEnd { return false }
    piece = [UInt8](file.availableData)
    position = piece.startIndex
    isAtEnd = piece.isEmpty
    return !isAtEnd
  }
}
