import Foundation
import Mail
import Testing

/// Replies as the big mail programs send them, read where they are at hand.
@Suite(.enabled(if: SharedReplies.isPresent))
struct QuoteCollectionTests {
  @Test(arguments: [
    "android", "aol", "apple_mail", "apple_mail_2", "comcast", "gmail", "hotmail", "iphone",
    "outlook", "sparrow", "thunderbird", "yahoo",
  ])
  func `the text of a program's reply is the answer`(program: String) throws {
    let mail = try SharedReplies.text("quotes/standard_replies/\(program).eml")
    let body = try #require(SharedReplies.part("text/plain", of: mail))
    #expect(VisibleReply(of: body).reply == "Hello")
  }

  @Test(arguments: [
    ("android", "Hello"), ("aol", "Hello"), ("comcast", "Hello"), ("gmail", "Hello"),
    ("hotmail", "Hello"), ("outlook", "Allo! Follow up MIME!"), ("sparrow", "Hello"),
  ])
  func `the markup of a program's reply is the answer`(program: String, answer: String) throws {
    let mail = try SharedReplies.text("quotes/standard_replies/\(program).eml")
    let body = try #require(SharedReplies.part("text/html", of: mail))
    #expect(HTMLReply(of: HTMLTree(body)).text.reply == answer)
  }

  @Test(arguments: [
    "gmail", "hotmail", "mail_ru", "ms_outlook_2003", "ms_outlook_2007", "ms_outlook_2010",
    "thunderbird", "windows_mail", "yandex_ru",
  ])
  func `programs' markup is told apart`(program: String) throws {
    let html = try SharedReplies.text("quotes/html_replies/\(program).html")
    let reply = HTMLReply(of: HTMLTree(html))
    let words = reply.text.reply.split(whereSeparator: \.isWhitespace)
    #expect(words == ["Hi.", "I", "am", "fine.", "Thanks,", "Alex"])
    #expect(!reply.folds.isEmpty)
  }

  @Test(arguments: [
    ("OLK_SRC_BODY_SECTION", ["Reply"]), ("reply-separated-by-hr", ["Hi", "there", "Bob"]),
  ])
  func `a divided mail's upper part is the answer`(name: String, words: [Substring]) throws {
    let reply = HTMLReply(of: HTMLTree(try SharedReplies.text("quotes/\(name).html")))
    #expect(reply.text.reply.split(whereSeparator: \.isWhitespace) == words)
  }

  @Test(arguments: ["text/plain", "text/html"])
  func `an attribution in the answer's own block is folded`(type: String) throws {
    let mail = try SharedReplies.text("quotes/reply-quotations-share-block.eml")
    let body = try #require(SharedReplies.part(type, of: mail))
    let reply =
      type == "text/html" ? HTMLReply(of: HTMLTree(body)).text : VisibleReply(of: body)
    #expect(reply.reply.hasPrefix("Hi Katharine."))
    #expect(reply.reply.hasSuffix(type == "text/html" ? "Doe" : "XXX"))
  }

  /// The number of lines that the collection marks as signature, where a careful reader would.
  @Test(arguments: [
    ("stripped/camel_case", 0), ("stripped/jeff", 2), ("stripped/johndoeexamplecom", 5),
    ("stripped/long", 4), ("stripped/sparse", 10), ("P/unicode_msg", 2), ("P/102682_R_S", 3),
  ])
  func `signatures are found`(name: String, lines: Int) throws {
    let path = name.hasPrefix("stripped") ? "\(name)_body" : name
    let marked = try SharedReplies.text("quotes/signature/emails/\(path)")
    let text = marked.replacing("#sig#", with: "").replacing("#reply#", with: "")
    let signature = VisibleReply(of: text).signature ?? ""
    #expect(signature.split(whereSeparator: \.isNewline).count == lines)
  }
}

extension SharedReplies {
  /// The decoded body of the first part of a type, in the few forms that the collection has.
  static func part(_ type: String, of mail: String) -> String? {
    let mail = mail.replacing("\r\n", with: "\n")
    guard mail.contains("multipart/") else { return decoded(mail) }
    let boundary = mail.firstRange(of: "boundary=").map {
      mail[$0.upperBound...].prefix { $0 != "\n" && $0 != ";" }
    }
    guard let boundary else { return nil }
    let parts = mail.components(
      separatedBy: "\n--" + boundary.trimmingPrefix("\"").prefix { $0 != "\"" }
    )
    return parts.dropFirst().first { $0.contains("Content-Type: \(type)") }.flatMap(decoded)
  }

  private static func decoded(_ entity: String) -> String? {
    let halves = entity.trimmingPrefix("\n").split(separator: "\n\n", maxSplits: 1)
    guard halves.count == 2 else { return nil }
    let body = String(halves[1])
    let headers = halves[0].lowercased()
    if headers.contains("base64") {
      return Data(base64Encoded: body, options: .ignoreUnknownCharacters)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    guard headers.contains("quoted-printable") else { return body }
    return body.replacing("=\n", with: "").replacing("=3D", with: "=").replacing("=22", with: "\"")
      .replacing("=20", with: " ").replacing("=3F", with: "?")
  }
}
