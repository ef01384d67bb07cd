import HTTPTypes

/// The fields and files of a form, as browsers send them with `multipart/form-data` (RFC 7578).
struct MultipartBody: Sendable {
  struct Part: Sendable {
    let name: String
    /// Empty where no file was chosen; `nil` for what is no file.
    let fileName: String?
    let bytes: [UInt8]
  }

  private static let mostParts = 20
  private static let mostHeaderBytes = 4_096

  let parts: [Part]

  /// - Throws: a ``Problem`` if the body is no such form, or has more than 20 parts.
  init(_ body: [UInt8], type: String?) throws(Problem) {
    guard let boundary = Self.boundary(of: type ?? "") else {
      throw Problem(status: 415, code: "wrongContentType")
    }
    // The first boundary stands at the very beginning, the others after a line end.
    let delimiter = Array("\r\n--\(boundary)".utf8)
    let places = Self.places(of: delimiter, in: Array("\r\n".utf8) + body)
    guard places.count > 1, places.count <= Self.mostParts + 1 else {
      throw Problem(status: 400, code: "badRequest")
    }
    // Places count the line end put in front; the part begins after the delimiter's own.
    parts = zip(places, places.dropFirst()).compactMap { start, end in
      let from = start - 2 + delimiter.count + 2
      return from < end - 2
        ? Part(body[from..<(end - 2)], mostHeaderBytes: Self.mostHeaderBytes) : nil
    }
  }

  /// The text of a field; empty where there is none.
  subscript(_ name: String) -> String {
    parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  /// The file of a field, if one was chosen.
  func file(_ name: String) -> Part? {
    parts.first { $0.name == name && $0.fileName?.isEmpty == false && !$0.bytes.isEmpty }
  }

  /// 1 to 70 characters (RFC 2046, 5.1.1).
  private static func boundary(of type: String) -> String? {
    let parts = type.split(separator: ";").map(\.trimmed)
    guard parts.first?.lowercased() == "multipart/form-data",
      let text = parts.first(where: { $0.lowercased().hasPrefix("boundary=") })
    else { return nil }
    let boundary = text.dropFirst(9).filter { $0 != "\"" }
    return (1...70).contains(boundary.utf8.count) ? String(boundary) : nil
  }

  private static func places(of wanted: [UInt8], in bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    var index = 0
    while index + wanted.count <= bytes.count, places.count <= mostParts + 1 {
      if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
        places.append(index)
        index += wanted.count
      } else {
        index += 1
      }
    }
    return places
  }
}

extension MultipartBody.Part {
  fileprivate init?(_ part: ArraySlice<UInt8>, mostHeaderBytes: Int) {
    let end = Array("\r\n\r\n".utf8)
    let head = part.prefix(mostHeaderBytes)
    guard
      let gap = head.indices.first(where: { head[$0...].prefix(end.count).elementsEqual(end) })
    else { return nil }
    let lines = String(decoding: part[..<gap], as: UTF8.self).split(separator: "\r\n")
    guard
      let disposition = lines.first(where: {
        $0.lowercased().hasPrefix("content-disposition: form-data")
      }),
      let name = disposition.firstMatch(of: /[; ]name="([^"]*)"/)
    else { return nil }
    self.name = String(name.output.1)
    fileName = disposition.firstMatch(of: /[; ]filename="([^"]*)"/).map { String($0.output.1) }
    bytes = Array(part[(gap + end.count)...])
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
