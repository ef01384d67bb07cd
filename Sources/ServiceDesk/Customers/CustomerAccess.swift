import Storage

/// What decides where a customer's record is.
struct CustomerPlace {
  let mergedInto: ID<Customer>?
  /// The end of all merges; the customer itself where there is none.
  let root: ID<Customer>
}

extension Work {
  /// Where the customer's record is, locked until the commit.
  ///
  /// - Throws: ``AccessFailure/noSuchCustomer``.
  func requireCustomer(_ customer: ID<Customer>) throws -> CustomerPlace {
    let found = try rows(
      """
      SELECT merged_into, root_id FROM customer
      WHERE account_id = \(account) AND id = \(customer) \(forUpdate)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchCustomer }
    return CustomerPlace(mergedInto: try row[0], root: try row[1])
  }
}
