import ServiceDesk

extension Customer {
  /// Writes it as the API shows it.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("name", name)
      json.member("email", identities.first { $0.kind == .email }?.value)
      json.name("identities")
      json.array(identities) { json, identity in
        json.object { json in
          json.member("kind", identity.kind.rawValue)
          json.member("value", identity.value)
        }
      }
      json.name("attributes")
      attributes.write(to: &json)
      json.name("merged")
      json.array(merged) { $0.value($1.description) }
      json.member("mergedInto", mergedInto)
      json.member("blockedAt", blockedAt)
      json.member("createdAt", createdAt)
      json.member("updatedAt", updatedAt)
    }
  }

  static let schema = Schema.named(
    "Customer",
    .object([
      .required("id", .id),
      .required("name", .nullable(.string(length: 0...200))),
      .required("email", .nullable(.string(length: 0...254)), "The first address"),
      .required(
        "identities",
        .array(
          .object([
            .required("kind", .choice(Identity.Kind.allCases.map(\.rawValue))),
            .required("value", .string(length: 1...254)),
          ]),
          most: 10_000
        )
      ),
      .required("attributes", Attributes.schema),
      .required("merged", .array(.id, most: 10_000), "Who is merged into this customer"),
      .required("mergedInto", .nullable(.id)),
      .required("blockedAt", .nullable(.time), "Since when the chat takes nothing from them"),
      .required("createdAt", .time),
      .required("updatedAt", .time),
    ])
  )
}

extension CustomerHandle {
  static let schema = Schema.named(
    "CustomerHandle",
    .object(
      [
        .optional("id", .id),
        .optional("email", .string(length: 1...254, format: .words)),
        .optional("phone", .string(length: 1...50, format: .words), "International, as +30…"),
        .optional("externalID", .string(length: 1...200, format: .words)),
        .optional("name", .nullable(.string(length: 1...200, format: .words))),
      ],
      atLeast: 1
    )
  )

  /// Reads what was checked against ``schema``.
  ///
  /// - Throws: ``AccessFailure/noSuchCustomer``, or as ``Identity/init(kind:value:)``.
  init(_ json: JSON?) throws {
    let id = try json?["id"]?.text.map { text in
      guard let id = ID<Customer>(text) else { throw AccessFailure.noSuchCustomer }
      return id
    }
    self.init(
      id: id,
      identities: try json.map { try Self.identities(in: $0) } ?? [],
      name: try json?["name"]?.text.map(Customer.Name.init)
    )
  }

  /// Reads the member `customer` of a body.
  ///
  /// - Throws: as ``init(_:)``, but what is wrong with a member points at it.
  static func customer(of body: JSON) throws -> CustomerHandle {
    do {
      return try CustomerHandle(body["customer"])
    } catch let failure as any Failure {
      guard let field = failure.field else { throw failure }
      throw Problem(
        status: failure.kind.status,
        code: failure.code,
        faults: [Fault(pointer: "/customer/\(field)", detail: nil)]
      )
    }
  }

  /// The identities among the members of `json`.
  static func identities(in json: JSON) throws -> [Identity] {
    let kinds: [(String, Identity.Kind)] = [
      ("email", .email), ("phone", .phone), ("externalID", .external),
    ]
    return try kinds.compactMap { name, kind in
      try json[name]?.text.map { try Identity(kind: kind, value: $0) }
    }
  }
}
