import Testing

@testable import rapport

@Suite struct EditsTests {
  @Test(arguments: [
    ("", "", 0), ("", "port", 4), ("port", "", 4), ("port", "port", 0), ("prot", "port", 2),
    ("tls_key", "tls-key", 1), ("kitten", "sitting", 3),
  ])
  func `edits are counted`(one: String, other: String, count: Int) {
    #expect(one.edits(to: other) == count)
    #expect(other.edits(to: one) == count)
  }
}
