import CCurl

extension TLSProblem {
  /// Takes OpenSSL's result of verifying, one of `X509_V_ERR_…` or 0, and libcurl's words.
  init(verification: Int, words: String) {
    switch verification {
    case 9: self = .notYetValid
    case 10: self = .expired
    case 18: self = .selfSigned
    // Unknown issuer, self-signed at the chain's end, or a chain that cannot be completed.
    case 2, 19, 20, 21: self = .unknownAuthority
    case 62, 64: self = .wrongName
    // libcurl's value for "not asked", and OpenSSL's for "all is well".
    case 0, 1: self.init(words: words)
    default: self = .other
    }
  }

  /// libcurl compares names itself, and tells of that and of plain answers in words alone.
  private init(words: String) {
    if words.contains("match") {
      self = .wrongName
    } else if words.contains("wrong version number") {
      self = .notSpoken
    } else {
      self = .other
    }
  }
}

extension CurlHandle {
  /// OpenSSL's result of verifying the server's certificate, one of `X509_V_ERR_…`; 0 for none.
  var verification: Int { number(CURLINFO_SSL_VERIFYRESULT) }
}
