extension Task where Success == Void, Failure == any Error {
  /// Cancels a loop and waits for its end, which is an error where it was amid a reading.
  func end() async throws {
    cancel()
    do { try await value } catch is CancellationError {}
  }
}
