import ServiceDesk
import TestSupport
import Testing
import Understanding

@Suite struct CorrectReadingTests {
  let harness: DeskHarness
  let reader: TextReader

  init() async throws {
    harness = try await DeskHarness()
    reader = try ShippedModel.reader()
  }

  private let text = "This is outrageous, you lost my parcel again and nobody cares!"

  private func correct(_ label: String, isTrue: Bool) async throws {
    let correction = Correction(label: label, isTrue: isTrue, trace: reader.trace(text))
    try await harness.perform(CorrectReading(correction: correction))
  }

  private func read(as viewer: Viewer? = nil) async throws -> Reading {
    let corrections = try await harness.desk.answer(FindCorrections(), as: viewer ?? harness.amina)
    return reader.read(text, corrections: corrections)
  }

  @Test func `a correction shifts the account's readings at once, and no other's`() async throws {
    #expect(try await read().labels.contains(.anger))
    let events = try await harness.events { try await correct("anger", isTrue: false) }
    #expect(events == ["reading.corrected"])
    #expect(try await !read().labels.contains(.anger))
    #expect(try await read(as: harness.stefan).labels.contains(.anger))
  }

  @Test func `however sure the reading was, it is put right`() async throws {
    let text = Array(repeating: text, count: 4).joined(separator: "\n\n")
    #expect(reader.read(text, corrections: Corrections()).score < -0.99)
    var corrections = Corrections()
    corrections.add(Correction(label: "negative", isTrue: false, trace: reader.trace(text)))
    #expect(reader.read(text, corrections: corrections).polarity != .negative)
  }

  @Test func `the last word on a label counts`() async throws {
    try await correct("anger", isTrue: false)
    try await correct("anger", isTrue: true)
    #expect(try await harness.answer(FindCorrections()).all.count == 1)
    #expect(try await read().labels.contains(.anger))
  }

  @Test func `corrections are taken over and forgotten`() async throws {
    try await correct("anger", isTrue: false)
    let exported = try await harness.answer(FindCorrections()).all
    #expect(try await harness.perform(ReplaceCorrections()).all.isEmpty)
    #expect(try await read().labels.contains(.anger))
    try await harness.perform(ReplaceCorrections(corrections: exported))
    #expect(try await !read().labels.contains(.anger))
  }

  @Test func `a label that readings do not have is refused`() async throws {
    await #expect(throws: ReadingFailure.noSuchLabel) {
      try await correct("grumpiness", isTrue: true)
    }
    #expect(try await harness.answer(FindCorrections()).all.isEmpty)
  }
}
