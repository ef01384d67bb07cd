/// The tags and attributes by which mail programs tell their users' signatures.
enum SignatureMarkup {
  /// Whether everything inside the element is a signature.
  static func isSignature(_ element: HTMLTree.Element) -> Bool {
    if element["data-smartmail"] == "gmail_signature" || element["data-signatureblock"] != nil {
      return true
    }
    return QuoteMarkup.hasName(element, in: names)
  }

  private static let names: Set<String> = [
    "gmail_signature", "gmail_signature_prefix", "moz-signature", "AppleMailSignature", "Signature",
    "signature", "ms-outlook-mobile-signature", "protonmail_signature_block", "yahoo-signature",
    "messageSignatureSection", "yahoo_signature", "ydpsignature", "bloop_sign", "zmail_signature",
    "tutanota_signature", "protonmail_signature_block-user", "lineBreakAtBeginningOfSignature",
    "AppleMailSignature_1", "mail-signature", "email-signature", "divSignatureLine", "sh-signature",
  ]
}
