import HTTPTypes
import ServiceDesk
import Understanding

/// What an account's contacts are about: taught by examples, told with every reading.
struct ContactReasonRoutes: Sendable {
  var operations: [Operation] { [list, teach, export, replace, forget] }

  private var list: Operation {
    Operation(
      .get,
      "/contact-reasons",
      "listContactReasons",
      "The account's contact reasons, those with the most examples first",
      scopes: .read,
      success: .json(status: 200, ContactReason.listSchema)
    ) { call in
      try await call.answer(ListContactReasons(), ContactReason.write)
    }
  }

  private var teach: Operation {
    Operation(
      .post,
      "/contact-reasons/examples",
      "teachContactReason",
      "Teaches what a text is about; readings tell it from then on",
      scopes: .write,
      body: .json(
        .object([
          .required("text", .string(length: 1...100_000, format: .words)),
          .required("reason", .nullable(ContactReason.nameSchema), ContactReason.nameMeaning),
        ])
      ),
      success: .json(status: 201, ContactReason.listSchema),
      failures: [409]
    ) { call in
      let reason = try call.json["reason"]?.text.map { try ContactReason.Name($0) }
      return try await call.perform(
        TeachContactReason(text: call.json["text"]?.text ?? "", reason: reason),
        status: 201,
        ContactReason.write
      )
    }
  }

  private var export: Operation {
    Operation(
      .get,
      "/contact-reasons/examples",
      "exportContactReasons",
      "What the account was taught, from the oldest to the newest; without anybody's words",
      scopes: .read,
      success: .json(status: 200, IntentExample.listSchema)
    ) { call in
      try await call.answer(FindContactReasonLessons()) { lessons, json in
        json.object { json in
          json.name("items")
          json.array(lessons.examples) { $1.write(to: &$0) }
        }
      }
    }
  }

  private var replace: Operation {
    Operation(
      .put,
      "/contact-reasons/examples",
      "importContactReasons",
      "Takes over what was exported, in place of what is there",
      scopes: .admin,
      body: .json(IntentExample.listSchema),
      success: .json(status: 200, ContactReason.listSchema),
      failures: [409]
    ) { call in
      let examples = (call.json["items"]?.items ?? []).compactMap(IntentExample.init)
      return try await call.perform(
        ReplaceContactReasons(examples: examples),
        ContactReason.write
      )
    }
  }

  private var forget: Operation {
    Operation(
      .delete,
      "/contact-reasons/examples",
      "resetContactReasons",
      "Forgets all that the account was taught of its contact reasons",
      scopes: .admin,
      success: .json(status: 200, ContactReason.listSchema)
    ) { call in
      try await call.perform(ReplaceContactReasons(), ContactReason.write)
    }
  }
}
