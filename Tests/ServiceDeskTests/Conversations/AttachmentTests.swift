import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct AttachmentTests {
  let harness: DeskHarness
  let id: ID<Conversation>

  init() async throws {
    harness = try await DeskHarness()
    id = harness.anemone.conversation
  }

  private func reply(_ attachments: [ID<ServiceDesk.Attachment>]) async throws -> Message {
    try await harness.perform(
      Reply(conversation: id, text: .init("Here."), attachments: attachments)
    )
  }

  @Test func `a file is kept, goes with a message and comes back`() async throws {
    let events = try await harness.events {
      let file = try await harness.upload([1, 2, 3])
      let message = try await reply([file])
      #expect(message.attachments.map(\.id) == [file])
      #expect(message.attachments.map(\.size) == [3])
      #expect(message.attachments.map(\.name.text) == ["parcel.jpg"])
      let (found, bytes) = try await harness.desk.download(file, as: harness.amina)
      #expect(found == message.attachments[0])
      #expect(bytes == [1, 2, 3])
    }

    #expect(events == ["attachment.uploaded", "reply.sent"])
  }

  @Test func `files stand in the order in which the message names them`() async throws {
    var files: [ID<ServiceDesk.Attachment>] = []
    for byte in UInt8(1)...3 { files.append(try await harness.upload([byte])) }

    let message = try await reply(files.reversed())

    #expect(message.attachments.map(\.id) == files.reversed())
    let listed = try await harness.answer(ListMessages(conversation: id, window: Window())).items
    #expect(listed.map { $0.attachments.count } == [0, 3])
  }

  @Test func `a file goes with one message, and is named in it once`() async throws {
    let file = try await harness.upload()
    _ = try await reply([file])

    let events = try await harness.events {
      await #expect(throws: AttachmentFailure.alreadySent) { try await reply([file]) }
      let other = try await harness.upload()
      await #expect(throws: AttachmentFailure.alreadySent) { try await reply([other, other]) }
      _ = try await reply([other])
    }

    #expect(events == ["attachment.uploaded", "reply.sent"])
    #expect(try await harness.conversation(id).messageCount == 3)
  }

  @Test func `a message has up to 20 files`() async throws {
    var files: [ID<ServiceDesk.Attachment>] = []
    for byte in UInt8(0)..<21 { files.append(try await harness.upload([byte])) }

    await #expect(throws: AttachmentFailure.tooMany) { try await reply(files) }
    #expect(try await reply(files.dropLast()).attachments.count == 20)
  }

  @Test func `a file has 1 byte to 25 MiB`() async throws {
    await #expect(throws: AttachmentFailure.empty) { try await harness.upload([]) }
    let largest = [UInt8](repeating: 7, count: ServiceDesk.Attachment.mostBytes)
    await #expect(throws: AttachmentFailure.tooLarge) { try await harness.upload(largest + [7]) }

    let file = try await harness.upload(largest)

    #expect(try await harness.desk.download(file, as: harness.amina).0.size == 26_214_400)
  }

  @Test func `without the scope nothing is kept`() async throws {
    let reader = Viewer(
      account: harness.anemone.account,
      actor: harness.amina.actor,
      scopes: [.read, .admin]
    )

    await #expect(throws: AccessFailure.notAllowed) {
      try await harness.upload([9, 9, 9], as: reader)
    }
    let kept = try await harness.desk.blobs.bytes(
      BlobHash(of: [9, 9, 9]),
      account: harness.anemone.account.raw
    )
    #expect(kept == nil)
  }

  @Test func `an upload under a key is kept once`() async throws {
    let key = try RequestKey(key: "key", fingerprint: [1])
    func upload() async throws -> StoredAnswer {
      try await harness.desk.upload(
        [1, 2, 3],
        name: .init("a"),
        type: .init("b/c"),
        as: harness.amina,
        once: key
      ) { StoredAnswer(status: 201, body: $0.id.description) }
    }
    let first = try await upload()

    let events = try await harness.events {
      let second = try await upload()
      #expect(second == first)
    }

    #expect(events == [])
  }
}
