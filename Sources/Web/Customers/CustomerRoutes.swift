import HTTPTypes
import ServiceDesk

/// Customers: listed, changed, merged and unmerged.
struct CustomerRoutes: Sendable {
  var operations: [Operation] {
    [
      Operation(
        .get,
        "/customers",
        "listCustomers",
        "Customers, newest first, without those merged into another",
        scopes: .read,
        query: [
          .init("email", .string(length: 1...254, format: .words), "Only who has this address"),
          .init("blocked", .choice(["true"]), "Only who is blocked"),
        ]
          + Operation.Parameter.window,
        success: .json(status: 200, .page(of: Customer.schema)),
        failures: [422]
      ) { call in
        let query = ListCustomers(
          email: try call.query["email"].map(EmailAddress.init),
          isBlocked: call.query["blocked"] == "true",
          window: try call.window()
        )
        return try await call.page(query) { $0.write(to: &$1) }
      },
      Operation(
        .get,
        "/customers/{customer}",
        "findCustomer",
        "One customer",
        scopes: .read,
        success: .json(status: 200, Customer.schema)
      ) { call in
        try await call.answer(FindCustomer(customer: call.customer())) { $0.write(to: &$1) }
      },
      Operation(
        .patch,
        "/customers/{customer}",
        "changeCustomer",
        "Changes what is known of a customer",
        scopes: .write,
        body: .json(
          .object([
            .optional("name", .string(length: 1...200, format: .words)),
            .optional("email", .string(length: 1...254, format: .words), "An address to add"),
            .optional("phone", .string(length: 1...50, format: .words), "A number to add"),
            .optional("externalID", .string(length: 1...200, format: .words), "An id to add"),
            .optional("attributes", Attributes.changeSchema, "null takes an attribute away"),
          ])
        ),
        success: .json(status: 200, Customer.schema),
        run: change
      ),
      Operation(
        .post,
        "/customers/{customer}/merge",
        "mergeCustomers",
        "Merges another customer into this one",
        scopes: .write,
        body: .json(.object([.required("customer", .id, "Who is merged into this one")])),
        success: .json(status: 201, Customer.schema)
      ) { call in
        guard let other = call.json["customer"]?.text.flatMap({ ID<Customer>($0) }) else {
          throw AccessFailure.noSuchCustomer
        }
        let command = MergeCustomers(survivor: try call.customer(), other: other)
        return try await call.perform(command, status: 201) { $0.write(to: &$1) }
      },
      Operation(
        .delete,
        "/customers/{customer}/merge/{other}",
        "unmergeCustomers",
        "Takes a merge back, exactly",
        scopes: .write,
        success: .json(status: 200, Customer.schema)
      ) { call in
        let other: ID<Customer> = try call.id("other", absent: .noSuchCustomer)
        let command = UnmergeCustomers(survivor: try call.customer(), other: other)
        return try await call.perform(command) { $0.write(to: &$1) }
      },
      Operation(
        .put,
        "/customers/{customer}/block",
        "blockCustomer",
        "Takes no more messages from a customer in the chat",
        scopes: .write,
        success: .json(status: 200, Customer.schema)
      ) { call in
        try await call.perform(BlockCustomer(customer: call.customer())) { $0.write(to: &$1) }
      },
      Operation(
        .delete,
        "/customers/{customer}/block",
        "unblockCustomer",
        "Takes messages from a customer again",
        scopes: .write,
        success: .json(status: 200, Customer.schema)
      ) { call in
        try await call.perform(UnblockCustomer(customer: call.customer())) { $0.write(to: &$1) }
      },
    ]
  }

  private func change(_ call: Call) async throws -> Answer {
    let command = ChangeCustomer(
      customer: try call.customer(),
      name: try call.json["name"]?.text.map(Customer.Name.init),
      addIdentities: try CustomerHandle.identities(in: call.json),
      attributes: call.json["attributes"]?.attributeChanges ?? [:]
    )
    return try await call.perform(command) { $0.write(to: &$1) }
  }
}

extension Call {
  /// The customer in the path.
  fileprivate func customer() throws -> ID<Customer> {
    try id("customer", absent: .noSuchCustomer)
  }
}
