import Testing

@testable import rapport

@Suite struct IPNetworkTests {
  @Test(arguments: [
    ("10.0.0.0/8", "10.255.255.255", true),
    ("10.0.0.0/8", "11.0.0.0", false),
    ("10.0.0.0/8", "9.255.255.255", false),
    ("10.1.2.3/8", "10.9.9.9", true),
    ("192.0.2.7", "192.0.2.7", true),
    ("192.0.2.7", "192.0.2.6", false),
    ("192.0.2.128/25", "192.0.2.127", false),
    ("192.0.2.128/25", "192.0.2.128", true),
    ("0.0.0.0/0", "255.1.2.3", true),
    ("0.0.0.0/0", "2001:db8::1", false),
    ("2001:db8::/32", "2001:db8:ffff::1", true),
    ("2001:db8::/32", "2001:db9::", false),
    ("2001:db8::/32", "10.0.0.1", false),
    ("2001:db8::1", "2001:db8:0:0::1", true),
    ("10.0.0.0/8", "::ffff:10.1.1.1", true),
    ("::ffff:10.0.0.0/104", "10.1.1.1", true),
    ("::/0", "2001:db8::1", true),
  ])
  func `a network holds the addresses that begin with its bits`(
    network: String,
    address: String,
    expected: Bool
  ) throws {
    let network = try #require(IPNetwork(network))
    let address = try #require(IPAddress(address))
    #expect(network.contains(address) == expected)
  }

  @Test(arguments: [
    "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8", "10.0.0/8",
    "010.0.0.1", "::/129", "::1::", "example.com", "10.0.0.1 ", "10.0.0.0/٨",
  ])
  func `what is no network is refused`(text: String) {
    #expect(IPNetwork(text) == nil)
  }
}
