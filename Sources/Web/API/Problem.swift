/// A failure as clients see it (RFC 9457).
package struct Problem: Error, Sendable, Equatable {
  package let status: Int
  /// What a client tells problems apart by.
  package let code: String
  /// Where the fault lies, for each fault.
  package let faults: [Fault]
  /// After how many seconds another try makes sense.
  package let retryAfterSeconds: Int?
  /// Under which the log knows more, where it does.
  package let reference: String?

  package init(
    status: Int,
    code: String,
    faults: [Fault] = [],
    retryAfterSeconds: Int? = nil,
    reference: String? = nil
  ) {
    self.status = status
    self.code = code
    self.faults = faults
    self.retryAfterSeconds = retryAfterSeconds
    self.reference = reference
  }

  /// Writes it with its texts in the language.
  package func write(to json: inout JSONWriter, in language: Language) {
    let text = language.catalogue.problem(code, status: status)
    json.object { json in
      json.member("type", "urn:rapport:problem:\(code)")
      json.member("title", text.title)
      json.member("status", status)
      json.member("detail", text.detail)
      if let reference { json.member("reference", reference) }
      guard !faults.isEmpty else { return }
      json.name("errors")
      json.array(faults) { json, fault in
        json.object { json in
          json.member("pointer", fault.pointer)
          json.member("detail", fault.detail ?? text.detail)
        }
      }
    }
  }

  /// The form of every failure's answer.
  package static let schema = Schema.named(
    "Problem",
    .object([
      .required("type", .string(length: 1...200)),
      .required("title", .string(length: 1...200)),
      .required("status", .integer(400...599)),
      .required("detail", .string(length: 1...1_000)),
      .optional("reference", .string(length: 1...100), "Under which the log knows more"),
      .optional(
        "errors",
        .array(
          .named(
            "Fault",
            .object([
              .required("pointer", .string(length: 0...1_000)),
              .required("detail", .string(length: 1...1_000)),
            ])
          ),
          most: 20
        )
      ),
    ])
  )
}
