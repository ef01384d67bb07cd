import CCurl
import Foundation

/// Takes an answer's body as it comes, and looks at each address before it is connected to.
///
/// An address is looked at when it is used, so that a name cannot mean another one by then, and a
/// redirect leads nowhere else either.
final class WebReception {
  private(set) var body: [UInt8] = []
  private(set) var isTooBig = false
  private(set) var wasPrivate = false
  private let sizeLimit: Int
  private let allowsPrivate: Bool

  init(sizeLimit: Int, allowsPrivate: Bool) {
    self.sizeLimit = sizeLimit
    self.allowsPrivate = allowsPrivate
  }

  /// Runs the handle's transfer, with a body to be posted if there is one; once in its life.
  func perform(_ curl: CurlHandle, sending posted: [UInt8]?) -> CURLcode {
    withExtendedLifetime(self) {
      takeBody(from: curl)
      lookAtAddresses(of: curl)
      guard let posted else { return curl.perform() }
      _ = rapport_curl_set_size(curl.pointer, CURLOPT_POSTFIELDSIZE_LARGE, posted.count)
      posted.withUnsafeBytes { bytes in
        // libcurl copies as many bytes as were named before.
        let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
        _ = rapport_curl_set_pointer(curl.pointer, CURLOPT_COPYPOSTFIELDS, start)
      }
      return curl.perform()
    }
  }

  private func takeBody(from curl: CurlHandle) {
    let this = Unmanaged.passUnretained(self).toOpaque()
    _ = rapport_curl_set_pointer(curl.pointer, CURLOPT_WRITEDATA, this)
    _ = rapport_curl_on_bytes(curl.pointer, CURLOPT_WRITEFUNCTION) { bytes, size, count, this in
      guard let bytes, let this else { return 0 }
      let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
      let reception = Unmanaged<WebReception>.fromOpaque(this).takeUnretainedValue()
      return reception.take(part) ? size * count : 0
    }
  }

  private func lookAtAddresses(of curl: CurlHandle) {
    let this = Unmanaged.passUnretained(self).toOpaque()
    _ = rapport_curl_set_pointer(curl.pointer, CURLOPT_OPENSOCKETDATA, this)
    _ = rapport_curl_on_socket(curl.pointer) { this, _, address in
      guard let this, let address else { return CURL_SOCKET_BAD }
      return Unmanaged<WebReception>.fromOpaque(this).takeUnretainedValue().socket(to: address)
    }
  }

  /// - Returns: whether there was room for it.
  private func take(_ part: UnsafeRawBufferPointer) -> Bool {
    isTooBig = body.count + part.count > sizeLimit
    if !isTooBig { body.append(contentsOf: part) }
    return !isTooBig
  }

  private func socket(to address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    let length = Int(min(address.pointee.addrlen, UInt32(MemoryLayout<sockaddr_storage>.size)))
    // Longer than its type says, for version 6.
    let start = UnsafeRawPointer(address) + (MemoryLayout.offset(of: \curl_sockaddr.addr) ?? 0)
    let bytes = UnsafeRawBufferPointer(start: start, count: length)
    let isPublic = NetworkAddress(bytes)?.isPublic ?? false
    guard allowsPrivate || isPublic else {
      wasPrivate = true
      return CURL_SOCKET_BAD
    }
    let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return Foundation.socket(address.pointee.family, type, address.pointee.protocol)
  }
}
