import HTTPTypes
import TestSupport
import Testing
import Web

/// Files go up, with a message, and down again as they were.
@Suite struct AttachmentTests {
  let harness: SiteHarness

  init() async throws { harness = try await SiteHarness() }

  @Test func `a file goes up, with a reply, and down again`() async throws {
    let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let uploaded = try await harness.upload(bytes, name: "a%2Fb%20%CE%B1.bin", type: "image/png")
    let id = try #require(uploaded["id"]?.text)
    #expect(uploaded["name"]?.text == "a_b α.bin" && uploaded["size"]?.wholeNumber == 70_000)

    let messages = "/conversations/\(harness.world.anemone.conversation)/messages"
    let reply = #"{"kind":"reply","text":"Here","attachments":["\#(id)"]}"#
    let sent = try await harness.post(messages, reply)
    #expect(sent["attachments"]?.items == [try uploaded.json])
    #expect(try await harness.get(messages).items.last == sent.json)

    let file = try await harness.get("/attachments/\(id)")
    #expect(file.bytes == bytes && file.type == "image/png")
    #expect(
      file.headers[.contentDisposition] == "attachment; filename*=UTF-8''a%5Fb%20%CE%B1%2Ebin"
    )

    let again = try await harness.post(messages, reply)
    #expect(again.status == 409 && again.code == "attachmentAlreadySent")
  }

  @Test func `a type that no header can hold is given back as bytes`() async throws {
    let uploaded = try await harness.upload([1], name: "x", type: "text/\u{E9}")
    let file = try await harness.get("/attachments/\(try #require(uploaded["id"]?.text))")
    #expect(file.type == "application/octet-stream")
  }

  @Test func `an empty file is refused`() async throws {
    let reply = try await harness.upload([], name: "x", type: "text/plain")
    #expect(reply.status == 422 && reply.code == "attachmentEmpty")
  }

  @Test func `a file has at most 25 MiB`() async throws {
    let most = [UInt8](repeating: 7, count: 25 * 1_024 * 1_024)
    #expect(try await harness.upload(most, name: "x", type: "text/plain").status == 201)
    let reply = try await harness.upload(most + [7], name: "x", type: "text/plain")
    #expect(reply.status == 413 && reply.code == "bodyTooLarge")
  }

  @Test func `a file needs a name`() async throws {
    let reply = try await harness.send(
      Ask(.post, "/api/v1/blobs", token: harness.world.anemone.token)
    )
    #expect(reply.status == 400 && reply.pointers == ["name"])
  }

  @Test func `a message has at most 20 files`() async throws {
    var ids: [String] = []
    for number in 0..<21 {
      let uploaded = try await harness.upload([UInt8(number)], name: "x", type: "text/plain")
      ids.append(try #require(uploaded["id"]?.text))
    }
    func note(_ ids: some Collection<String>) async throws -> Reply {
      let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
      return try await harness.post(
        "/conversations/\(harness.world.anemone.conversation)/messages",
        #"{"kind":"note","text":"Files","attachments":[\#(list)]}"#
      )
    }
    let tooMany = try await note(ids)
    #expect(tooMany.status == 422 && tooMany.pointers == ["/attachments"])
    #expect(try await note(ids.dropLast())["attachments"]?.items?.count == 20)
  }
}
