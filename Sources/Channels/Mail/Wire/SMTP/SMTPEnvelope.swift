/// From whom and to whom a message is really sent, whatever its header says.
package struct SMTPEnvelope: Sendable, Hashable {
  /// Where reports of failure go; empty for messages that must not cause any (RFC 5321, 4.5.5).
  package var sender: String

  package var recipients: [String]

  package init(sender: String, recipients: [String]) {
    self.sender = sender
    self.recipients = recipients
  }
}

extension SMTPEnvelope {
  /// Whether an address needs SMTPUTF8 (RFC 6531).
  var needsUTF8: Bool { ([sender] + recipients).contains { !$0.utf8.allSatisfy { $0 < 0x80 } } }

  /// Whether the addresses can stand in commands without changing their meaning.
  var isUsable: Bool {
    !recipients.isEmpty && !recipients.contains("")
      && ([sender] + recipients).allSatisfy { address in
        address.utf8.count <= 320
          && address.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0 != "<" && $0 != ">" && $0.value != 0x7F
          }
      }
  }
}
