import Storage

/// One customer with the identities of all who are merged into it.
///
/// - Throws: ``AccessFailure/noSuchCustomer``.
package struct FindCustomer: Query {
  package var customer: ID<Customer>

  package init(customer: ID<Customer>) { self.customer = customer }

  package func run(in work: Work) throws -> Customer {
    let found = try work.customers(
      where: "id = \(customer)",
      order: "id",
      limit: 1
    )
    guard let customer = found.first else { throw AccessFailure.noSuchCustomer }
    return customer
  }
}

/// The account's customers, newest first, without those who are merged into another.
package struct ListCustomers: Query {
  /// Only the customer with this address.
  package var email: EmailAddress?
  /// Only those of whom the team wants to hear no more.
  package var isBlocked: Bool
  package var window: Window

  package init(email: EmailAddress? = nil, isBlocked: Bool = false, window: Window) {
    self.email = email
    self.isBlocked = isBlocked
    self.window = window
  }

  package func run(in work: Work) throws -> Page<Customer> {
    try window.after?.require(order: "customers")
    let older: SQL = window.after.map { "AND id < \($0.id)" } ?? ""
    let withAddress: SQL =
      email.map {
        """
        AND id IN (
          SELECT o.root_id FROM identity i
          JOIN customer o ON o.account_id = i.account_id AND o.id = i.customer_id
          WHERE i.account_id = \(work.account) AND i.kind = 'email' AND i.value = \($0)
        )
        """
      } ?? ""
    let blocked: SQL = isBlocked ? "AND blocked_at IS NOT NULL" : ""
    let customers = try work.customers(
      where: "root_id = id \(blocked) \(withAddress) \(older)",
      order: "id DESC",
      limit: window.limit + 1
    )
    return Page(rows: customers, limit: window.limit) {
      Cursor(order: "customers", key: 0, id: $0.id.raw)
    }
  }
}

extension Work {
  /// Three statements, however many customers.
  fileprivate func customers(where condition: SQL, order: SQL, limit: Int) throws -> [Customer] {
    let rows = try rows(
      """
      SELECT id, name, attributes, merged_into, blocked_at, created_at, updated_at
      FROM customer
      WHERE account_id = \(account) AND \(condition) ORDER BY \(order) LIMIT \(limit)
      """
    )
    let ids: [ID<Customer>] = try rows.map { try $0[0] }
    let identities = try identities(of: ids)
    let merged = try merged(into: ids)
    return try zip(ids, rows).map { id, row in
      Customer(
        id: id,
        name: try row[1],
        identities: identities[id] ?? [],
        attributes: try row[2],
        merged: merged[id] ?? [],
        mergedInto: try row[3],
        blockedAt: try row[4],
        createdAt: try row[5],
        updatedAt: try row[6]
      )
    }
  }

  private func identities(of customers: [ID<Customer>]) throws -> [ID<Customer>: [Identity]] {
    let rows = try rows(
      """
      SELECT i.kind, i.value, i.customer_id, c.root_id FROM identity i
      JOIN customer c ON c.account_id = i.account_id AND c.id = i.customer_id
      WHERE i.account_id = \(account)
        AND (c.id IN \(list: customers)
          OR c.id IN (SELECT m.id FROM customer m
            WHERE m.account_id = \(account) AND m.root_id <> m.id
              AND m.root_id IN \(list: customers)))
      ORDER BY i.kind, i.value LIMIT 10000
      """
    )
    var identities: [ID<Customer>: [Identity]] = [:]
    let wanted = Set(customers)
    for row in rows {
      let owners: Set<ID<Customer>> = [try row[2], try row[3]]
      for owner in owners.intersection(wanted) {
        identities[owner, default: []].append(try Identity(row))
      }
    }
    return identities
  }

  private func merged(into customers: [ID<Customer>]) throws -> [ID<Customer>: [ID<Customer>]] {
    let rows = try rows(
      """
      SELECT merged_into, id FROM customer
      WHERE account_id = \(account) AND merged_into > 0 AND merged_into IN \(list: customers)
      ORDER BY id LIMIT 10000
      """
    )
    var merged: [ID<Customer>: [ID<Customer>]] = [:]
    for row in rows { merged[try row[0], default: []].append(try row[1]) }
    return merged
  }
}
