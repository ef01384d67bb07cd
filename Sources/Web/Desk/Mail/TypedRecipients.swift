import Foundation
import ServiceDesk

/// Recipients as people type or paste them: `Sara <sara@example.org>, nikos@example.org`.
package struct TypedRecipients: Sendable, Equatable {
  package var to: String
  package var cc: String
  package var bcc: String

  package init(to: String, cc: String = "", bcc: String = "") {
    self.to = to
    self.cc = cc
    self.bcc = bcc
  }

  /// As they are shown to be changed.
  init(_ recipients: MailRecipients) {
    to = Self.line(recipients.to)
    cc = Self.line(recipients.cc)
    bcc = Self.line(recipients.bcc)
  }

  /// What a form holds; `nil` where it has no such fields.
  init?(_ form: FormBody) {
    guard form.names.contains("to") else { return nil }
    self.init(to: form["to"], cc: form["cc"], bcc: form["bcc"])
  }

  /// - Throws: `EmailAddressFailure`, ``CorrespondenceFailure/tooManyRecipients``.
  func recipients() throws -> MailRecipients {
    MailRecipients(to: try Self.people(to), cc: try Self.people(cc), bcc: try Self.people(bcc))
  }

  /// The people in a line, each address once; parted by commas, semicolons or line ends.
  static func people(_ line: String) throws -> [Correspondent] {
    let parts = parts(of: line)
    guard parts.count <= MailRecipients.most else { throw CorrespondenceFailure.tooManyRecipients }
    var known: Set<EmailAddress> = []
    return try parts.map(person).filter { known.insert($0.address).inserted }
  }

  private static func person(_ part: String) throws -> Correspondent {
    guard part.hasSuffix(">"), let open = part.lastIndex(of: "<") else {
      return Correspondent(address: try EmailAddress(part))
    }
    let name = part[..<open].trimmingCharacters(in: .whitespaces)
      .trimmingCharacters(in: CharacterSet(charactersIn: "\""))
    let address = part[part.index(after: open)...].dropLast()
    return Correspondent(
      name: name,
      address: try EmailAddress(String(address))
    )
  }

  /// Cut where no quotation marks are open; empty parts are left out.
  private static func parts(of line: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, ",;،؛".contains(character) || character.isNewline {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private static func line(_ people: [Correspondent]) -> String {
    people.map { person in
      guard let name = person.name else { return person.address.text }
      let isPlain = !name.contains { ",;،؛\"<>".contains($0) || $0.isNewline }
      let safe = name.replacing("\"", with: "'").replacing("\n", with: " ")
      return "\(isPlain ? name : "\"\(safe)\"") <\(person.address.text)>"
    }.joined(separator: ", ")
  }
}

/// A reply that was not sent, with what was typed and what is wrong with it.
struct RefusedReply: Sendable {
  let text: String
  let typed: TypedRecipients?
  /// In the reader's language.
  let fault: String
}
