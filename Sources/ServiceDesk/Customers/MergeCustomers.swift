package import Storage

/// Makes two customers one: `other` points to `survivor` from now on.
///
/// Rows keep their origin, so ``UnmergeCustomers`` is exact; what comes later belongs to the
/// survivor and stays there.
///
/// - Throws: ``AccessFailure/noSuchCustomer``, ``CustomerFailure``.
package struct MergeCustomers: Command {
  package var survivor: ID<Customer>
  package var other: ID<Customer>

  package init(survivor: ID<Customer>, other: ID<Customer>) {
    self.survivor = survivor
    self.other = other
  }

  package func run(in work: Work) throws -> Customer {
    guard survivor != other else { throw CustomerFailure.mergedIntoItself }
    let places = try work.requireCustomers(survivor, other)
    guard places[other]?.mergedInto == nil else { throw CustomerFailure.alreadyMerged }
    let root = places[survivor]?.root ?? survivor
    guard root != other else { throw CustomerFailure.mergedIntoItself }
    try work.execute(
      """
      UPDATE customer SET merged_into = \(survivor), root_id = \(root), updated_at = \(work.now)
      WHERE account_id = \(work.account) AND id = \(other)
      """
    )
    try work.moveRoots(under: other, to: root)
    try work.record(CustomerMerged(customer: survivor, other: other))
    return try FindCustomer(customer: survivor).run(in: work)
  }
}

/// Makes two customers of one again, exactly as before ``MergeCustomers``.
///
/// - Throws: ``AccessFailure/noSuchCustomer``, or ``AccessFailure/noSuchMerge`` if `other` is not
///   merged into `survivor`.
package struct UnmergeCustomers: Command {
  package var survivor: ID<Customer>
  package var other: ID<Customer>

  package init(survivor: ID<Customer>, other: ID<Customer>) {
    self.survivor = survivor
    self.other = other
  }

  package func run(in work: Work) throws -> Customer {
    let places = try work.requireCustomers(survivor, other)
    guard places[other]?.mergedInto == survivor else { throw AccessFailure.noSuchMerge }
    try work.execute(
      """
      UPDATE customer SET merged_into = NULL, root_id = id, updated_at = \(work.now)
      WHERE account_id = \(work.account) AND id = \(other)
      """
    )
    try work.moveRoots(under: other, to: other)
    try work.record(CustomerUnmerged(customer: survivor, other: other))
    return try FindCustomer(customer: survivor).run(in: work)
  }
}

/// A customer was merged into another.
package struct CustomerMerged: Event {
  package static let kind = "customer.merged"

  package let customer: ID<Customer>
  package let other: ID<Customer>

  package var subject: Reference { customer.reference }
}

/// A customer is on its own again.
package struct CustomerUnmerged: Event {
  package static let kind = "customer.unmerged"

  package let customer: ID<Customer>
  package let other: ID<Customer>

  package var subject: Reference { customer.reference }
}

extension Work {
  /// Locks both, always in the same order, so that two merges cannot wait for each other.
  fileprivate func requireCustomers(
    _ one: ID<Customer>,
    _ two: ID<Customer>
  ) throws -> [ID<Customer>: CustomerPlace] {
    var places: [ID<Customer>: CustomerPlace] = [:]
    for customer in [one, two].sorted() { places[customer] = try requireCustomer(customer) }
    return places
  }

  /// Gives all whose pointers lead through `customer` the new end of their pointers.
  fileprivate func moveRoots(under customer: ID<Customer>, to root: ID<Customer>) throws {
    try execute(
      """
      WITH RECURSIVE below (id) AS (
        SELECT id FROM customer WHERE account_id = \(account) AND merged_into = \(customer)
        UNION
        SELECT c.id FROM customer c JOIN below ON c.merged_into = below.id
        WHERE c.account_id = \(account)
      )
      UPDATE customer SET root_id = \(root)
      WHERE account_id = \(account) AND id IN (SELECT id FROM below)
      """
    )
  }
}
