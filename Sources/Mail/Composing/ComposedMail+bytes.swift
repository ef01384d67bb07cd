import CGMime
import Foundation

extension ComposedMail {
  /// The mail as servers pass it on: RFC 5322 and MIME, ASCII alone, lines of at most 998 bytes
  /// that end in CRLF.
  ///
  /// The same values give the same bytes. Whoever gets a blind copy stands nowhere in it.
  package var bytes: [UInt8] {
    GMimeLibrary.start()
    guard let message = g_mime_message_new(1) else { return [] }
    defer { g_object_unref(message) }
    writeHeader(of: message)
    if let body {
      g_mime_message_set_mime_part(message, body)
      g_object_unref(body)
    }
    guard let bytes = cgmime_bytes(message) else { return [] }
    defer { g_byte_array_unref(bytes) }
    return Array(UnsafeBufferPointer(start: bytes.pointee.data, count: Int(bytes.pointee.len)))
  }

  private func writeHeader(of message: UnsafeMutablePointer<GMimeMessage>) {
    add([from], as: GMIME_ADDRESS_TYPE_FROM, to: message)
    add(replyTo, as: GMIME_ADDRESS_TYPE_REPLY_TO, to: message)
    add(to, as: GMIME_ADDRESS_TYPE_TO, to: message)
    add(cc, as: GMIME_ADDRESS_TYPE_CC, to: message)
    g_mime_message_set_subject(message, subject.onOneLine, "UTF-8")
    setDate(of: message)
    g_mime_message_set_message_id(message, messageID)
    let object = cgmime_object_of_message(message)
    // They come from other people's mail; what is no id would break the line.
    if let inReplyTo, inReplyTo.isMessageID {
      g_mime_object_set_header(object, "In-Reply-To", "<\(inReplyTo)>", nil)
    }
    let known = references.filter(\.isMessageID)
    if !known.isEmpty {
      let ids = known.map { "<\($0)>" }.joined(separator: " ")
      g_mime_object_set_header(object, "References", ids, nil)
    }
    for field in fields {
      g_mime_object_set_header(object, field.name, field.value.onOneLine, "UTF-8")
    }
  }

  private func add(
    _ people: [MailAddress],
    as type: GMimeAddressType,
    to message: UnsafeMutablePointer<GMimeMessage>
  ) {
    guard let list = g_mime_message_get_addresses(message, type) else { return }
    for person in people {
      guard let address = cgmime_address(person.name?.onOneLine, person.address.onOneLine) else {
        continue
      }
      internet_address_set_charset(address, "UTF-8")
      internet_address_list_add(list, address)
      g_object_unref(address)
    }
  }

  private func setDate(of message: UnsafeMutablePointer<GMimeMessage>) {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    guard let time = g_date_time_new_from_unix_utc(seconds) else { return }
    g_mime_message_set_date(message, time)
    g_date_time_unref(time)
  }

  /// Alternatives within what they show, within what goes along; only what is needed of it.
  private var body: UnsafeMutablePointer<GMimeObject>? {
    let shown = files.filter { html != nil && $0.contentID != nil }
    let attached = files.filter { html == nil || $0.contentID == nil }
    guard let words = part(text, subtype: "plain") else { return nil }
    guard let html, let page = part(html, subtype: "html") else {
      return multipart("mixed", [words] + attached.compactMap(part))
    }
    let rich = multipart("related", [page] + shown.compactMap(part))
    let alternatives = multipart("alternative", [words, rich].compactMap(\.self))
    return multipart("mixed", [alternatives].compactMap(\.self) + attached.compactMap(part))
  }

  /// The parts under one roof.
  ///
  /// A single part needs none. Takes the parts over.
  private func multipart(
    _ subtype: String,
    _ parts: [UnsafeMutablePointer<GMimeObject>]
  ) -> UnsafeMutablePointer<GMimeObject>? {
    guard parts.count > 1, let multipart = g_mime_multipart_new_with_subtype(subtype) else {
      return parts.first
    }
    // Random ones would make another mail of each attempt.
    g_mime_multipart_set_boundary(multipart, "=-\(subtype)-\(boundaryName)")
    for part in parts {
      g_mime_multipart_add(multipart, part)
      g_object_unref(part)
    }
    return cgmime_object_of_multipart(multipart)
  }

  /// What no line of the mail begins with, since it comes from the mail's own id.
  private var boundaryName: String {
    let local = messageID.split(separator: "@").first ?? ""
    return String(local.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(48))
  }

  private func part(_ text: String, subtype: String) -> UnsafeMutablePointer<GMimeObject>? {
    guard let part = g_mime_text_part_new_with_subtype(subtype) else { return nil }
    g_mime_text_part_set_charset(part, "utf-8")
    g_mime_text_part_set_text(part, text.withNetworkLineEnds)
    let encoding =
      text.utf8.allSatisfy { $0 < 128 } || text.isMostlyASCII
      ? GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE : GMIME_CONTENT_ENCODING_BASE64
    g_mime_part_set_content_encoding(cgmime_part_of_text(part), encoding)
    return cgmime_object_of_text(part)
  }

  private func part(_ file: File) -> UnsafeMutablePointer<GMimeObject>? {
    let names = file.type.split(separator: "/", maxSplits: 1).map(String.init)
    let type =
      names.count == 2 && names[0] != "message" && names[0] != "multipart"
      ? names : ["application", "octet-stream"]
    guard let part = g_mime_part_new_with_type(type[0], type[1]) else { return nil }
    file.bytes.withUnsafeBytes { cgmime_set_content(part, $0.baseAddress, $0.count) }
    g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64)
    g_mime_object_set_disposition(
      cgmime_object_of_part(part),
      file.contentID == nil ? "attachment" : "inline"
    )
    g_mime_part_set_filename(part, file.name.onOneLine)
    if let contentID = file.contentID { g_mime_part_set_content_id(part, contentID) }
    return cgmime_object_of_part(part)
  }
}

extension String {
  /// Whether it can stand in a header as an id (RFC 5322, 3.6.4), and on one line with its field.
  fileprivate var isMessageID: Bool {
    (1...900).contains(utf8.count)
      && utf8.allSatisfy {
        $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
      }
  }

  /// Without what would begin another header field.
  fileprivate var onOneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 32 ? " " : $0 }))
  }

  fileprivate var withNetworkLineEnds: String {
    replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\n", with: "\r\n")
  }

  /// Whether quoted-printable is shorter than base64, and readable in the source besides.
  fileprivate var isMostlyASCII: Bool {
    utf8.reduce(0) { $0 + ($1 < 128 ? 0 : 1) } * 6 < utf8.count
  }
}
