import ArgumentParser
import Foundation
import Mail

/// Messages that Rapport parses in a second, in one process and thread.
///
/// Reads the files below the folders given, over and over for the seconds given, and prints one
/// line of JSON, like `parse.py`.
@main
struct Parser: ParsableCommand {
  @Argument(help: "Folders of messages.") var folders: [String]
  @Option(help: "How long to go on.") var seconds = 5.0
  @Flag(help: "Also tell automatic mail and bounces.") var facts = false

  func run() throws {
    let sources = try folders.flatMap(Self.sources)
    guard !sources.isEmpty else { throw ValidationError("no .eml files there") }
    let clock = ContinuousClock()
    let start = clock.now
    var count = 0
    while clock.now - start < .seconds(seconds) {
      for source in sources { read(source) }
      count += sources.count
    }
    let taken = (clock.now - start) / .seconds(1)
    let rate = Int((Double(count) / taken).rounded())
    let memory = Self.residentMegabytes
    print(
      #"{"messages": \#(count), "seconds": \#(taken), "perSecond": \#(rate), "MiB": \#(memory)}"#
    )
  }

  private func read(_ source: [UInt8]) {
    // What is no mail takes its time as well.
    guard let mail = try? ParsedMail(parsing: source) else { return }
    if facts { _ = mail.automatic }
  }

  private static func sources(in folder: String) throws -> [[UInt8]] {
    let root = URL(filePath: folder)
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".eml") }.sorted()
      .map { [UInt8](try Data(contentsOf: root.appending(path: $0))) }
  }

  private static var residentMegabytes: Int {
    // Not every system has this file; then it is left at zero.
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4 / 1_024
  }
}
