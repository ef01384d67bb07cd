/// One connection to an IMAP server.
///
/// Blocking calls run on a thread of the client's own. Every call ends within the options' limits,
/// and soon after its task is cancelled. After `refused`, `signInRefused` and `tooBig` the client
/// can still be used, after other failures each call fails until `connect` is called anew.
package actor IMAPClient {
  package nonisolated let host: MailHost
  private let options: MailWireOptions
  private let thread = BlockingThread(name: "imap")
  private var openSession: IMAPSession?

  /// The folder that is open.
  var folder: IMAPFolderState?

  /// A client that has not connected yet.
  package init(to host: MailHost, options: MailWireOptions = MailWireOptions()) {
    self.host = host
    self.options = options
  }

  deinit { thread.end() }

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    thread.asUnownedSerialExecutor()
  }

  /// What the server can do, in upper case, as `MOVE`; more after signing in, with many servers.
  package var capabilities: Set<String> { openSession?.capabilities ?? [] }

  /// How the last try to connect came about, even if it failed.
  package private(set) var times = WireTimes(address: "", durations: [:])

  /// Connects, agrees upon TLS as the host demands, and hears the greeting.
  package func connect() throws(MailWireFailure) {
    openSession = nil
    folder = nil
    var opening = WireOpening(.imap, to: host, options: options)
    defer { times = opening.times }
    openSession = try IMAPSession(try opening.open())
  }

  /// Proves who the user is, by the best way that both sides know.
  ///
  /// - Throws: `signInRefused` with the server's words.
  package func signIn(_ credentials: MailCredentials) throws(MailWireFailure) {
    let session = try session
    let command = try IMAPCommand.signIn(credentials, capabilities: session.capabilities)
    do throws(MailWireFailure) {
      try session.refreshCapabilities(after: try session.run(command, step: .signIn))
    } catch .refused(var refusal) {
      let challenge = String(decodingBase64: session.lastChallenge)
      if refusal.words.isEmpty { refusal.words = challenge }
      throw .signInRefused(refusal)
    }
  }

  /// Says good-bye, and closes the connection whatever the server says to that.
  package func close() {
    // Nothing is lost: all that was asked before has been answered.
    try? openSession?.leave()
    openSession = nil
    folder = nil
  }

  /// Keeps the connection alive, and finds out whether it is.
  package func check() throws(MailWireFailure) {
    _ = try session.run(IMAPCommand("NOOP"))
  }

  var session: IMAPSession {
    get throws(MailWireFailure) {
      guard let openSession else { throw .lost("not connected") }
      return openSession
    }
  }
}
