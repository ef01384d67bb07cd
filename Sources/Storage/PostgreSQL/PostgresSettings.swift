/// How sessions with one PostgreSQL server are opened.
struct PostgresSettings: Sendable {
  /// A connection URI as libpq takes it, with its options.
  let url: String

  /// How long the server may take for one statement, or wait for one lock.
  let deadline: Duration

  /// What is given to libpq, in its order: the URL can change what stands before it.
  var keywords: [(name: String, value: String)] {
    [
      ("application_name", "rapport"),
      // libpq takes whole seconds, and one second as two.
      ("connect_timeout", String(max(2, deadline.components.seconds))),
      ("keepalives_idle", "10"),
      ("keepalives_interval", "5"),
      ("keepalives_count", "3"),
      ("tcp_user_timeout", String(2 * deadline.wholeMilliseconds)),
      ("dbname", url),
      ("client_encoding", "UTF8"),
    ]
  }

  /// Run at the start of each session.
  ///
  /// A commit that is answered must be on disk, whatever the server's default says.
  var preparation: String {
    let milliseconds = deadline.wholeMilliseconds
    return """
      SET statement_timeout = \(milliseconds);
      SET lock_timeout = \(milliseconds);
      SET idle_in_transaction_session_timeout = \(milliseconds);
      SET client_min_messages = warning;
      SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') = 'off'
      """
  }
}
