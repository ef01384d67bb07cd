import CCurl
import Foundation

/// Sees what libcurl does not tell afterwards: what the server said, and when TLS began.
final class WireWitness {
  /// Longer lines are cut.
  private static let limit = 1_000

  /// The server's last line, without its end.
  private(set) var lastLine = ""

  private(set) var tlsBegan: ContinuousClock.Instant?

  /// Runs the handle's transfer.
  func perform(_ curl: CurlHandle) -> CURLcode {
    withExtendedLifetime(self) {
      let this = Unmanaged.passUnretained(self).toOpaque()
      _ = rapport_curl_set_pointer(curl.pointer, CURLOPT_HEADERDATA, this)
      _ = rapport_curl_on_bytes(curl.pointer, CURLOPT_HEADERFUNCTION) { bytes, size, count, this in
        guard let bytes, let this else { return 0 }
        let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
        Unmanaged<WireWitness>.fromOpaque(this).takeUnretainedValue().hear(line)
        return size * count
      }
      _ = rapport_curl_set_pointer(curl.pointer, CURLOPT_SSL_CTX_DATA, this)
      _ = rapport_curl_on_tls(curl.pointer) { _, _, this in
        guard let this else { return CURLE_OK }
        Unmanaged<WireWitness>.fromOpaque(this).takeUnretainedValue().tlsBegan = .now
        return CURLE_OK
      }
      defer { leave(curl) }
      return curl.perform()
    }
  }

  private func hear(_ line: UnsafeRawBufferPointer) {
    let text = String(decoding: line.prefix(Self.limit), as: UTF8.self)
    lastLine = text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The handle outlives this.
  private func leave(_ curl: CurlHandle) {
    _ = rapport_curl_on_bytes(curl.pointer, CURLOPT_HEADERFUNCTION, nil)
    _ = rapport_curl_set_pointer(curl.pointer, CURLOPT_HEADERDATA, nil)
    _ = rapport_curl_on_tls(curl.pointer, nil)
    _ = rapport_curl_set_pointer(curl.pointer, CURLOPT_SSL_CTX_DATA, nil)
  }
}
