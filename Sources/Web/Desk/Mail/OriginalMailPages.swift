import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import ServiceDesk
import Storage

/// Mail as it came: in a frame within its conversation, alone, and as the text of its source.
struct OriginalMailPages: Sendable {
  let gate: DeskGate
  let images: RemoteImages

  private static let message: RouterPath = "/desk/messages/{conversation}/{message}"

  func add(to router: Router<WebContext>) {
    gate.get("\(Self.message)/frame", on: router, frame)
    gate.get("\(Self.message)/original", on: router, original)
    gate.get("\(Self.message)/source", on: router, source)
    gate.get("/desk/images", on: router, picture)
  }

  /// The frame, for a script to put below the message.
  @Sendable private func frame(_ visit: DeskVisit) async throws -> Response {
    let (message, raw) = try await mail(visit)
    let mail = OriginalMail(
      raw,
      language: visit.language,
      images: { _ in nil },
      inline: { _ in nil }
    )
    let frame = OriginalMailFrame(
      language: visit.language,
      conversation: message.conversation,
      message: message.id,
      remoteImages: mail.remoteImages
    )
    return .page(frame.html)
  }

  @Sendable private func original(_ visit: DeskVisit) async throws -> Response {
    let (message, raw) = try await mail(visit)
    let showsImages = visit.query("images") == "1"
    let files = Dictionary(
      message.attachments.compactMap { file in file.contentID.map { ($0, file.id) } },
      uniquingKeysWith: { first, _ in first }
    )
    let (account, secrets) = (visit.viewer.account, visit.desk.secrets)
    let mail = OriginalMail(
      raw,
      language: visit.language,
      images: { showsImages ? images.address(of: $0, account: account, secrets: secrets) : nil },
      inline: { files[$0].map { "/desk/attachments/\($0)?inline" } }
    )
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/html; charset=utf-8",
        .cacheControl: "no-store",
        .contentSecurityPolicy: MailFrame.contentSecurityPolicy,
        .frameOptions: "SAMEORIGIN",
        .referrerPolicy: "no-referrer",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(string: mail.document))
    )
  }

  @Sendable private func source(_ visit: DeskVisit) async throws -> Response {
    let (_, raw) = try await mail(visit)
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/plain; charset=utf-8",
        .cacheControl: "no-store",
        .contentSecurityPolicy: "default-src 'none'; sandbox",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: raw))
    )
  }

  @Sendable private func picture(_ visit: DeskVisit) async throws -> Response {
    let found = try await images.picture(
      at: visit.query("of") ?? "",
      account: visit.viewer.account,
      secrets: visit.desk.secrets
    )
    guard let found else { return Response(status: .notFound) }
    return Response(
      status: .ok,
      headers: [
        .contentType: found.type.rawValue,
        .cacheControl: "private, max-age=86400, immutable",
        .contentSecurityPolicy: "default-src 'none'; sandbox",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: found.bytes))
    )
  }

  /// The message in the path, and the mail it was made of.
  private func mail(_ visit: DeskVisit) async throws -> (Message, [UInt8]) {
    let message = try await visit.answer(
      FindMessage(
        message: visit.message(),
        conversation: visit.conversation()
      )
    )
    guard let source = message.mail?.source else { throw AccessFailure.noSuchConversation }
    let kept = try await visit.answer(FindMailSource(source: source))
    guard let raw = try await visit.desk.blobs.bytes(kept.hash, account: visit.viewer.account.raw)
    else { throw CorrespondenceFailure.sourceMissing }
    return (message, raw)
  }
}
