import CCurl
import Foundation

/// What a server says while libcurl leads the dialogue.
final class WireWords {
  /// Longer lines are cut.
  private static let limit = 1_000

  /// The last line, without its end.
  private(set) var lastLine = ""

  /// Runs the handle's transfer, and hears what its server says.
  func perform(_ curl: CurlHandle) -> CURLcode {
    withExtendedLifetime(self) {
      let this = Unmanaged.passUnretained(self).toOpaque()
      _ = rapport_curl_set_pointer(curl.pointer, CURLOPT_HEADERDATA, this)
      _ = rapport_curl_on_bytes(curl.pointer, CURLOPT_HEADERFUNCTION) { bytes, size, count, this in
        guard let bytes, let this else { return 0 }
        let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
        Unmanaged<WireWords>.fromOpaque(this).takeUnretainedValue().hear(line)
        return size * count
      }
      defer {
        _ = rapport_curl_on_bytes(curl.pointer, CURLOPT_HEADERFUNCTION, nil)
        _ = rapport_curl_set_pointer(curl.pointer, CURLOPT_HEADERDATA, nil)
      }
      return curl.perform()
    }
  }

  private func hear(_ line: UnsafeRawBufferPointer) {
    let text = String(decoding: line.prefix(Self.limit), as: UTF8.self)
    lastLine = text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
