import Foundation
import ServiceDesk

/// The style sheet that gives a chat page its inbox's colour; apart from the page, because the
/// page's policy allows no styles inside.
struct ChatPageColour: Sendable {
  let colour: Colour

  /// Words on the colour are black or white, whichever stands out more.
  var css: String {
    """
    :root { --inbox: \(colour.text); --on-inbox: \(luminance > 0.179 ? "#000000" : "#ffffff") }

    """
  }

  /// The relative luminance of WCAG 2.2; black and white stand out alike at 0.179.
  private var luminance: Double {
    let digits = colour.text.utf8.dropFirst().compactMap {
      Character(Unicode.Scalar($0)).hexDigitValue
    }
    let parts = stride(from: 0, to: digits.count - 1, by: 2).map { place -> Double in
      let value = Double(digits[place] * 16 + digits[place + 1]) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return zip(parts, [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
