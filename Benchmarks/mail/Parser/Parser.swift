import ArgumentParser
import Foundation
import Mail

/// Messages that Rapport reads in a second, in one process.
///
/// Reads the files below the folders given, over and over for the seconds given, and prints one
/// line of JSON, like `parse.py`.
@main
struct Parser: AsyncParsableCommand {
  @Argument(help: "Folders of messages.") var folders: [String]
  @Option(help: "How long to go on.") var seconds = 5.0
  @Option(help: "Stop after so many rounds over the files.") var rounds = Int.max
  @Flag(help: "Also tell automatic mail and bounces.") var facts = false
  @Flag(help: "Also fold and sanitise, on all cores.") var whole = false

  func run() async throws {
    let sources = try folders.flatMap(Self.sources)
    guard !sources.isEmpty else { throw ValidationError("no .eml files there") }
    let clock = ContinuousClock()
    let start = clock.now
    let end = start + .seconds(seconds)
    var count = 0
    var round = 0
    while round < rounds, clock.now < end {
      await read(sources)
      count += sources.count
      round += 1
    }
    let taken = (clock.now - start) / .seconds(1)
    let rate = Int((Double(count) / taken).rounded())
    let memory = Self.residentMegabytes
    print(
      #"{"messages": \#(count), "seconds": \#(taken), "perSecond": \#(rate), "MiB": \#(memory)}"#
    )
  }

  /// Each core takes every n-th message, so that long ones are spread.
  private func read(_ sources: [[UInt8]]) async {
    let cores = whole ? ProcessInfo.processInfo.activeProcessorCount : 1
    await withTaskGroup { group in
      for core in 0..<cores {
        group.addTask {
          for index in stride(from: core, to: sources.count, by: cores) { read(sources[index]) }
        }
      }
    }
  }

  private func read(_ source: [UInt8]) {
    // What is no mail takes its time as well.
    guard let mail = try? ParsedMail(parsing: source) else { return }
    if facts || whole { _ = mail.automatic(reporting: mail.bounce) }
    if whole { show(mail) }
  }

  /// Tells the writer's words and makes the HTML harmless.
  private func show(_ mail: ParsedMail) {
    let tree = mail.html.map { HTMLTree($0) }
    if let text = mail.text {
      _ = VisibleReply(of: text).reply
      _ = tree.map { SanitisedHTML($0) }
    } else if let tree {
      let reply = HTMLReply(of: tree)
      let folds = reply.folds.map { HTMLFold(nodes: $0.nodes, summary: "…") }
      _ = (reply.text.reply, SanitisedHTML(tree, folds: folds))
    }
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
