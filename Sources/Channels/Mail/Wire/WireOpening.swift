import CCurl
import Foundation

/// Lets libcurl connect to a mail server, agree upon TLS and hear the greeting, but not sign in.
///
/// Without a user's name libcurl stops there, and the dialogue that follows is ours, so that the
/// server's own words are not lost.
struct WireOpening {
  /// A mail protocol, by its name in libcurl's addresses.
  enum Scheme: String { case imap, smtp }

  let scheme: Scheme
  let host: MailHost
  let options: MailWireOptions

  /// How long the steps took; after a failure those before it.
  private(set) var times = WireTimes(address: "", durations: [:])

  init(_ scheme: Scheme, to host: MailHost, options: MailWireOptions) {
    self.scheme = scheme
    self.host = host
    self.options = options
  }

  /// Connects; blocks for at most the options' limit.
  mutating func open() throws(MailWireFailure) -> WireStream {
    guard let curl = CurlHandle() else { throw .lost("out of memory") }
    try prepare(curl)
    let witness = WireWitness()
    let start = ContinuousClock.now
    let code = witness.perform(curl)
    note(curl, total: .now - start, untilTLS: witness.tlsBegan.map { $0 - start })
    guard code == CURLE_OK else { throw failure(code, of: curl, heard: witness.lastLine) }
    return try WireStream(curl, options: options)
  }

  private func prepare(_ curl: CurlHandle) throws(MailWireFailure) {
    let address = try address()
    curl.set(CURLOPT_PROTOCOLS_STR, "imap,imaps,smtp,smtps")
    curl.set(CURLOPT_URL, address)
    curl.set(CURLOPT_CONNECT_ONLY, 1)
    curl.set(CURLOPT_TCP_KEEPALIVE, 1)
    curl.limit(to: options.connectLimit)
    curl.trust(options.certificateAuthorities)
    if host.security == .startTLS { curl.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
  }

  private func address() throws(MailWireFailure) -> String {
    guard host.isUsable else { throw .unusable("the server's name or port") }
    guard host.security != .none || host.isLocal || options.allowsPlain else {
      throw .plainForbidden
    }
    let name = host.name.contains(":") ? "[\(host.name)]" : host.name
    let secure = host.security == .tls ? "s" : ""
    // SMTP greets with the path as its own name.
    let path = scheme == .smtp ? options.ownName.percentEncoded : ""
    return "\(scheme.rawValue)\(secure)://\(name):\(host.port)/\(path)"
  }

  private mutating func note(_ curl: CurlHandle, total: Duration, untilTLS: Duration?) {
    times.address = curl.text(CURLINFO_PRIMARY_IP) ?? ""
    guard let resolved = curl.time(CURLINFO_NAMELOOKUP_TIME_T) else { return }
    times.durations[.resolve] = resolved
    // libcurl tells the time of connecting only once TLS from the first byte on has come about.
    let connecting = host.security == .tls ? untilTLS : curl.time(CURLINFO_CONNECT_TIME_T)
    guard let connected = connecting else { return }
    times.durations[.connect] = connected - resolved
    times.durations[.secure] = total - connected
  }

  private func failure(_ code: CURLcode, of curl: CurlHandle, heard: String) -> MailWireFailure {
    let words = curl.words(for: code)
    switch code {
    case CURLE_ABORTED_BY_CALLBACK: return .cancelled
    case CURLE_COULDNT_RESOLVE_HOST: return .unresolved(host: host.name)
    case CURLE_COULDNT_CONNECT: return .unreachable(words)
    case CURLE_OPERATION_TIMEDOUT: return .timedOut(timedOutStep)
    case CURLE_USE_SSL_FAILED: return .untrusted(.notOffered, words)
    case CURLE_SSL_CACERT_BADFILE: return .unusable(words)
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION:
      return .untrusted(TLSProblem(verification: curl.verification, words: words), words)
    case CURLE_WEIRD_SERVER_REPLY where !heard.isEmpty:
      return .refused(MailRefusal(greeting: heard))
    default: return .lost(words)
    }
  }

  private var timedOutStep: MailStep {
    if times.durations[.resolve] == nil { return .resolve }
    return times.durations[.connect] == nil ? .connect : .secure
  }
}
