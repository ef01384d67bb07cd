/// One connection to an SMTP server.
///
/// Blocking calls run on a thread of the client's own. Every call ends within the options' limits,
/// and soon after its task is cancelled. After `refused`, `signInRefused` and `tooBig` the client
/// can still be used, after other failures each call fails until `connect` is called anew.
package actor SMTPClient {
  package nonisolated let host: MailHost
  private let options: MailWireOptions
  private let thread = BlockingThread(name: "smtp")
  private var openSession: SMTPSession?

  /// A client that has not connected yet.
  package init(to host: MailHost, options: MailWireOptions = MailWireOptions()) {
    self.host = host
    self.options = options
  }

  deinit { thread.end() }

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    thread.asUnownedSerialExecutor()
  }

  /// How the last try to connect came about, even if it failed.
  package private(set) var times = WireTimes(address: "", durations: [:])

  /// Connects, agrees upon TLS as the host demands, and hears the greeting.
  package func connect() throws(MailWireFailure) {
    openSession = nil
    var opening = WireOpening(.smtp, to: host, options: options)
    defer { times = opening.times }
    openSession = try SMTPSession(try opening.open(), ownName: options.ownName)
  }

  /// Proves who the user is, by the best way that both sides know.
  ///
  /// - Throws: `signInRefused` with the server's words.
  package func signIn(_ credentials: MailCredentials) throws(MailWireFailure) {
    try session.signIn(credentials)
  }

  /// Sends a message to all recipients that the server takes.
  ///
  /// The message, raw and after RFC 5322, gets line ends of CR LF and is not changed otherwise. If
  /// the connection breaks at the very end, the server may have taken it nevertheless.
  ///
  /// - Throws: `refused` if the server takes the message for nobody, because of the sender or the
  ///   message itself; refusals of recipients are part of the outcome.
  package func send(
    _ raw: [UInt8],
    _ envelope: SMTPEnvelope
  ) throws(MailWireFailure) -> SMTPOutcome {
    guard envelope.isUsable else { throw .unusable("an address of the envelope") }
    let session = try session
    session.begin(.send)
    try session.expect(try session.mailFrom(envelope, raw: raw), as: "MAIL FROM")
    do throws(MailWireFailure) {
      return try session.send(raw, to: envelope.recipients)
    } catch {
      // The session's next message must not meet the rest of this one; a failure here comes up
      // again with that.
      if case .refused = error { _ = try? session.ask("RSET") }
      throw error
    }
  }

  /// Says good-bye, and closes the connection whatever the server says to that.
  package func close() {
    // Nothing is lost: all that was sent before has been answered.
    try? openSession?.leave()
    openSession = nil
  }

  private var session: SMTPSession {
    get throws(MailWireFailure) {
      guard let openSession else { throw .lost("not connected") }
      return openSession
    }
  }
}
