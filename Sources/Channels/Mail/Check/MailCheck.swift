package import Foundation

/// Tries a mailbox's settings step by step, with the servers themselves.
package struct MailCheck: Sendable {
  /// Where mail is fetched; `nil` leaves that part out.
  package var incoming: MailHost?

  /// Where mail is sent; `nil` leaves that part out.
  package var outgoing: MailHost?

  /// `nil` for an outgoing server that wants none; then incoming mail is not tried beyond TLS.
  package var credentials: MailCredentials?

  /// The folder to fetch from.
  package var folder = "INBOX"

  /// From and to which address a test message is sent; `nil` sends none.
  package var message: Addresses?

  package var options: MailWireOptions

  package struct Addresses: Sendable, Hashable {
    package var from: String
    package var to: String

    package init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  package init(
    incoming: MailHost?,
    outgoing: MailHost?,
    credentials: MailCredentials?,
    message: Addresses?,
    options: MailWireOptions = MailWireOptions(
      connectLimit: .seconds(15),
      silenceLimit: .seconds(20),
      deliveryLimit: .seconds(60),
      operationLimit: .seconds(60)
    )
  ) {
    self.incoming = incoming
    self.outgoing = outgoing
    self.credentials = credentials
    self.message = message
    self.options = options
  }

  /// Tries all steps, and reports each as it ends.
  ///
  /// - Returns: whether nothing failed.
  package func run(
    at now: Date,
    report: @escaping @Sendable (MailCheckResult) async -> Void
  ) async -> Bool {
    let canFetch = await checkIncoming(MailCheckCourse(.incoming, report))
    let canSend = await checkOutgoing(MailCheckCourse(.outgoing, report), at: now)
    return canFetch && canSend
  }

  private func checkIncoming(_ course: MailCheckCourse) async -> Bool {
    guard let incoming else { return true }
    var course = course
    let client = IMAPClient(to: incoming, options: options)
    await course.connect(
      { () async throws(MailWireFailure) in try await client.connect() },
      times: { await client.times }
    )
    await course.attempt(.signIn) { () async throws(MailWireFailure) in
      guard let credentials else { throw .signInRefused(.noneGiven) }
      try await client.signIn(credentials)
      return nil
    }
    await course.attempt(.list) { () async throws(MailWireFailure) in
      .folders(try await client.folders().count)
    }
    await course.attempt(.fetch) { () async throws(MailWireFailure) in
      .messages(try await fetchNewest(with: client))
    }
    await client.close()
    return !course.hasFailed
  }

  /// - Returns: how many messages the folder has.
  private func fetchNewest(with client: IMAPClient) async throws(MailWireFailure) -> Int {
    let state = try await client.open(folder, readOnly: true)
    let next = state.uidNext ?? 1
    let newest = try await client.uids(from: next > 100 ? next - 100 : 1, limit: 100).last
    guard let newest else { return state.messageCount }
    do throws(MailWireFailure) {
      _ = try await client.message(newest, sizeLimit: 1 << 20)
    } catch .tooBig {
      // It was fetched all the same.
    }
    return state.messageCount
  }

  private func checkOutgoing(_ course: MailCheckCourse, at now: Date) async -> Bool {
    guard let outgoing else { return true }
    var course = course
    let client = SMTPClient(to: outgoing, options: options)
    await course.connect(
      { () async throws(MailWireFailure) in try await client.connect() },
      times: { await client.times }
    )
    await course.attempt(.signIn, isWanted: credentials != nil) {
      () async throws(MailWireFailure) in
      if let credentials { try await client.signIn(credentials) }
      return nil
    }
    await course.attempt(.send, isWanted: message != nil) { () async throws(MailWireFailure) in
      guard let message else { return nil }
      return .reply(try await send(message, with: client, at: now))
    }
    await client.close()
    return !course.hasFailed
  }

  /// - Returns: what the server said to it.
  private func send(
    _ message: Addresses,
    with client: SMTPClient,
    at now: Date
  ) async throws(MailWireFailure) -> String {
    let envelope = SMTPEnvelope(sender: message.from, recipients: [message.to])
    let raw = MailCheckMessage(from: message.from, to: message.to, date: now).raw
    let outcome = try await client.send(raw, envelope)
    if let refusal = outcome.refusals.values.first { throw .refused(refusal) }
    return outcome.reply
  }
}

extension MailRefusal {
  /// Mailboxes are never open to everybody.
  fileprivate static let noneGiven = MailRefusal(
    command: "AUTHENTICATE",
    code: "",
    isTemporary: false,
    words: ""
  )
}
