/// The tables of the event log and of its consumers.
package enum EventSchema {
  package static let migrations = [
    Migration("2026-11-22-01-event") { dialect in
      [
        """
        CREATE TABLE event (
          account_id BIGINT NOT NULL,
          id BIGINT NOT NULL,
          position BIGINT,
          at BIGINT NOT NULL,
          kind TEXT NOT NULL,
          actor_kind TEXT,
          actor_id BIGINT,
          subject_kind TEXT NOT NULL,
          subject_id BIGINT NOT NULL,
          conversation_id BIGINT,
          payload TEXT NOT NULL,
          PRIMARY KEY (account_id, id),
          CHECK ((actor_kind IS NULL) = (actor_id IS NULL))
        )
        """,
        "CREATE UNIQUE INDEX event_position ON event (position)",
        "CREATE INDEX event_account_position ON event (account_id, position)",
        "CREATE INDEX event_unnumbered ON event (id) WHERE position IS NULL",
        """
        CREATE TABLE tombstone (
          account_id BIGINT NOT NULL,
          kind TEXT NOT NULL,
          id BIGINT NOT NULL,
          buried_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, kind, id)
        ) \(dialect.clustered)
        """,
        """
        CREATE TABLE consumer (
          name TEXT NOT NULL PRIMARY KEY,
          position BIGINT NOT NULL,
          node BIGINT,
          leased_until BIGINT NOT NULL,
          failures BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE parked_event (
          consumer TEXT NOT NULL,
          position BIGINT NOT NULL,
          parked_at BIGINT NOT NULL,
          error TEXT NOT NULL,
          PRIMARY KEY (consumer, position)
        )
        """,
      ]
    }
  ]
}
