import Storage
import Testing

@Suite(.enabled(if: PostgresWorld.isAvailable), .serialized)
struct PostgresValueTests {
  @Test(
    arguments: [
      .null, .integer(.min), .integer(-1), .integer(0), .integer(.max),
    ] as [SQLValue]
  )
  func `integers come back`(value: SQLValue) async throws {
    try await expectRoundTrip(SQLParameter(type: .integer, value: value))
  }

  @Test(
    arguments: [
      .null, .real(-0.1), .real(.greatestFiniteMagnitude), .real(.leastNonzeroMagnitude),
      .real(-.infinity),
    ] as [SQLValue]
  )
  func `reals come back`(value: SQLValue) async throws {
    try await expectRoundTrip(SQLParameter(type: .real, value: value))
  }

  @Test(
    arguments: [
      .null, .text(""), .text("it's \\ \"quoted\"\n"), .text("שלום 👩‍👩‍👧 مرحبا"),
    ] as [SQLValue]
  )
  func `texts come back`(value: SQLValue) async throws {
    try await expectRoundTrip(SQLParameter(type: .text, value: value))
  }

  @Test(
    arguments: [
      .null, .blob([]), .blob([0]), .blob(Array(0...255)),
    ] as [SQLValue]
  )
  func `blobs come back`(value: SQLValue) async throws {
    try await expectRoundTrip(SQLParameter(type: .blob, value: value))
  }

  @Test func `large texts and blobs come back`() async throws {
    try await PostgresWorld.with { world in
      try await world.withDatabase { database in
        let text = String(repeating: "é", count: 1_000_000)
        let blob = [UInt8](repeating: 0xFF, count: 3_000_000)
        let row = try await database.read { try $0.rows("SELECT \(text), \(blob)").first }
        // Compared outside: a failed expectation would print megabytes.
        let isSame = row?.values == [.text(text), .blob(blob)]
        #expect(isSame)
      }
    }
  }

  @Test func `all types that queries commonly have can be read`() async throws {
    try await PostgresWorld.with { world in
      try await world.withDatabase { database in
        let row = try await database.read {
          try $0.rows(
            """
            SELECT true, false, (-2)::int2, (-4)::int4, 0.5::float4, 'n'::name, 'v'::varchar,
              'c'::char(1), 'unknown', count(*)
            """
          ).first
        }
        #expect(
          row?.values == [
            .integer(1), .integer(0), .integer(-2), .integer(-4), .real(0.5), .text("n"),
            .text("v"), .text("c"), .text("unknown"), .integer(1),
          ]
        )
      }
    }
  }

  @Test func `a column of a type that cannot be read says what to do`() async throws {
    try await PostgresWorld.with { world in
      try await world.withDatabase { database in
        let failure = await #expect(throws: DatabaseFailure.self) {
          try await database.read { try $0.rows("SELECT 1 AS one, 1.5::numeric AS half") }
        }
        guard case .statement("42804", let message) = failure else {
          Issue.record("\(String(describing: failure))")
          return
        }
        #expect(message.contains("half") && message.contains("cast"))
      }
    }
  }

  @Test func `changed rows are counted`() async throws {
    try await PostgresWorld.withNotes { database in
      let counts = try await database.write { transaction in
        [
          try transaction.execute("INSERT INTO note VALUES (1, ''), (2, ''), (3, '')"),
          try transaction.execute("INSERT INTO note VALUES (1, '') ON CONFLICT DO NOTHING"),
          try transaction.execute("UPDATE note SET body = 'b' WHERE id > \(Int64(1))"),
          try transaction.execute("DELETE FROM note"),
          try transaction.execute("CREATE TABLE other (id BIGINT)"),
        ]
      }
      #expect(counts == [3, 0, 2, 3, 0])
    }
  }

  private func expectRoundTrip(_ parameter: SQLParameter) async throws {
    try await PostgresWorld.with { world in
      try await world.withDatabase { database in
        let back = try await database.write { transaction in
          try transaction.execute(
            "CREATE TABLE kept (i BIGINT, r DOUBLE PRECISION, t TEXT, b BYTEA)"
          )
          switch parameter.type {
          case .integer:
            let value = Int64(sqlValue: parameter.value)
            return try transaction.rows("INSERT INTO kept (i) VALUES (\(value)) RETURNING i")
          case .real:
            let value = Double(sqlValue: parameter.value)
            return try transaction.rows("INSERT INTO kept (r) VALUES (\(value)) RETURNING r")
          case .text:
            let value = String(sqlValue: parameter.value)
            return try transaction.rows("INSERT INTO kept (t) VALUES (\(value)) RETURNING t")
          case .blob:
            let value = [UInt8](sqlValue: parameter.value)
            return try transaction.rows("INSERT INTO kept (b) VALUES (\(value)) RETURNING b")
          }
        }
        #expect(back.map(\.values) == [[parameter.value]])
      }
    }
  }
}
