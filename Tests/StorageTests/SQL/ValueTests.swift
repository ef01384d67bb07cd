import Storage
import TestSupport
import Testing

@Suite struct ValueTests {
  private enum Colour: String, SQLConvertible { case red, green }

  /// What comes back of a value that was stored.
  private func stored<T: SQLConvertible & Sendable>(_ value: T) async throws -> T {
    let column: SQL =
      switch T.sqlType {
      case .integer: "BIGINT"
      case .real: "DOUBLE PRECISION"
      case .text: "TEXT"
      case .blob: try await TestDatabase.empty().dialect.blob
      }
    return try await TestDatabase.empty().write { transaction in
      try transaction.execute("CREATE TABLE kept (value \(column))")
      try transaction.execute("INSERT INTO kept (value) VALUES (\(value))")
      let rows = try transaction.rows("SELECT value FROM kept")
      return try #require(rows.first)[0]
    }
  }

  @Test(arguments: [.min, -1, 0, 1, .max] as [Int64])
  func `whole numbers come back`(number: Int64) async throws {
    #expect(try await stored(number) == number)
  }

  @Test(arguments: [-1.5, 0, 0.1, 1e300, .leastNonzeroMagnitude])
  func `real numbers come back`(number: Double) async throws {
    #expect(try await stored(number) == number)
  }

  @Test(arguments: [
    "", " ", "'; DROP TABLE kept; --", "καλημέρα", "سلام\u{200C}ها", "👨‍👩‍👧‍👦", "$1 \\ %",
  ])
  func `texts come back`(text: String) async throws {
    #expect(try await Array(stored(text).utf8) == Array(text.utf8))
  }

  @Test(arguments: [[], [0], Array(0...255)] as [[UInt8]])
  func `bytes come back`(bytes: [UInt8]) async throws {
    #expect(try await stored(bytes) == bytes)
  }

  @Test func `flags, times and enumerations come back`() async throws {
    #expect(try await stored(true))
    #expect(try await stored(TestClock.start) == TestClock.start)
    #expect(try await stored(Colour.green) == .green)
  }

  @Test func `a value of another type is refused, and not guessed at`() throws {
    let row = Row(values: [.text("1"), .integer(2), .null, .text("blue")])

    #expect(throws: DatabaseFailure.self) { let _: Int64 = try row[0] }
    #expect(throws: DatabaseFailure.self) { let _: Bool = try row[1] }
    #expect(throws: DatabaseFailure.self) { let _: String = try row[2] }
    #expect(throws: DatabaseFailure.self) { let _: Colour = try row[3] }
    #expect(throws: DatabaseFailure.self) { let _: Colour? = try row[3] }
    let absent: String? = try row[2]
    #expect(absent == nil)
  }

  @Test func `times move by whole milliseconds`() {
    let start = Timestamp(milliseconds: 1_000)

    #expect(start + .seconds(2) == Timestamp(milliseconds: 3_000))
    #expect(start - .milliseconds(1) == Timestamp(milliseconds: 999))
    #expect(start + .microseconds(1_999) == Timestamp(milliseconds: 1_001))
    #expect(start + .days(1) == Timestamp(milliseconds: 86_401_000))
    #expect(start < start + .milliseconds(1))
  }
}
