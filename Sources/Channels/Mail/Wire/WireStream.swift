import CCurl
import Foundation

/// Bytes to and from a mail server, once libcurl has connected, agreed upon TLS and been greeted.
///
/// Its calls block, so it belongs to one thread. After a failure it is of no further use.
final class WireStream {
  /// What libcurl reads ahead of us.
  private static let chunkSize = 65_536

  /// How long a cancelled task may have to wait until that is noticed.
  private static let cancellationCheck = Duration.milliseconds(200)

  private static let farewellLimit = Duration.seconds(3)

  private let curl: CurlHandle
  private let socket: curl_socket_t
  private let options: MailWireOptions
  private var chunk = [UInt8](repeating: 0, count: chunkSize)
  private var deadline: ContinuousClock.Instant
  private var silenceLimit: Duration
  private var step = MailStep.secure

  /// Takes over a handle that has connected.
  init(_ curl: CurlHandle, options: MailWireOptions) throws(MailWireFailure) {
    var socket = CURL_SOCKET_BAD
    guard rapport_curl_get_socket(curl.pointer, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK,
      socket != CURL_SOCKET_BAD
    else { throw .lost("the server has closed the connection") }
    self.curl = curl
    self.socket = socket
    self.options = options
    silenceLimit = options.silenceLimit
    deadline = .now + options.operationLimit
  }

  /// Starts the time of an operation of that step.
  func begin(_ step: MailStep) {
    self.step = step
    silenceLimit = options.silenceLimit
    deadline = .now + options.operationLimit
  }

  /// Leaves the server little time for good-byes.
  func beginFarewell() {
    begin(step)
    silenceLimit = min(options.silenceLimit, Self.farewellLimit)
  }

  /// Leaves the server, which has the whole message, more time to answer.
  func awaitDelivery() {
    silenceLimit = options.deliveryLimit
    deadline = .now + options.deliveryLimit
  }

  /// Waits for bytes and gives those that have come, at least one.
  func read() throws(MailWireFailure) -> ArraySlice<UInt8> {
    while true {
      var count = 0
      let code = chunk.withUnsafeMutableBytes { bytes in
        curl_easy_recv(curl.pointer, bytes.baseAddress, bytes.count, &count)
      }
      switch code {
      case CURLE_OK where count > 0: return chunk[..<count]
      case CURLE_OK: throw .lost("the server has closed the connection")
      case CURLE_AGAIN: try wait(for: POLLIN)
      default: throw .lost(curl.words(for: code))
      }
    }
  }

  /// Hands over all the bytes.
  func write(_ bytes: [UInt8]) throws(MailWireFailure) {
    var start = 0
    while start < bytes.count {
      var count = 0
      let code = bytes.withUnsafeBytes { bytes in
        let rest = bytes[start..<min(start + Self.chunkSize, bytes.count)]
        return curl_easy_send(
          curl.pointer,
          UnsafeRawBufferPointer(rebasing: rest).baseAddress,
          rest.count,
          &count
        )
      }
      start += count
      switch code {
      case CURLE_OK: try check()
      case CURLE_AGAIN: try wait(for: POLLOUT)
      default: throw .lost(curl.words(for: code))
      }
    }
  }

  private func check() throws(MailWireFailure) {
    if Task.isCancelled { throw .cancelled }
    if ContinuousClock.now >= deadline { throw .timedOut(step) }
  }

  /// Waits until the socket is ready, or may be.
  private func wait(for events: Int32) throws(MailWireFailure) {
    let limit = min(deadline, .now + silenceLimit)
    while true {
      if Task.isCancelled { throw .cancelled }
      let left = limit - .now
      guard left > .zero else { throw .timedOut(step) }
      var entry = pollfd(fd: socket, events: Int16(events), revents: 0)
      let count = poll(&entry, 1, Int32(min(left, Self.cancellationCheck).wholeMilliseconds))
      if count > 0 { return }
      if count < 0, errno != EINTR { throw .lost(String(cString: strerror(errno))) }
    }
  }
}
