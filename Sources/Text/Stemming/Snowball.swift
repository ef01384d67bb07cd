import CStemmer

/// One stemmer per language of libstemmer; each keeps the word it works on in its handle.
///
/// Cannot be copied, so the handles have one owner, which frees them.
struct Snowball: ~Copyable {
  enum Language { case english, greek, russian }

  private let english = Self.open("english")
  private let greek = Self.open("greek")
  private let russian = Self.open("russian")

  deinit {
    sb_stemmer_delete(english)
    sb_stemmer_delete(greek)
    sb_stemmer_delete(russian)
  }

  /// Stems a normalised word.
  ///
  /// - Returns: the stem, or the word itself if nothing would be left of it.
  mutating func stem(_ word: String, as language: Language) -> String {
    let handle =
      switch language {
      case .english: english
      case .greek: greek
      case .russian: russian
      }
    var word = word
    let stem = word.withUTF8 { utf8 -> String? in
      guard let bytes = sb_stemmer_stem(handle, utf8.baseAddress, Int32(utf8.count)) else {
        return nil
      }
      // The bytes are the handle's and change with its next word: copied here.
      let length = Int(sb_stemmer_length(handle))
      return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
    }
    guard let stem, !stem.isEmpty else { return word }
    return stem
  }

  private static func open(_ algorithm: String) -> OpaquePointer {
    guard let handle = sb_stemmer_new(algorithm, "UTF_8") else {
      // Without it documents would be indexed under words that no later query asks for.
      preconditionFailure("libstemmer has no \(algorithm) stemmer or no memory is left")
    }
    return handle
  }
}
