import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Answer {
  func response(to request: Request) -> Response {
    switch self {
    case .json(let status, let bytes):
      Response(
        status: .init(code: status),
        headers: [.contentType: "application/json; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
      )
    case .empty: Response(status: .noContent)
    case .file(let bytes, let name, let type):
      Response(
        status: .ok,
        headers: [
          .contentType: Self.isHeaderSafe(type) ? type : "application/octet-stream",
          .contentDisposition: "attachment; filename*=UTF-8''\(name.encodedForHeader)",
        ],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
      )
    case .events(let write):
      Response(
        status: .ok,
        headers: [
          .contentType: "text/event-stream; charset=utf-8",
          .cacheControl: "no-store",
          // Proxies are not to keep events back until there are more.
          .accelBuffering: "no",
        ],
        body: ResponseBody { writer in
          try await request.body.consumeWithCancellationOnInboundClose { body in
            // A stream that ends before the request's own end was read stops the whole program.
            for try await _ in body {}
            try await write(&writer)
          }
          try await writer.finish(nil)
        }
      )
    }
  }

  private static func isHeaderSafe(_ type: String) -> Bool {
    type.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }
}

extension String {
  /// As RFC 8187 writes a text in a header.
  fileprivate var encodedForHeader: String {
    addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(.ascii)) ?? ""
  }
}

extension CharacterSet {
  fileprivate static let ascii = CharacterSet(charactersIn: "\u{0}"..."\u{7F}")
}
