import Foundation
import Testing

@testable import Web

/// The files that browsers load.
@Suite struct AssetTests {
  @Test func `scripts come without their indentation, style sheets as they are`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("if (a) {\n  b()\n\n    c(\" d\")\n}\n".utf8).write(to: folder.appending(path: "a.js"))
    try Data("a {\n  b: c }\n".utf8).write(to: folder.appending(path: "a.css"))
    try Data("secret".utf8).write(to: folder.appending(path: "a.env"))

    let assets = try Assets(folder: folder)

    #expect(
      assets["a.js"].map { String(decoding: $0.bytes, as: UTF8.self) }
        == "if (a) {\nb()\n\nc(\" d\")\n}\n"
    )
    #expect(assets["a.css"].map { String(decoding: $0.bytes, as: UTF8.self) } == "a {\n  b: c }\n")
    #expect(assets["a.env"] == nil)
  }

  @Test func `another content has another path`() throws {
    let assets = try Assets()
    #expect(assets.base.firstMatch(of: /^\/assets\/[0-9a-f]{12}$/) != nil)
    #expect(assets["widget/widget.js"] != nil && assets["desk/desk.js"] != nil)
  }
}
