package import Storage

/// Notes who the visitor who asks says to be, for agents to read; what is `nil` stays.
///
/// Nothing else comes of it, but that a customer whom nobody has named is shown by the name. A
/// visitor who is proved cannot claim to be somebody else: only the attributes are taken then.
///
/// - Throws: ``ChatFailure/blocked``, ``AttributesFailure``.
package struct ClaimIdentity: Command {
  package static let scopes: Scopes = []

  package var name: Customer.Name?
  package var email: EmailAddress?
  /// New values by name; a value of `nil` takes the attribute away.
  package var attributes: [String: Attributes.Value?]

  package init(
    name: Customer.Name? = nil,
    email: EmailAddress? = nil,
    attributes: [String: Attributes.Value?] = [:]
  ) {
    self.name = name
    self.email = email
    self.attributes = attributes
  }

  package func run(in work: Work) throws -> Visitor {
    let visitor = try work.requireVisitor()
    var claims = visitor.claims
    if !visitor.isProved {
      claims.name = name ?? claims.name
      claims.email = email ?? claims.email
    }
    claims.attributes = try claims.attributes.changed(by: attributes)
    guard claims != visitor.claims else { return visitor }
    try work.execute(
      """
      UPDATE visitor SET claimed_name = \(claims.name), claimed_email = \(claims.email),
        claimed_attributes = \(claims.attributes), last_seen_at = \(work.now)
      WHERE account_id = \(work.account) AND id = \(visitor.id)
      """
    )
    if let customer = visitor.customer, !visitor.isProved {
      _ = try work.findOrCreateCustomer(CustomerHandle(id: customer, name: claims.name))
    }
    try work.record(IdentityClaimed(visitor: visitor.id))
    return try work.requireVisitor()
  }
}

/// A visitor said something about who it is, without proof.
package struct IdentityClaimed: Event {
  package static let kind = "identity.claimed"

  package let visitor: ID<Visitor>

  package var subject: Reference { visitor.reference }
}
