/// Addresses in foreign HTML that may be kept.
enum SafeAddress {
  private static let longest = 4096
  private static let schemes = ["http:", "https:", "mailto:", "tel:"]

  /// The address of a link without what browsers ignore in it.
  ///
  /// - Returns: `nil` for all but http, https, mailto and tel.
  static func link(_ address: String) -> String? {
    guard let address = cleaned(address) else { return nil }
    let start = address.prefix(7).lowercased()
    return schemes.contains { start.hasPrefix($0) } ? address : nil
  }

  /// The host of a web address as it is written, in lower case.
  static func host(_ address: String) -> String? {
    guard let authority = authority(address) else { return nil }
    let start = authority.lastIndex(of: "@").map(authority.index(after:)) ?? authority.startIndex
    let name = authority[start...]
    let host = name.first == "[" ? name.prefix { $0 != "]" } : name.prefix { $0 != ":" }
    return host.isEmpty ? nil : String(host).lowercased()
  }

  /// What is between `http://` or `https://` and the path.
  ///
  /// By scalars, since an accent would hide the slash before it.
  static func authority(_ address: String) -> Substring.UnicodeScalarView? {
    let start = String(address.unicodeScalars.prefix(6)).lowercased()
    guard start.hasPrefix("http:") || start == "https:" else { return nil }
    let rest = address.unicodeScalars.dropFirst(start == "https:" ? 6 : 5)
    return rest.drop { $0 == "/" || $0 == "\\" }.prefix { !ends.contains($0) }
  }

  private static let ends: Set<Unicode.Scalar> = ["/", "\\", "?", "#"]

  /// A picture within its address: of a raster type, in base64 and not large.
  static func isPicture(_ address: String) -> Bool {
    guard address.utf8.count <= 1 << 18, address.utf8.first.map({ $0 | 0x20 }) == 0x64 else {
      return false
    }
    let parts = address.split(separator: ",", maxSplits: 1)
    guard parts.count == 2, pictures.contains(parts[0].lowercased()) else { return false }
    return parts[1].utf8.allSatisfy {
      TextBytes.isLetterOrDigit($0) || $0 == 0x2B || $0 == 0x2F || $0 == 0x3D
    }
  }

  private static let pictures: Set<String> = Set(
    ["gif", "jpeg", "jpg", "png", "webp"].map { "data:image/\($0);base64" }
  )

  /// Without spaces at the ends and control characters anywhere; `//` means https.
  static func cleaned(_ address: String) -> String? {
    guard address.utf8.count <= longest else { return nil }
    guard !address.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) else { return absolute(address) }
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: address.unicodeScalars.filter { $0.value > 0x20 && !(0x7F...0xA0 ~= $0.value) }
    )
    return absolute(String(scalars))
  }

  private static func absolute(_ address: String) -> String {
    address.utf8.starts(with: "//".utf8) ? "https:" + address : address
  }
}
