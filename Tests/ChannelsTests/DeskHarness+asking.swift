import ServiceDesk
import Storage
import TestSupport

extension DeskHarness {
  /// Performs it as Amina.
  @discardableResult
  func perform<C: Command>(_ command: C) async throws -> C.Output {
    try await desk.perform(command, as: amina)
  }

  /// Answers it for Amina.
  func answer<Q: Query>(_ query: Q) async throws -> Q.Output {
    try await desk.answer(query, as: amina)
  }

  func conversation(_ id: ID<Conversation>) async throws -> Conversation {
    try await answer(FindConversation(conversation: id))
  }
}
