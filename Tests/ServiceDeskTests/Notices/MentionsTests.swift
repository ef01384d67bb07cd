import Testing

@testable import ServiceDesk

/// Who is spoken of in a note.
@Suite struct MentionsTests {
  private static let people: [(id: ID<Agent>, name: String)] = [
    (ID(1), "Sara"), (ID(2), "Sara Kara"), (ID(3), "Νίκος"), (ID(4), "مریم"), (ID(5), "sara"),
  ]

  @Test(arguments: [
    ("@Sara, look", [1, 5]), ("@sara kara", [2]), ("@Sara Karate", [1, 5]), ("@SARA!", [1, 5]),
    ("(@Νίκος)", [3]), ("سلام @مریم جان", [4]), ("@Sara @Sara @Νίκος", [1, 5, 3]),
    ("mail sara@sara.example", []), ("@Saras", []), ("@", []), ("@@Sara", [1, 5]), ("Sara", []),
  ])
  func `a name behind an at sign is meant`(text: String, ids: [Int64]) {
    #expect(Mentions(text, of: Self.people).agents == ids.map { ID($0) })
  }
}
