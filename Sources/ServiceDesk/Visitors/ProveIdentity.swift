package import Storage

/// Makes the visitor who asks the customer whom the account's own server vouches for.
///
/// The customer is the one with this external identity, made where there is none; the address is
/// added unless it is somebody else's, since only a merge brings two customers together. What was
/// written in this browser before goes along. A visitor who changes from one proved customer to
/// another takes nothing along: two people have used the browser.
///
/// - Returns: a new token where the visitor was not that customer before; the old one is
///   worthless then.
/// - Throws: ``ChatFailure``, ``TextFailure``, ``EmailAddressFailure``.
package struct ProveIdentity: Command {
  package static let scopes: Scopes = []

  package var identity: SignedIdentity
  /// HMAC-SHA256 by the inbox's secret, as hexadecimal digits.
  package var signature: String

  package init(identity: SignedIdentity, signature: String) {
    self.identity = identity
    self.signature = signature
  }

  package func run(in work: Work) throws -> VisitorSecret? {
    let visitor = try work.requireVisitor()
    let secret = try work.requireInbox(visitor.inbox).secret
    guard secret.isRight(signature, for: identity) else { throw ChatFailure.signatureWrong }
    let external = try Identity(kind: .external, value: identity.id)
    let email = try identity.email.isEmpty ? nil : EmailAddress(identity.email)
    let name = try identity.name.isEmpty ? nil : Customer.Name(identity.name)
    let customer = try work.findOrCreateCustomer(
      CustomerHandle(identities: [external], name: name)
    )
    if let email, try work.add(Identity(email), to: customer) {
      try work.record(CustomerChanged(customer: customer))
      try work.indexCustomer(customer)
    }
    guard visitor.externalID != external.value else { return nil }
    if visitor.isProved {
      let next = try replace(visitor, in: work)
      return try bind(next, to: customer, as: external.value, in: work)
    }
    try bring(visitor, to: customer, in: work)
    return try bind(visitor.id, to: customer, as: external.value, in: work)
  }

  /// Merges the visitor's anonymous customer, unless an agent has merged it with somebody already.
  private func bring(_ visitor: Visitor, to customer: ID<Customer>, in work: Work) throws {
    guard let anonymous = visitor.customer, anonymous != customer else { return }
    let place = try work.requireCustomer(anonymous)
    guard place.mergedInto == nil, place.root != customer else { return }
    _ = try MergeCustomers(survivor: customer, other: anonymous).run(in: work)
  }

  /// Begins afresh in a browser that somebody else uses now: what the first has written stays the
  /// first one's, and no token leads there from here.
  private func replace(_ visitor: Visitor, in work: Work) throws -> ID<Visitor> {
    try work.execute(
      """
      UPDATE visitor SET hash = \(VisitorSecret(account: work.account).hash)
      WHERE account_id = \(work.account) AND id = \(visitor.id)
      """
    )
    return try AdmitVisitor(
      inbox: visitor.inbox,
      language: visitor.language,
      page: visitor.page
    ).run(in: work).visitor
  }

  private func bind(
    _ visitor: ID<Visitor>,
    to customer: ID<Customer>,
    as externalID: String,
    in work: Work
  ) throws -> VisitorSecret {
    let token = VisitorSecret(account: work.account)
    try work.execute(
      """
      UPDATE visitor SET customer_id = \(customer), external_id = \(externalID),
        hash = \(token.hash), last_seen_at = \(work.now)
      WHERE account_id = \(work.account) AND id = \(visitor)
      """
    )
    try work.record(IdentityProved(customer: customer, visitor: visitor))
    return token
  }
}

/// A visitor was proved to be a customer.
package struct IdentityProved: Event {
  package static let kind = "identity.proved"

  package let customer: ID<Customer>
  package let visitor: ID<Visitor>

  package var subject: Reference { customer.reference }
}
