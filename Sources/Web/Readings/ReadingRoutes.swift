import HTTPTypes
import ServiceDesk
import Understanding

/// What customers feel and want, read from their words; and what the account puts right of it.
struct ReadingRoutes: Sendable {
  /// `nil` where the program was started without a model.
  let reader: TextReader?

  var operations: [Operation] { [read, list, correct, replace, forget] }

  private var read: Operation {
    Operation(
      .post,
      "/readings",
      "readText",
      "What a customer's text says about its writer, with the account's corrections",
      scopes: .read,
      body: .json(.object([.required("text", .string(length: 1...100_000, format: .words))])),
      success: .json(status: 200, Reading.schema),
      failures: [409]
    ) { call in
      let reader = try requireReader()
      let text = call.json["text"]?.text ?? ""
      return try await call.answer(FindCorrections()) { corrections, json in
        reader.read(text, corrections: corrections).write(to: &json)
      }
    }
  }

  private var list: Operation {
    Operation(
      .get,
      "/readings/corrections",
      "exportCorrections",
      "What the account has put right, from the oldest to the newest; without anybody's words",
      scopes: .read,
      success: .json(status: 200, Corrections.schema)
    ) { call in
      try await call.answer(FindCorrections()) { $0.write(to: &$1) }
    }
  }

  private var correct: Operation {
    Operation(
      .post,
      "/readings/corrections",
      "correctReading",
      "Puts right what a text is, or is not; the account's readings change at once",
      scopes: .write,
      body: .json(
        .object([
          .required("text", .string(length: 1...100_000, format: .words)),
          .required("label", .string(length: 1...50, format: .words), "As in a reading: anger"),
          .required("isTrue", .boolean),
        ])
      ),
      success: .json(status: 201, Corrections.schema),
      failures: [409]
    ) { call in
      let correction = Correction(
        label: call.json["label"]?.text ?? "",
        isTrue: call.json["isTrue"] == .bool(true),
        trace: try requireReader().trace(call.json["text"]?.text ?? "")
      )
      return try await call.perform(CorrectReading(correction: correction), status: 201) {
        $0.write(to: &$1)
      }
    }
  }

  private var replace: Operation {
    Operation(
      .put,
      "/readings/corrections",
      "importCorrections",
      "Takes over what was exported, in place of what is there",
      scopes: .admin,
      body: .json(
        .object([.required("items", .array(Correction.schema, most: Corrections.limit))])
      ),
      success: .json(status: 200, Corrections.schema)
    ) { call in
      let corrections = (call.json["items"]?.items ?? []).compactMap(Correction.init)
      return try await call.perform(ReplaceCorrections(corrections: corrections)) {
        $0.write(to: &$1)
      }
    }
  }

  private var forget: Operation {
    Operation(
      .delete,
      "/readings/corrections",
      "resetCorrections",
      "Forgets all that the account has put right",
      scopes: .admin,
      success: .json(status: 200, Corrections.schema)
    ) { call in
      try await call.perform(ReplaceCorrections()) { $0.write(to: &$1) }
    }
  }

  private func requireReader() throws -> TextReader {
    guard let reader else { throw ReadingFailure.noModel }
    return reader
  }
}
