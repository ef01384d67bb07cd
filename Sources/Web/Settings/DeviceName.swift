/// What a person calls a browser, from what it calls itself (RFC 9110, 10.1.5).
struct DeviceName: Sendable {
  /// The browser and the system, as in `Firefox · Windows`; empty if neither is known.
  let text: String

  // What comes first names itself as one of those after it too.
  private static let browsers = [
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrom", "Chrome"), ("CriOS", "Chrome"),
    ("Safari", "Safari"),
  ]

  private static let systems = [
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("Macintosh", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
  ]

  init(_ device: String) {
    let known = [Self.browsers, Self.systems].compactMap { list in
      list.first { device.contains($0.0) }?.1
    }
    text = known.isEmpty ? String(device.prefix(60)) : known.joined(separator: " · ")
  }
}
