import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct MigratorTests {
  private static let shelf = Migration("2026-01-01-00-shelf") { _ in
    ["CREATE TABLE shelf (id BIGINT NOT NULL PRIMARY KEY)", "INSERT INTO shelf (id) VALUES (1)"]
  }
  private static let book = Migration("2026-01-02-00-book") { dialect in
    ["CREATE TABLE book (id \(dialect.integerKey))", "INSERT INTO shelf (id) VALUES (2)"]
  }
  private static let broken = Migration("2026-01-03-00-broken") { _ in
    ["INSERT INTO shelf (id) VALUES (3)", "CREATE TABLE shelf (id BIGINT NOT NULL PRIMARY KEY)"]
  }

  let database: Database

  init() async throws { database = try await TestDatabase.empty() }

  private func migrate(_ migrations: [Migration], upTo last: String? = nil) async throws -> [String]
  {
    try await Migrator(migrations: migrations).migrate(
      database,
      upTo: last,
      now: TestClock.start
    )
  }

  private var shelves: [Int64] {
    get async throws {
      try await database.read { try $0.rows("SELECT id FROM shelf ORDER BY id").map { try $0[0] } }
    }
  }

  @Test func `an empty database gets all, in the order of their names`() async throws {
    let applied = try await migrate([Self.book, Self.shelf])

    #expect(applied == [Self.shelf.name, Self.book.name])
    #expect(try await shelves == [1, 2])
  }

  @Test func `what was applied is not applied again`() async throws {
    _ = try await migrate([Self.shelf])

    #expect(try await migrate([Self.shelf]) == [])
    #expect(try await migrate([Self.shelf, Self.book]) == [Self.book.name])
    #expect(try await shelves == [1, 2])
  }

  @Test func `it stops where it is told to`() async throws {
    #expect(
      try await migrate([Self.shelf, Self.book], upTo: Self.shelf.name) == [Self.shelf.name]
    )
    let state = try await Migrator(migrations: [Self.shelf, Self.book]).state(of: database)

    #expect(state.applied == [Self.shelf.name])
    #expect(state.pending == [Self.book.name])
  }

  @Test func `a newer database is refused, and not touched`() async throws {
    _ = try await migrate([Self.shelf, Self.book])

    await #expect(throws: MigrationFailure.databaseIsNewer([Self.book.name])) {
      try await migrate([Self.shelf])
    }
    await #expect(throws: MigrationFailure.databaseIsNewer([Self.book.name])) {
      try await migrate([Self.shelf, Self.broken])
    }
    await #expect(throws: MigrationFailure.databaseIsNewer([Self.book.name])) {
      try await Migrator(migrations: [Self.shelf]).state(of: database)
    }
    #expect(try await shelves == [1, 2])
  }

  @Test func `if one fails, none is applied`() async throws {
    _ = try await migrate([Self.shelf])

    await #expect(throws: DatabaseFailure.self) {
      try await migrate([Self.shelf, Self.book, Self.broken])
    }

    #expect(try await shelves == [1])
    #expect(try await migrate([Self.shelf, Self.book]) == [Self.book.name])
  }

  @Test func `of many at once, one does the work`() async throws {
    let migrator = Migrator(migrations: [Self.shelf, Self.book])

    let applied = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<4 {
        group.addTask { [database] in
          try await migrator.migrate(database, now: TestClock.start)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }

    #expect(applied.filter { !$0.isEmpty } == [[Self.shelf.name, Self.book.name]])
    #expect(try await shelves == [1, 2])
  }

  @Test func `the program's own schema is brought to an empty database, once`() async throws {
    let migrator = Schema.migrator
    let names = migrator.migrations.map(\.name)

    #expect(try await migrator.migrate(database, now: TestClock.start) == names)
    #expect(try await migrator.migrate(database, now: TestClock.start) == [])
    #expect(try await migrator.state(of: database).applied == names)
  }

  @Test func `the names of the program's migrations are dated, and each is there once`() throws {
    let names = Schema.migrator.migrations.map(\.name)

    #expect(Set(names).count == names.count)
    for name in names { #expect(try #/\d{4}-\d\d-\d\d-\d\d-[a-z-]+/#.wholeMatch(in: name) != nil) }
  }
}
