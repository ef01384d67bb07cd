import Foundation
import Synchronization

/// Stands on loopback between an engine and the server, and can cut a connection at a commit.
final class PostgresProxy: Sendable {
  /// Where the connection is cut.
  enum Cut: Sendable {
    /// Before the server hears of the commit.
    case request
    /// After it is done, before its answer arrives.
    case answer
  }

  struct Failure: Error {}

  /// As the server's URL, but through the proxy.
  let url: String
  private let listener: Int32
  private let serverPort: UInt16
  private let state = Mutex((cut: Cut?.none, hasCut: false))

  /// A proxy to the server of that URL, which must be on 127.0.0.1.
  init(to url: String) throws {
    guard var components = URLComponents(string: url), let port = components.port else {
      throw Failure()
    }
    serverPort = UInt16(port)
    let listener = makeSocket()
    self.listener = listener
    var (address, length) = loopback(0)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard isListening else { throw Failure() }
    components.port = Int(UInt16(bigEndian: address.sin_port))
    guard let own = components.string else { throw Failure() }
    self.url = PostgresWorld.adding("sslmode=disable&gssencmode=disable", to: own)
    Thread.detachNewThread { [self] in
      while case let client = accept(listener, nil, nil), client >= 0 { join(client) }
      close(listener)
    }
  }

  var hasCut: Bool { state.withLock { $0.hasCut } }

  func cutNextCommit(_ cut: Cut) { state.withLock { $0.cut = cut } }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func join(_ client: Int32) {
    let server = makeSocket()
    let (address, length) = loopback(serverPort)
    let isConnected = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(server, $0, length) == 0
      }
    }
    guard isConnected else {
      close(client)
      close(server)
      return
    }
    let ends = Ends(client: client, server: server)
    Thread.detachNewThread { [self] in carry(from: client, to: server, cut: .request, ends) }
    Thread.detachNewThread { [self] in carry(from: server, to: client, cut: .answer, ends) }
  }

  private func carry(from: Int32, to: Int32, cut: Cut, _ ends: Ends) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = recv(from, &buffer, buffer.count, 0), count > 0 {
      if isToBeCut(cut, buffer[..<count]) { break }
      var sent = 0
      while sent < count {
        let more = buffer[sent..<count].withUnsafeBytes {
          send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard more > 0 else { break }
        sent += more
      }
    }
    ends.end()
  }

  private func isToBeCut(_ cut: Cut, _ bytes: ArraySlice<UInt8>) -> Bool {
    guard Data(bytes).range(of: Data("COMMIT\0".utf8)) != nil else { return false }
    return state.withLock { state in
      guard state.cut == cut else { return false }
      state = (nil, true)
      return true
    }
  }

  /// Both ends of one connection, closed when both directions have stopped.
  private final class Ends: Sendable {
    let client: Int32
    let server: Int32
    let running = Mutex(2)

    init(client: Int32, server: Int32) {
      self.client = client
      self.server = server
    }

    func end() {
      shutdown(client, Int32(SHUT_RDWR))
      shutdown(server, Int32(SHUT_RDWR))
      let isLast = running.withLock { running in
        running -= 1
        return running == 0
      }
      guard isLast else { return }
      close(client)
      close(server)
    }
  }
}

private func makeSocket() -> Int32 {
  #if os(Linux)
    socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  #else
    socket(AF_INET, SOCK_STREAM, 0)
  #endif
}

private func loopback(_ port: UInt16) -> (sockaddr_in, socklen_t) {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  return (address, socklen_t(MemoryLayout<sockaddr_in>.size))
}
