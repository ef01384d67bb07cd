import Mail
import Testing

struct RemoteImageAddressTests {
  @Test(arguments: [
    "http://a.example/x.gif", "https://8.8.8.8/", "//a.example/", "HTTPS://a.example:8443/?x#y",
    "https://3com.example/", "https://a.example/@",
  ])
  func `a public picture may be asked for`(_ address: String) {
    #expect(RemoteImageAddress(address) != nil)
  }

  @Test(arguments: [
    "", "x", "ftp://a.example/", "data:image/png;base64,", "http://localhost/", "http://a/",
    "http://127.0.0.1/", "http://127.1/", "http://0x7f.1/", "http://2130706433/",
    "http://10.1.2.3/",
    "http://192.168.0.1/", "http://172.16.0.1/", "http://169.254.169.254/", "http://100.64.0.1/",
    "http://0.0.0.0/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://010.0.0.1/",
    "http://user:pass@a.example/", "http://a.example@127.0.0.1/", "http://printer.local/",
    "http://a.internal/", "http://127.0.0.1./", "http://１２７.0.0.１/", "http://%31%32.a/",
    "http://256.1.1.1/", "http:///", "http://224.0.0.1/",
  ])
  func `anything else may not`(_ address: String) {
    #expect(RemoteImageAddress(address) == nil)
  }
}
