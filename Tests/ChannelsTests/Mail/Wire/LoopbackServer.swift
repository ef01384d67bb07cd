import Foundation

/// A server on 127.0.0.1 that behaves as a test needs it, until it is stopped or all tests end.
struct LoopbackServer: Sendable {
  let port: Int
  private let listener: Int32

  /// Serves each connection on a thread of its own.
  init(_ serve: @escaping @Sendable (LoopbackConnection) -> Void) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    self.listener = listener
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread {
      while true {
        let accepted = accept(listener, nil, nil)
        guard accepted >= 0 else {
          close(listener)
          return
        }
        Thread.detachNewThread { serve(LoopbackConnection(socket: accepted)) }
      }
    }
  }

  /// Lets nobody connect any more.
  func stop() {
    // Its thread closes it: until then nobody else can get its number.
    shutdown(listener, Int32(SHUT_RDWR))
  }

  /// Greets, if it has a greeting, and answers each line; `nil` stays silent.
  static func talking(
    _ greeting: String?,
    answer: @escaping @Sendable (String) -> String?
  ) throws -> LoopbackServer {
    try LoopbackServer { connection in
      if let greeting { connection.write(greeting + "\r\n") }
      while let line = connection.readLine() {
        if let answer = answer(line) { connection.write(answer + "\r\n") }
      }
    }
  }
}

/// The server's end of a connection; closed with the object.
final class LoopbackConnection {
  private let file: FileHandle
  private var input: [UInt8] = []

  init(socket: Int32) {
    file = FileHandle(fileDescriptor: socket, closeOnDealloc: true)
  }

  /// The next line without its end; `nil` at the end of all.
  func readLine() -> String? {
    while true {
      if let end = input.firstIndex(of: UInt8(ascii: "\n")) {
        defer { input.removeFirst(end + 1) }
        return String(decoding: input[..<end].filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
      }
      guard receive() else { return nil }
    }
  }

  /// So many bytes, or fewer at the end of all.
  func read(_ count: Int) -> [UInt8] {
    while input.count < count, receive() {}
    defer { input.removeFirst(min(count, input.count)) }
    return Array(input.prefix(count))
  }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    // A client that has gone is for the test to notice.
    _ = send(file.fileDescriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  private func receive() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 16_384)
    let count = recv(file.fileDescriptor, &chunk, chunk.count, 0)
    guard count > 0 else { return false }
    input += chunk[..<count]
    return true
  }
}
