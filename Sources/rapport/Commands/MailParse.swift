import ArgumentParser
import Foundation
import Mail

/// Shows how Rapport reads a message.
struct MailParse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Read one message (RFC 5322) and print one JSON object of what it says."
  )

  /// No mail server takes larger ones.
  private static let sizeLimit = 256 << 20

  @Argument(help: "The message; standard input where there is none.", completion: .file())
  var file: String?

  func run() throws {
    let mail: ParsedMail
    do {
      mail = try ParsedMail(parsing: read())
    } catch let failure as MailFailure {
      throw OperationFailure(Self.words(failure))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = try encoder.encode(MailDescription(mail))
    FileHandle.standardOutput.write(json + Data("\n".utf8))
  }

  private func read() throws -> [UInt8] {
    let handle = try open()
    defer { if file != nil { handle.closeFile() } }
    var bytes: [UInt8] = []
    while let more = try handle.read(upToCount: 1 << 20), !more.isEmpty {
      bytes += more
      if bytes.count > Self.sizeLimit {
        throw OperationFailure("the message is larger than 256 MiB")
      }
    }
    return bytes
  }

  private func open() throws -> FileHandle {
    guard let file else { return .standardInput }
    do {
      return try FileHandle(forReadingFrom: URL(filePath: file))
    } catch {
      throw OperationFailure("cannot read \(file): \(error.localizedDescription)")
    }
  }

  private static func words(_ failure: MailFailure) -> String {
    switch failure {
    case .empty: "the input is empty"
    case .noHeader: "the input is no message: it has no header field (a line like “From: …”)"
    }
  }
}
