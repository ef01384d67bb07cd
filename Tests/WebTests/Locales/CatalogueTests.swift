import HTTPTypes
import ServiceDesk
import Storage
import TestSupport
import Testing

@testable import Web

/// Every language says everything.
@Suite struct CatalogueTests {
  @Test(arguments: Language.allCases)
  func `every failure has its text`(language: Language) {
    let details = language.catalogue.details
    for code in Self.codes { #expect(details[code]?.isEmpty == false, "\(code)") }
    #expect(Set(details.keys) == Self.codes)
  }

  @Test(arguments: Language.allCases)
  func `every status that is declared has its title`(language: Language) async throws {
    let operations = try await SiteHarness().site.operations
    let statuses = operations.reduce(into: Set([404, 405, 429])) { $0.formUnion($1.allFailures) }
    #expect(Set(language.catalogue.titles.keys) == statuses)
  }

  @Test(arguments: [Language.greek, .persian])
  func `what is said is said in the language itself`(language: Language) {
    let script: ClosedRange<Unicode.Scalar> =
      language == .greek ? "\u{370}"..."\u{3FF}" : "\u{600}"..."\u{6FF}"
    let texts = Array(language.catalogue.details.values) + Array(language.catalogue.titles.values)
    for text in texts {
      #expect(text.unicodeScalars.contains { script.contains($0) }, "\(text)")
    }
  }

  @Test func `texts fit into the problem`() {
    for language in Language.allCases {
      for (code, detail) in language.catalogue.details {
        #expect(detail.unicodeScalars.count <= 1_000 && code.count <= 180)
      }
    }
  }

  /// The codes of all failures that reach a client.
  private static let codes = Set(
    failures.map(\.code) + [
      "administratorsOnly", "badRequest", "bodyTooLarge", "foreignForm", "internal", "invalidBody",
      "invalidQuery", "methodNotAllowed", "noSuchPage", "noToken", "noVisitor", "notSignedIn",
      "originNotAllowed", "recipientsUnconfirmed", "tooManyAttempts", "tooManyRequests",
      "wrongContentType",
    ] + errors.compactMap { Problem($0)?.code }
  )

  private static let errors: [any Error] = [
    JSONFailure.malformed, EventLogFailure.expired, IDFailure.leaseExpired,
    DatabaseFailure.overloaded(retryAfterSeconds: 1), DatabaseFailure.busy(""),
    DatabaseFailure.unavailable(""),
  ]

  private static let failures: [any Failure] =
    cases(AccessFailure.self) + cases(AccountFailure.self) + cases(AgentFailure.self)
    + cases(AttachmentFailure.self) + cases(AttributesFailure.self)
    + cases(ChatFailure.self) + cases(ConversationFailure.self)
    + cases(CursorFailure.self) + cases(CustomerFailure.self) + cases(EmailAddressFailure.self)
    + cases(OnceFailure.self) + cases(PhoneNumberFailure.self) + cases(TeamFailure.self)
    + cases(PasswordFailure.self) + cases(DemoFailure.self) + cases(SignInFailure.self)
    + cases(ProfileFailure.self) + cases(TimeZoneFailure.self) + cases(LanguageTagFailure.self)
    + cases(SavedReplyFailure.self)
    + cases(InboxFailure.self) + cases(CorrespondenceFailure.self) + cases(MailboxFailure.self)
    + cases(SecretFailure.self) + cases(MailroomFailure.self) + cases(AccessLinkFailure.self)
    + cases(ReadingFailure.self) + cases(ContactReasonFailure.self)
    + [
      TextFailure.tooShort(field: ""), TextFailure.tooLong(field: "", most: 1),
      TextFailure.holdsNUL(field: ""),
      MailTextFailure.malformed(field: ""), MailTextFailure.unknownVariable(field: ""),
      MailTextFailure.tooMany, MailTextFailure.cannotSend,
    ]

  private static func cases<F: Failure & CaseIterable>(_: F.Type) -> [any Failure] {
    Array(F.allCases)
  }
}
