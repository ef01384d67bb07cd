import CCurl

/// One request on its way; belongs to one thread.
struct WebTransfer {
  private let request: WebRequest
  private let options: WebOptions

  init(_ request: WebRequest, options: WebOptions) {
    self.request = request
    self.options = options
  }

  /// Sends the request, and blocks until the answer is whole.
  func run() throws(WebFailure) -> WebResponse {
    guard request.isUsable else { throw .unusable }
    guard let curl = CurlHandle() else { throw .lost("out of memory") }
    prepare(curl)
    let fields = headerFields()
    defer { curl_slist_free_all(fields) }
    _ = rapport_curl_set_list(curl.pointer, CURLOPT_HTTPHEADER, fields)
    let reception = WebReception(sizeLimit: request.sizeLimit, allowsPrivate: options.allowsPrivate)
    let code = reception.perform(curl, sending: body)
    guard code == CURLE_OK else { throw failure(code, of: curl, reception) }
    return WebResponse(
      status: curl.number(CURLINFO_RESPONSE_CODE),
      type: curl.text(CURLINFO_CONTENT_TYPE),
      body: reception.body
    )
  }

  private var body: [UInt8]? {
    guard case .post(let body, _) = request.method else { return nil }
    return body
  }

  private func prepare(_ curl: CurlHandle) {
    let schemes = options.allowsPlain ? "http,https" : "https"
    curl.set(CURLOPT_PROTOCOLS_STR, schemes)
    curl.set(CURLOPT_REDIR_PROTOCOLS_STR, schemes)
    curl.set(CURLOPT_URL, request.address)
    curl.set(CURLOPT_MAXFILESIZE, request.sizeLimit)
    curl.limit(to: request.timeLimit)
    curl.trust(options.certificateAuthorities)
    guard case .get = request.method else { return }
    curl.set(CURLOPT_FOLLOWLOCATION, request.redirectLimit > 0 ? 1 : 0)
    curl.set(CURLOPT_MAXREDIRS, request.redirectLimit)
  }

  private func headerFields() -> UnsafeMutablePointer<curl_slist>? {
    var fields = request.headers
    // Without it libcurl waits for leave before it sends a longer body.
    fields["Expect"] = ""
    if case .post(_, let type) = request.method { fields["Content-Type"] = type }
    return fields.reduce(nil) { list, field in
      curl_slist_append(list, "\(field.key): \(field.value)") ?? list
    }
  }

  private func failure(
    _ code: CURLcode,
    of curl: CurlHandle,
    _ reception: WebReception
  ) -> WebFailure {
    if reception.isTooBig { return .tooBig(limit: request.sizeLimit) }
    if reception.wasPrivate { return .privateAddress }
    let words = curl.words(for: code)
    switch code {
    case CURLE_ABORTED_BY_CALLBACK: return .cancelled
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT: return .unusable
    case CURLE_COULDNT_RESOLVE_HOST: return .unresolved
    case CURLE_COULDNT_CONNECT: return .unreachable(words)
    case CURLE_OPERATION_TIMEDOUT: return .timedOut
    case CURLE_FILESIZE_EXCEEDED: return .tooBig(limit: request.sizeLimit)
    case CURLE_TOO_MANY_REDIRECTS: return .tooManyRedirects
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION: return .untrusted(words)
    default: return .lost(words)
    }
  }
}
