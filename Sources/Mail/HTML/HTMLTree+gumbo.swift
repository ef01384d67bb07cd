import CGumbo

extension HTMLTree.Element {
  init(gumbo element: GumboElement) {
    name = Self.name(of: element)
    let attributes = element.attributes
    self.attributes = (0..<Int(attributes.length)).compactMap { index in
      attributes.data[index].map {
        HTMLTree.Attribute(gumbo: $0.assumingMemoryBound(to: GumboAttribute.self).pointee)
      }
    }
  }

  private static func name(of element: GumboElement) -> String {
    guard element.tag == GUMBO_TAG_UNKNOWN else {
      return String(cString: gumbo_normalized_tagname(element.tag))
    }
    var piece = element.original_tag
    gumbo_tag_from_original_text(&piece)
    guard let start = piece.data else { return "" }
    let bytes = UnsafeRawBufferPointer(start: start, count: piece.length)
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }
}

extension HTMLTree.Attribute {
  fileprivate init(gumbo attribute: GumboAttribute) {
    name = String(cString: attribute.name)
    value = String(cString: attribute.value)
  }
}
