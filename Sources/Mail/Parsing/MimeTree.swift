import CGMime

/// Takes the body of a mail apart (RFC 2046).
struct MimeTree {
  /// Deeper parts are left out.
  static let depthLimit = 100
  /// Further parts are left out.
  static let partLimit = 10_000
  /// A line that may separate parts costs GMime an object that is larger than the line.
  private static let separatorLimit = 4 * partLimit

  private(set) var leaves: [MimeLeaf] = []
  private(set) var omittedParts = 0

  private let bodyStart: Int
  private let headerLength: Int

  init(_ bytes: [UInt8], header: RawHeader) {
    GMimeLibrary.start()
    let head = ContentFields(of: header, body: bytes[header.bodyStart...]).bytes
    bodyStart = header.bodyStart
    headerLength = head.count
    let end = Self.end(of: bytes, from: header.bodyStart)
    if end < bytes.count { omittedParts += 1 }
    guard let array = g_byte_array_sized_new(UInt32(clamping: head.count + end - bodyStart)) else {
      return
    }
    g_byte_array_append(array, head, UInt32(head.count))
    bytes[bodyStart..<end].withUnsafeBufferPointer { body in
      _ = g_byte_array_append(array, body.baseAddress, UInt32(clamping: body.count))
    }
    // The stream owns the array, the parser the stream.
    let stream = cgmime_stream(array)
    defer { g_object_unref(stream) }
    read(stream)
  }

  private mutating func read(_ stream: UnsafeMutablePointer<GMimeStream>?) {
    let options = g_mime_parser_options_new()
    defer { g_mime_parser_options_free(options) }
    g_mime_parser_options_set_parameter_compliance_mode(options, GMIME_RFC_COMPLIANCE_LOOSE)
    let parser = g_mime_parser_new_with_stream(stream)
    defer { g_object_unref(parser) }
    g_mime_parser_set_persist_stream(parser, 1)
    guard let message = g_mime_parser_construct_message(parser, options) else { return }
    defer { g_object_unref(message) }
    if let root = cgmime_root(message) { walk(root, in: .none, depth: 0) }
  }

  private mutating func walk(
    _ object: UnsafeMutablePointer<GMimeObject>,
    in container: MimeLeaf.Container,
    depth: Int
  ) {
    if let multipart = cgmime_multipart(object) {
      guard depth < Self.depthLimit else {
        omittedParts += 1
        return
      }
      walk(multipart, GMimeFields(object), depth: depth)
    } else if let part = cgmime_part(object) {
      guard leaves.count < Self.partLimit else {
        omittedParts += 1
        return
      }
      append(part, GMimeFields(object), in: container)
    }
  }

  private mutating func walk(
    _ multipart: UnsafeMutablePointer<GMimeMultipart>,
    _ fields: GMimeFields,
    depth: Int
  ) {
    let count = g_mime_multipart_get_count(multipart)
    let container = Self.container(fields.type)
    for index in 0..<count {
      guard let child = g_mime_multipart_get_part(multipart, index) else { continue }
      walk(child, in: container, depth: depth + 1)
    }
  }

  private mutating func append(
    _ part: UnsafeMutablePointer<GMimePart>,
    _ fields: GMimeFields,
    in container: MimeLeaf.Container
  ) {
    let content = content(of: part)
    leaves.append(fields.leaf(content: content, in: container))
  }

  private func content(of part: UnsafeMutablePointer<GMimePart>) -> Range<Int> {
    var start: gint64 = 0
    var end: gint64 = 0
    guard cgmime_content_range(part, &start, &end) != 0 else { return bodyStart..<bodyStart }
    return (Int(start) - headerLength + bodyStart)..<(Int(end) - headerLength + bodyStart)
  }

  private static func container(_ type: String) -> MimeLeaf.Container {
    switch type {
    case "multipart/alternative": .alternative
    case "multipart/related": .related
    case "multipart/report": .report
    default: .other
    }
  }

  /// Where reading ends: behind the last line that GMime may make a part of.
  private static func end(of bytes: [UInt8], from start: Int) -> Int {
    guard bytes.count - start > separatorLimit else { return bytes.count }
    var count = 0
    var index = start
    let dash = UInt8(ascii: "-")
    while index + 2 < bytes.count {
      if bytes[index] == .lineFeed, bytes[index + 1] == dash, bytes[index + 2] == dash {
        count += 1
        if count > separatorLimit { return index }
      }
      index += 1
    }
    return bytes.count
  }
}
