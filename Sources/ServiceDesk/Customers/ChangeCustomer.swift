package import Storage

/// Changes what is known of a customer.
///
/// What is `nil` stays. Nothing happens if all is so already.
///
/// - Throws: ``AccessFailure/noSuchCustomer``, ``CustomerFailure/identityTaken``,
///   ``AttributesFailure``.
package struct ChangeCustomer: Command {
  package var customer: ID<Customer>
  package var name: Customer.Name?
  package var addIdentities: [Identity]
  /// New values by name; a value of `nil` takes the attribute away.
  package var attributes: [String: Attributes.Value?]

  package init(
    customer: ID<Customer>,
    name: Customer.Name? = nil,
    addIdentities: [Identity] = [],
    attributes: [String: Attributes.Value?] = [:]
  ) {
    self.customer = customer
    self.name = name
    self.addIdentities = addIdentities
    self.attributes = attributes
  }

  package func run(in work: Work) throws -> Customer {
    _ = try work.requireCustomer(customer)
    let old = try FindCustomer(customer: customer).run(in: work)
    let attributes = try old.attributes.changed(by: attributes)
    var isChanged = attributes != old.attributes || (name.map { $0.text != old.name } ?? false)
    for identity in addIdentities where try add(identity, in: work) { isChanged = true }
    guard isChanged else { return old }
    try work.execute(
      """
      UPDATE customer SET name = COALESCE(\(name), name), attributes = \(attributes),
        updated_at = \(work.now)
      WHERE account_id = \(work.account) AND id = \(customer)
      """
    )
    try work.record(CustomerChanged(customer: customer))
    try work.indexCustomer(customer)
    return try FindCustomer(customer: customer).run(in: work)
  }

  /// - Returns: whether it is new to the customer.
  private func add(_ identity: Identity, in work: Work) throws -> Bool {
    guard try !work.add(identity, to: customer) else { return true }
    let owner = try work.rows(
      """
      SELECT 1 FROM identity
      WHERE account_id = \(work.account) AND kind = \(identity.kind)
        AND value = \(identity.value) AND customer_id = \(customer)
      """
    )
    guard !owner.isEmpty else { throw CustomerFailure.identityTaken }
    return false
  }
}

/// What is known of a customer was changed.
package struct CustomerChanged: Event {
  package static let kind = "customer.changed"

  package let customer: ID<Customer>

  package var subject: Reference { customer.reference }
}

/// Why a customer was not changed.
package enum CustomerFailure: String, Failure, CaseIterable {
  /// Another customer is known by it; the two can be merged.
  case identityTaken
  case mergedIntoItself
  /// The customer is merged into another already.
  case alreadyMerged

  package var kind: FailureKind { self == .mergedIntoItself ? .invalid : .conflict }

  package var field: String? {
    switch self {
    case .identityTaken: nil
    case .mergedIntoItself, .alreadyMerged: "customer"
    }
  }
}
