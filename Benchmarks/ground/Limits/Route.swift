import ArgumentParser
import Hummingbird
import NIOCore

/// Serves one small constant, to show what the HTTP library alone can do.
struct Route: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves a JSON constant at / on 127.0.0.1 through bare Hummingbird."
  )

  @Option(help: "The port to listen on.")
  var port: Int

  func run() async throws {
    let body = ByteBuffer(string: #"{"id":"1","subject":"Where is my parcel?","status":"open"}"#)
    let router = Router()
    router.get("/") { _, _ in
      Response(
        status: .ok,
        headers: [.contentType: "application/json; charset=utf-8"],
        body: ResponseBody(byteBuffer: body)
      )
    }
    let application = Application(
      router: router,
      configuration: .init(address: .hostname("127.0.0.1", port: port))
    )
    try await application.runService()
  }
}
