import Foundation
import Mail
import Testing

/// Bodies of many programs and languages, read where they are at hand.
///
/// A body's expectation is the lines that a careful reader calls the sender's own.
@Suite(.enabled(if: SharedReplies.isPresent))
struct ReplyCollectionTests {
  @Test func `every body is expected and comes through whole`() throws {
    let names = try SharedReplies.names(in: "replies", ending: ".txt")
    #expect(Set(names) == Set(Self.expectations.keys))
    for name in names {
      let text = try SharedReplies.text("replies/\(name).txt")
      #expect(VisibleReply(of: text).sections.map(\.text).joined() == text)
    }
  }

  @Test(arguments: expectations.sorted { $0.key < $1.key })
  func `the reply is what a careful reader sees`(name: String, lines: [ClosedRange<Int>]) throws {
    let text = try SharedReplies.text("replies/\(name).txt")
    #expect(words(VisibleReply(of: text).reply) == words(ofLines: lines, in: text))
  }

  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  private func words(ofLines ranges: [ClosedRange<Int>], in text: String) -> [Substring] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return ranges.flatMap { range in
      lines[(range.lowerBound - 1)..<min(range.upperBound, lines.count)].flatMap {
        $0.split(whereSeparator: \.isWhitespace)
      }
    }
  }

  private static let expectations: [String: [ClosedRange<Int>]] = {
    let five = firstFiveLines.map { ($0, [1...5]) }
    let one = firstLine.map { ($0, [1...1]) }
    return Dictionary(uniqueKeysWithValues: five + one).merging(others) { first, _ in first }
  }()

  /// Bodies whose first five lines are the reply.
  private static let firstFiveLines = [
    "email_10", "email_11", "email_12", "email_13", "email_14", "email_15", "email_16",
    "email_17", "email_18", "email_22", "email_23", "email_24", "email_25", "email_26",
    "email_7", "email_8", "email_9", "email_danish_dash_separator", "email_en_multiline_2",
    "email_finnish", "email_fr_multiline", "email_french_2", "email_french_dash_separator",
    "email_german", "email_german_2", "email_german_3", "email_german_outlook",
    "email_gmail_split_line_from", "email_ios_outlook", "email_ios_outlook_fr",
    "email_italian", "email_msn", "email_norwegian_gmail", "email_original_message",
    "email_original_message_2", "email_outlook_split_line_from", "email_portuguese",
    "email_russian", "email_tricky_10_special_chars_in_name",
    "email_tricky_12_no_space_after_header", "email_tricky_14_long_quote_header",
    "email_tricky_15_original_message_variations", "email_tricky_5_mixed_languages",
  ]

  /// Bodies whose first line is the reply.
  private static let firstLine = [
    "correct_sig", "email_19", "email_20", "email_2_1", "email_4", "email_blackberry",
    "email_custom_quote_header", "email_customer_quote_header_2", "email_emoji",
    "email_iphone", "email_multi_word_sent_from_my_mobile_device", "email_sent_from",
    "email_thread", "email_tricky_11_double_signature",
    "email_tricky_16_unicode_signatures", "email_tricky_17_forward_header",
    "email_tricky_9_nested_quotes", "email_unquoted_reply", "sig_no_empty_line",
  ]

  /// The lines, counted from 1, that are the reply of the other bodies.
  private static let others: [String: [ClosedRange<Int>]] = [
    "email_1": [1...5],
    "email_2": [1...1, 9...34],
    "email_3": [1...3],
    "email_5": [1...15],
    "email_6": [1...3],
    "email_bullets": [1...9],
    "email_customer_quote_header_3": [1...3],
    "email_not_a_signature": [1...16],
    "email_not_a_signature_2": [1...10],
    "email_one_is_not_on": [1...5],
    "email_reply_header": [1...11],
    "email_sent_from_my_not_signature": [1...3],
    "email_tricky_13_timestamp_variations": [1...9],
    "email_tricky_18_inline_reply": [4...4, 8...8, 12...12],
    "email_tricky_19_quote_without_header": [1...1, 7...7, 12...12],
    "email_tricky_1_on_false_positive": [1...6],
    "email_tricky_20_html_entities": [1...3],
    "email_tricky_2_url_with_wrote": [1...5],
    "email_tricky_3_code_block": [1...12],
    "email_tricky_4_from_in_body": [1...5],
    "email_tricky_6_regards_in_sentence": [1...7],
    "email_tricky_7_multiple_dashes": [1...15],
    "email_tricky_8_sent_from_in_content": [1...5],
    "email_with_date_headers": [1...5],
    "email_with_from_headers": [2...4],
    "email_with_regards": [1...5],
    "email_zoho": [1...2],
    "email_21": [1...638],
  ]
}
