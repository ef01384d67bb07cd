extension String {
  /// With all but RFC 3986's unreserved characters (section 2.3) encoded.
  var percentEncoded: String {
    utf8.map { byte in
      let character = Character(UnicodeScalar(byte))
      let isUnreserved =
        byte < 0x80 && (character.isLetter || character.isNumber || "-._~".contains(character))
      let hex = String(byte, radix: 16, uppercase: true)
      return isUnreserved ? String(character) : byte < 16 ? "%0\(hex)" : "%\(hex)"
    }
    .joined()
  }
}
