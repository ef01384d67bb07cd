import ServiceDesk
import Testing

@Suite struct CursorTests {
  @Test(arguments: [0, 1, -1, .max, .min] as [Int64])
  func `a cursor comes back from its text, which fits into an address`(key: Int64) throws {
    let cursor = Cursor(order: "activity", key: key, id: 42)

    #expect(Cursor(cursor.text) == cursor)
    #expect(cursor.text.wholeMatch(of: #/[A-Za-z0-9_-]+/#) != nil)
  }

  @Test(arguments: ["", "x", "????", "YTox", "YToxOjI6Mw", "YTp4OjE", "YToxOng"])
  func `what was not made here is no cursor`(text: String) {
    #expect(Cursor(text) == nil)
  }

  @Test(arguments: [(-1, 1), (0, 1), (1, 1), (50, 50), (200, 200), (201, 200)])
  func `a window is bounded`(asked: Int, given: Int) {
    #expect(Window(limit: asked).limit == given)
  }
}
