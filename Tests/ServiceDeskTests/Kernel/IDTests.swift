import Foundation
import ServiceDesk
import Testing

@Suite struct IDTests {
  @Test func `an identifier is a string in JSON, and comes back`() throws {
    let id = ID<Agent>(9_007_199_254_740_993)
    let data = try JSONEncoder().encode([id])

    #expect(String(decoding: data, as: UTF8.self) == #"["9007199254740993"]"#)
    #expect(try JSONDecoder().decode([ID<Agent>].self, from: data) == [id])
  }

  @Test(arguments: ["", "0", "-1", "+1", "01", " 1", "1.0", "1e3", "９", "9223372036854775808", "x"])
  func `what is not written as we write it is no identifier`(text: String) {
    #expect(ID<Agent>(text) == nil)
  }
}
