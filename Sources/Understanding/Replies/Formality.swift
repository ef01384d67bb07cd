import Text

/// How formal a text sounds, by its words of address, its length of words and its signs.
enum Formality {
  private static let formal: Set<String> = words(
    """
    dear sincerely regards faithfully hereby kindly sir madam mr mrs ms regarding however therefore
    would furthermore αξιοτιμε αξιοτιμη αξιοτιμοι κυριε κυρια εκτιμηση τιμησ παρακαλω σασ εσασ
    συγγνωμη جناب سرکار احترام محترم گرامی خواهشمند خواهشمندم لطفا بفرمایید فرمودید می‌باشد
    شما متاسفانه پوزش سپاس
    """
  )

  private static let casual: Set<String> = words(
    """
    hi hey yeah yep nope gonna wanna lol haha thx pls ok okay u ur dunno cheers guys mate im dont
    cant γεια ρε μωρε φιλε λολ οκ χαχα σου εσυ ελα μασ سلامم مرسی اوکی باشه عزیزم داداش آره اره نه
    میشه میخوام چیه اینو اونو دیگه بهتون تو
    """
  )

  /// From 0, casual, to 1, formal; 0.5 for a text that shows neither.
  static func estimate(_ text: TokenisedText) -> Double {
    var formalCount = 0.0
    var casualCount = 0.0
    for token in text.tokens {
      if token.kind == .emoji || token.isElongated { casualCount += 1 }
      guard token.isWord else { continue }
      let word = text.string(token)
      if formal.contains(word) { formalCount += 1 }
      if casual.contains(word) { casualCount += 1 }
    }
    return (formalCount + 1) / (formalCount + casualCount + 2)
  }

  private static func words(_ list: String) -> Set<String> {
    let text = TokenisedText(list)
    return Set(text.tokens.filter(\.isWord).map(text.string))
  }
}
