import Testing

@testable import Web

/// Browsers by the names that people know.
@Suite struct DeviceNameTests {
  @Test(arguments: [
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140 Safari/537.36 "
        + "Edg/140.0", "Edge · Windows"
    ),
    ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1",
      "Safari · iPhone"
    ),
    ("Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile Safari/537.36", "Chrome · Android"),
    ("curl/8.1", "curl/8.1"), ("", ""),
  ])
  func `it is known`(device: String, name: String) {
    #expect(DeviceName(device).text == name)
  }

  @Test func `what is unknown is cut short`() {
    #expect(DeviceName(String(repeating: "x", count: 61)).text.count == 60)
  }
}
