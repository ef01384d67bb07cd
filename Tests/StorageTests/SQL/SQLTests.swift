import Storage
import TestSupport
import Testing

@Suite struct SQLTests {
  @Test func `values become numbered placeholders, never text`() {
    let name = "Robert'); DROP TABLE customer; --"
    let sql: SQL = "SELECT \(name), \(Int64(7)) WHERE \(true)"

    #expect(sql.text == "SELECT $1, $2 WHERE $3")
    #expect(sql.parameters.map(\.value) == [.text(name), .integer(7), .integer(1)])
  }

  @Test func `a statement within a statement is renumbered`() {
    let inner: SQL = "b = \(2) AND c = \(3)"
    let sql: SQL = "a = \(1) AND (\(inner)) AND d = \(4)"

    #expect(sql.text == "a = $1 AND (b = $2 AND c = $3) AND d = $4")
    #expect(sql.parameters.map(\.value) == [.integer(1), .integer(2), .integer(3), .integer(4)])
  }

  @Test func `statements are joined and renumbered`() {
    let parts: [SQL] = ["a = \(1)", "b = \(2)", "c = \(3)"]

    #expect(SQL.joined(parts, by: " OR ").text == "a = $1 OR b = $2 OR c = $3")
    #expect(SQL.joined([], by: " OR ").text == "")
  }

  @Test func `a list stands in brackets`() {
    let sql: SQL = "a = \(0) AND b IN \(list: ["x", "y"])"

    #expect(sql.text == "a = $1 AND b IN ($2, $3)")
    #expect(sql.parameters.map(\.value) == [.integer(0), .text("x"), .text("y")])
  }

  @Test func `an empty list holds nothing`() async throws {
    let none: [Int] = []
    let database = try await TestDatabase.empty()

    let found = try await database.read { try $0.rows("SELECT 1 WHERE 1 IN \(list: none)").count }

    #expect(found == 0)
  }

  @Test func `what is absent keeps its type`() {
    let (number, text, bytes): (Int?, String?, [UInt8]?) = (nil, nil, nil)
    let real: Double? = nil
    let sql: SQL = "VALUES (\(number), \(text), \(bytes), \(real))"

    #expect(sql.parameters.map(\.type) == [.integer, .text, .blob, .real])
    #expect(sql.parameters.map(\.value) == [.null, .null, .null, .null])
  }

  @Test func `an absent value alone is understood by the engine`() async throws {
    let (number, text): (Int?, String?) = (nil, nil)
    let database = try await TestDatabase.empty()

    let row = try await database.read {
      try $0.rows("SELECT COALESCE(\(number), 7), COALESCE(\(text), 'seven')").first
    }

    #expect(row?.values == [.integer(7), .text("seven")])
  }
}
