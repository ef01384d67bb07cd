import CCurl

/// One of libcurl's easy handles, freed with the object; used by one thread at a time.
///
/// A transfer ends early when the task that runs it is cancelled.
final class CurlHandle {
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  let pointer: UnsafeMutableRawPointer

  private let errors = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

  /// A handle that takes nothing from the environment and speaks no TLS below 1.2.
  ///
  /// - Returns: `nil` only when there is no memory left.
  init?() {
    guard Self.isReady, let pointer = curl_easy_init() else { return nil }
    self.pointer = pointer
    errors.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    _ = rapport_curl_set_pointer(pointer, CURLOPT_ERRORBUFFER, errors)
    // Signals would hit the whole process.
    set(CURLOPT_NOSIGNAL, 1)
    // Otherwise a name that does not resolve holds the thread beyond every deadline.
    set(CURLOPT_QUICK_EXIT, 1)
    // What the environment says of proxies is meant for others, and would hide the address.
    set(CURLOPT_PROXY, "")
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    set(CURLOPT_NOPROGRESS, 0)
    _ = rapport_curl_on_progress(pointer) { _, _, _, _, _ in Task.isCancelled ? 1 : 0 }
  }

  deinit {
    curl_easy_cleanup(pointer)
    errors.deallocate()
  }

  /// Why the last transfer failed, in libcurl's words.
  func words(for code: CURLcode) -> String {
    errors[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: errors)
  }

  func set(_ option: CURLoption, _ value: Int) {
    _ = rapport_curl_set_number(pointer, option, value)
  }

  /// Sets a text, which libcurl copies.
  func set(_ option: CURLoption, _ value: String) {
    _ = rapport_curl_set_text(pointer, option, value)
  }

  /// Ends a transfer that is not over after this time, name look-up and all.
  func limit(to duration: Duration) {
    set(CURLOPT_TIMEOUT_MS, duration.wholeMilliseconds)
    set(CURLOPT_CONNECTTIMEOUT_MS, duration.wholeMilliseconds)
  }

  /// Trusts the authorities in this file of PEM certificates alone; `nil`: those of the system.
  func trust(_ certificateAuthorities: String?) {
    guard let certificateAuthorities else { return }
    set(CURLOPT_CAINFO, certificateAuthorities)
  }

  /// Runs the transfer, and blocks until it is over.
  func perform() -> CURLcode {
    errors[0] = 0
    return curl_easy_perform(pointer)
  }

  /// Something libcurl counted; 0 where it did not.
  func number(_ info: CURLINFO) -> Int {
    var value = 0
    _ = rapport_curl_get_number(pointer, info, &value)
    return value
  }

  /// How long after the transfer's start something was reached; `nil` if it was not.
  func time(_ info: CURLINFO) -> Duration? {
    var microseconds = curl_off_t(0)
    _ = rapport_curl_get_size(pointer, info, &microseconds)
    return microseconds == 0 ? nil : .microseconds(microseconds)
  }

  /// A text that libcurl noted.
  func text(_ info: CURLINFO) -> String? {
    var value: UnsafePointer<CChar>?
    _ = rapport_curl_get_text(pointer, info, &value)
    return value.map { String(cString: $0) }
  }
}
