import CGMime

/// What the header of a part says about its content.
struct GMimeFields {
  private let object: UnsafeMutablePointer<GMimeObject>
  private let contentType: UnsafeMutablePointer<GMimeContentType>?
  /// In lower case: `text/plain`, also where the part says nothing (RFC 2045, 5.2).
  let type: String

  init(_ object: UnsafeMutablePointer<GMimeObject>) {
    self.object = object
    contentType = g_mime_object_get_content_type(object)
    let mediaType = g_mime_content_type_get_media_type(contentType)
    let subtype = g_mime_content_type_get_media_subtype(contentType)
    type = "\(Self.text(mediaType) ?? "text")/\(Self.text(subtype) ?? "plain")".lowercased()
  }

  func leaf(content: Range<Int>, in container: MimeLeaf.Container) -> MimeLeaf {
    var leaf = MimeLeaf(type: type, content: content)
    leaf.charset = parameter("charset")
    leaf.isFlowed = parameter("format")?.lowercased() == "flowed"
    leaf.deletesSpace = parameter("delsp")?.lowercased() == "yes"
    leaf.name = name
    leaf.disposition = Self.text(g_mime_object_get_disposition(object))?.lowercased()
    leaf.contentID = Self.text(g_mime_object_get_content_id(object))
      .flatMap(MessageIDs.first(in:))
    leaf.encoding = TransferEncoding(field("Content-Transfer-Encoding"))
    leaf.container = container
    return leaf
  }

  /// The last component of what any field names the part.
  private var name: String? {
    let named =
      Self.text(g_mime_object_get_content_disposition_parameter(object, "filename"))
      ?? Self.text(g_mime_object_get_content_disposition_parameter(object, "name"))
      ?? parameter("name") ?? parameter("filename") ?? location
    return named.flatMap { FileName.clean(EncodedWords.decode($0)) }
  }

  /// RFC 2557; an address of the web names a page rather than a file.
  private var location: String? {
    guard !type.hasPrefix("text/"), let location = field("Content-Location"),
      !location.contains("://")
    else { return nil }
    return location
  }

  private func parameter(_ name: String) -> String? {
    Self.text(g_mime_content_type_get_parameter(contentType, name))
  }

  private func field(_ name: String) -> String? {
    let header = g_mime_header_list_get_header(g_mime_object_get_header_list(object), name)
    guard let header else { return nil }
    return Self.text(g_mime_header_get_value(header))
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    guard let pointer else { return nil }
    let text = HeaderText.oneLine(String(cString: pointer))
    return text.isEmpty ? nil : text
  }
}
