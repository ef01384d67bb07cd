import HTTPTypes
import ServiceDesk
import Understanding

/// What customers feel and want, read from their words; and what the account puts right of it.
struct ReadingRoutes: Sendable {
  /// `nil` where the program was started without a model.
  let reader: TextReader?
  /// Tells what texts are about, from what each account was taught.
  let reasons: ContactReasonReader

  var operations: [Operation] { [read, correctMessage, list, correct, replace, forget] }

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
      let reason = try await reasons.guess(text, desk: call.desk, viewer: call.viewer)
      return try await call.answer(FindCorrections()) { corrections, json in
        reader.read(text, corrections: corrections).write(to: &json, reason: reason)
      }
    }
  }

  private var correctMessage: Operation {
    Operation(
      .post,
      "/conversations/{conversation}/messages/{message}/reading",
      "correctMessageReading",
      "Puts right what a customer's message was read to say; the account learns from it",
      scopes: .write,
      body: .json(
        .object([
          .required("label", .string(length: 1...50, format: .words), "As in a reading: anger"),
          .required("isTrue", .boolean),
        ])
      ),
      success: .json(status: 200, Message.schema),
      failures: [404, 409]
    ) { call in
      let correction = CorrectMessageReading(
        message: try call.id("message", absent: .noSuchConversation),
        conversation: try call.conversation(),
        label: call.json["label"]?.text ?? "",
        isTrue: call.json["isTrue"] == .bool(true)
      )
      return try await call.perform(correction) { $0.write(to: &$1) }
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
