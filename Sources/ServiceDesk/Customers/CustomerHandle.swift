package import Storage

/// How a caller says which customer is meant: by a record, or by identities that find or make one.
package struct CustomerHandle: Sendable, Equatable {
  package var id: ID<Customer>?
  package var identities: [Identity]
  /// The name of a customer who has none yet.
  package var name: Customer.Name?

  package init(
    id: ID<Customer>? = nil,
    identities: [Identity] = [],
    name: Customer.Name? = nil
  ) {
    self.id = id
    self.identities = identities
    self.name = name
  }
}

extension Work {
  /// The customer meant by `handle`, in the end of all merges; made where no identity is known.
  ///
  /// Identities that nobody has yet are added to the customer; one that somebody else has stays
  /// where it is: only a merge brings two customers together.
  ///
  /// - Throws: ``AccessFailure/noSuchCustomer`` if the handle names a record that is not there.
  func findOrCreateCustomer(_ handle: CustomerHandle) throws -> ID<Customer> {
    let known = try handle.id.map { try requireCustomer($0).root } ?? owner(of: handle.identities)
    let customer = try known ?? createCustomer(named: handle.name)
    var isChanged = try handle.name.map { try nameIfNameless(customer, name: $0) } ?? false
    for identity in handle.identities {
      let added = try add(identity, to: customer)
      // Another node may have made this customer in the meantime: then theirs it is.
      if !added, known == nil, let first = try owner(of: [identity]), first != customer {
        return try discard(customer, for: first)
      }
      isChanged = isChanged || added
    }
    if known == nil {
      try record(CustomerCreated(customer: customer))
      try indexCustomer(customer)
    } else if isChanged {
      try record(CustomerChanged(customer: customer))
      try indexCustomer(customer)
    }
    return customer
  }

  private func owner(of identities: [Identity]) throws -> ID<Customer>? {
    for identity in identities {
      let found = try rows(
        """
        SELECT c.root_id FROM identity i
        JOIN customer c ON c.account_id = i.account_id AND c.id = i.customer_id
        WHERE i.account_id = \(account) AND i.kind = \(identity.kind) AND i.value = \(identity.value)
        """
      )
      if let row = found.first { return try row[0] }
    }
    return nil
  }

  private func createCustomer(named name: Customer.Name?) throws -> ID<Customer> {
    let id = try newID(Customer.self)
    try execute(
      """
      INSERT INTO customer (account_id, id, name, attributes, root_id, created_at, updated_at)
      VALUES (\(account), \(id), \(name), \(Attributes()), \(id), \(now), \(now))
      """
    )
    return id
  }

  /// - Returns: whether the customer had no name before.
  private func nameIfNameless(_ customer: ID<Customer>, name: Customer.Name) throws -> Bool {
    try execute(
      """
      UPDATE customer SET name = \(name), updated_at = \(now)
      WHERE account_id = \(account) AND id = \(customer) AND name IS NULL
      """
    ) > 0
  }

  /// - Returns: whether it was nobody's before.
  func add(_ identity: Identity, to customer: ID<Customer>) throws -> Bool {
    try execute(
      """
      INSERT INTO identity (account_id, kind, value, customer_id, created_at)
      VALUES (\(account), \(identity.kind), \(identity.value), \(customer), \(now))
      ON CONFLICT (account_id, kind, value) DO NOTHING
      """
    ) > 0
  }

  private func discard(_ customer: ID<Customer>, for other: ID<Customer>) throws -> ID<Customer> {
    try execute(
      "DELETE FROM identity WHERE account_id = \(account) AND customer_id = \(customer)"
    )
    try execute("DELETE FROM customer WHERE account_id = \(account) AND id = \(customer)")
    return other
  }
}

/// A customer became known.
package struct CustomerCreated: Event {
  package static let kind = "customer.created"

  package let customer: ID<Customer>

  package var subject: Reference { customer.reference }
}
