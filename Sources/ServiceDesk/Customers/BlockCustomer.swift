package import Storage

/// Hears no more from a customer in the chat; nothing happens if it is so already.
///
/// - Throws: ``AccessFailure/noSuchCustomer``.
package struct BlockCustomer: Command {
  package var customer: ID<Customer>

  package init(customer: ID<Customer>) { self.customer = customer }

  package func run(in work: Work) throws -> Customer {
    let root = try work.requireCustomer(customer).root
    let blocked = try work.execute(
      """
      UPDATE customer SET blocked_at = \(work.now), updated_at = \(work.now)
      WHERE account_id = \(work.account) AND id = \(root) AND blocked_at IS NULL
      """
    )
    if blocked > 0 { try work.record(CustomerBlocked(customer: root)) }
    return try FindCustomer(customer: root).run(in: work)
  }
}

/// Hears a customer again; nothing happens if nothing was in the way.
///
/// - Throws: ``AccessFailure/noSuchCustomer``.
package struct UnblockCustomer: Command {
  package var customer: ID<Customer>

  package init(customer: ID<Customer>) { self.customer = customer }

  package func run(in work: Work) throws -> Customer {
    let root = try work.requireCustomer(customer).root
    // One may have been blocked before it was merged.
    let unblocked = try work.execute(
      """
      UPDATE customer SET blocked_at = NULL, updated_at = \(work.now)
      WHERE account_id = \(work.account) AND blocked_at IS NOT NULL
        AND (id = \(root) OR (root_id <> id AND root_id = \(root)))
      """
    )
    if unblocked > 0 { try work.record(CustomerUnblocked(customer: root)) }
    return try FindCustomer(customer: root).run(in: work)
  }
}

/// A customer was blocked.
package struct CustomerBlocked: Event {
  package static let kind = "customer.blocked"

  package let customer: ID<Customer>

  package var subject: Reference { customer.reference }
}

/// A customer was unblocked.
package struct CustomerUnblocked: Event {
  package static let kind = "customer.unblocked"

  package let customer: ID<Customer>

  package var subject: Reference { customer.reference }
}
