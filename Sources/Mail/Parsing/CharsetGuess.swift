/// Finds out the charset of text that declares none and is not UTF-8.
///
/// Each candidate's reading is judged by what people write: characters that are common in its
/// script count for it; changes of script, of case within a word and signs inside words against it.
enum CharsetGuess {
  /// Enough to tell; the rest would only take time.
  private static let sampleSize = 4_096

  static func decode(_ bytes: [UInt8]) -> String {
    let sample = Array(bytes.filter { $0 != 0x0d }.prefix(sampleSize))
    var best = (name: "WINDOWS-1252", score: Double(-1))
    for candidate in candidates {
      guard let text = read(sample, candidate) else { continue }
      let score = candidate.weight * plausibility(text, candidate)
      if score > best.score { best = (candidate.name, score) }
    }
    return Iconv.decode(bytes, from: best.name) ?? Iconv.decode(bytes, from: "ISO-8859-1")
      ?? String(decoding: bytes, as: UTF8.self)
  }

  private struct Candidate {
    var name: String
    var weight: Double
    /// Beyond ASCII: what makes most of a text in it.
    var common: Set<Unicode.Scalar>
    var isMultibyte = false

    init(_ name: String, _ common: String, weight: Double = 1, isMultibyte: Bool = false) {
      self.name = name
      self.weight = weight
      self.common = Set(common.unicodeScalars)
      self.isMultibyte = isMultibyte
    }
  }

  private static func read(_ sample: [UInt8], _ candidate: Candidate) -> String? {
    guard candidate.isMultibyte else { return Iconv.decode(sample, from: candidate.name) }
    // The sample may end within a character.
    for cut in 0...min(3, sample.count - 1) {
      if let text = Iconv.decodeStrictly(Array(sample.dropLast(cut)), from: candidate.name) {
        return text
      }
    }
    return nil
  }

  private static func plausibility(_ text: String, _ candidate: Candidate) -> Double {
    var score = 0.0
    var count = 0.0
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar.isMixed(with: previous) { score -= 1 }
      guard !scalar.isASCII else { continue }
      count += 1
      if candidate.common.contains(scalar) {
        score += 1
      } else if scalar.isKana || candidate.isMultibyte && scalar.isCommonIdeograph {
        score += 0.8
      } else if !scalar.properties.isAlphabetic {
        score -= previous.properties.isAlphabetic ? 0.5 : 0.1
      }
      if scalar.properties.isUppercase, previous.properties.isLowercase { score -= 1 }
    }
    return count == 0 ? 0 : score / count
  }

  private static let candidates: [Candidate] = [
    Candidate("CP932", "、。「」ー・", isMultibyte: true),
    Candidate("EUC-JP", "、。「」ー・", isMultibyte: true),
    Candidate("GB18030", "，。、！？：的一是不了在有我他这你们为来个上到时大地要", isMultibyte: true),
    Candidate(
      "BIG5-HKSCS",
      "，。、！？：的一是不了在有我他這你們為來個上到時大地要",
      isMultibyte: true
    ),
    Candidate("UHC", "이다의는에을가한고하지를로은기사도시리나인", weight: 1.02, isMultibyte: true),
    Candidate("WINDOWS-1251", "оеаинтсрвлкмдпуяыьгзбчйхжшюцОЕАИНТСРВЛКМДПЗ—«»№"),
    Candidate("KOI8-R", "оеаинтсрвлкмдпуяыьгзбчйхжшюцОЕАИНТСРВЛКМДПЗ"),
    Candidate("WINDOWS-1253", "αοιετσνηυρπκμλςόίάέήύώωγδθχφβΑΟΕΤΣΝΗΠΚΜΛ«»"),
    Candidate("WINDOWS-1255", "אבגדהוזחטיכלמנסעפצקרשתםןךףץ"),
    Candidate("WINDOWS-1256", "اأإبتةثجحخدذرزسشصضطظعغفقكلمنهويىئ،؟", weight: 0.99),
    Candidate("WINDOWS-874", "กขคงจชซญดตถทธนบปผพมยรลวสหอะาิีึืุูเแโไ่้์ั"),
    Candidate("WINDOWS-1252", "äöüßéèêàâãçñõóíáúìòùôûîëïåæøœÄÖÜÉÅØ’“”–—€°£®™«»…‘©•·", weight: 0.97),
    Candidate("WINDOWS-1250", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžőűăâîşţ„”–", weight: 0.9),
    Candidate("WINDOWS-1254", "ığşçöüİĞŞÇÖÜâ’“”–", weight: 0.92),
  ]
}

extension Unicode.Scalar {
  fileprivate var isKana: Bool { (0x3041...0x30fe).contains(value) }

  /// Whether one word would have Latin letters and others.
  fileprivate func isMixed(with previous: Unicode.Scalar) -> Bool {
    (isASCIILetter && previous.isOfOtherAlphabet) || (isOfOtherAlphabet && previous.isASCIILetter)
  }

  private var isASCIILetter: Bool { isASCII && properties.isAlphabetic }

  /// Greek, Cyrillic, Hebrew, Arabic, Thai, Chinese, Japanese, Korean.
  private var isOfOtherAlphabet: Bool {
    (0x0370...0x0e7f).contains(value) || (0x3040...0xd7a3).contains(value)
  }

  /// The part of the unified ideographs that everyday text is written in.
  fileprivate var isCommonIdeograph: Bool {
    (0x4e00...0x9fa5).contains(value) || (0xac00...0xd7a3).contains(value)
  }
}
