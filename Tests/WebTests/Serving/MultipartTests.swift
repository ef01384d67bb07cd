import Testing

@testable import Web

/// Forms with files, as browsers send them.
@Suite struct MultipartTests {
  private func body(_ text: String, type: String = "multipart/form-data; boundary=\"x-y\"")
    throws(Problem) -> MultipartBody
  {
    try MultipartBody(Array(text.replacing("\n", with: "\r\n").utf8), type: type)
  }

  private static func part(_ name: String, _ value: String) -> String {
    "--x-y\nContent-Disposition: form-data; name=\"\(name)\"\n\n\(value)\n"
  }

  @Test func `fields and files come out as they went in`() throws {
    let file =
      "--x-y\ncontent-disposition: form-data; name=\"picture\"; filename=\"a b.png\"\n"
      + "Content-Type: image/png\n\n--x-\nyes\n\n"
    let form = try body(Self.part("csrf", "τoken") + file + "\n--x-y--\n")
    #expect(form["csrf"] == "τoken" && form["other"].isEmpty)
    let picture = try #require(form.file("picture"))
    #expect(picture.fileName == "a b.png")
    #expect(String(decoding: picture.bytes, as: UTF8.self) == "--x-\r\nyes\r\n\r\n")
    #expect(form.file("csrf") == nil)
  }

  @Test func `no chosen file is no file`() throws {
    let empty = "--x-y\nContent-Disposition: form-data; name=\"picture\"; filename=\"\"\n\n\n"
    #expect(try body("\(empty)--x-y--").file("picture") == nil)
  }

  @Test func `twenty parts are read, and one more is refused`() throws {
    let parts = String(repeating: Self.part("a", "1"), count: 20)
    #expect(try body("\(parts)--x-y--").parts.count == 20)
    #expect(throws: Problem(status: 400, code: "badRequest")) {
      try body("\(parts)\(Self.part("b", "2"))--x-y--")
    }
  }

  @Test(arguments: ["", "hello", "--x-y", "--x-y--", "--x-y\n--x-y--", "--x-y\nname\n\n1\n--x-y--"])
  func `what is no form has no fields, or is refused`(text: String) {
    let form = try? body(text)
    #expect(form?.parts.isEmpty != false)
  }

  @Test(arguments: [
    "text/plain; boundary=x-y", "multipart/form-data", "multipart/form-data; boundary=",
    "multipart/form-data; boundary=\(String(repeating: "a", count: 71))",
  ])
  func `another type is refused`(type: String) {
    #expect(throws: Problem(status: 415, code: "wrongContentType")) {
      try body("\(Self.part("a", "1"))--x-y--", type: type)
    }
  }
}
