extension ParsedMail {
  /// How the mailing list calls itself through which the mail came: its addresses (RFC 2369, 3.4)
  /// and its `List-Id` (RFC 2919), in lower case.
  package var listNames: Set<String> {
    var names: Set<String> = []
    for field in headers.all("List-Id") {
      // A description may stand before the name.
      if let name = field.split(separator: "<").last?.prefix(while: { $0 != ">" }) {
        names.insert(name.lowercased())
      }
    }
    for field in headers.all("List-Post") {
      for address in field.split(separator: "<") where address.hasPrefix("mailto:") {
        names.insert(address.dropFirst(7).prefix { $0 != ">" && $0 != "?" }.lowercased())
      }
    }
    // As Google's groups write it: `list support@shop.example; contact …`.
    for field in headers.all("Mailing-List") {
      let words = field.lowercased().split { $0.isWhitespace || $0 == ";" || $0 == "," }
      names.formUnion(words.filter { $0.contains("@") }.map(String.init))
    }
    return names
  }
}
