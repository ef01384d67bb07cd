import Understanding

/// The free sets that the shipped model learns from; the model's card has their licences.
enum PublicSets {
  struct Entry {
    let name: String
    let scheme: PublicSet.Scheme
    /// How much each text counts.
    let weight: Float
    /// How many texts are read.
    let limit: Int
  }

  static let all: [Entry] =
    [Entry(name: "goemotions_en", scheme: .goEmotions, weight: 1, limit: .max)]
    + xed.map { name in
      Entry(
        name: "xed_" + name,
        scheme: .xed,
        weight: name == "el" || name == "fa" ? 2 : 0.5,
        limit: name == "el" || name == "fa" || name == "en" ? .max : 4_000
      )
    }
    + brighter.map { name in
      Entry(
        name: "brighter_" + name,
        scheme: .sixEmotions,
        weight: name == "eng" ? 3 : 1,
        limit: .max
      )
    }
    + [
      Entry(name: "parsbench_fa", scheme: .sentences, weight: 0.7, limit: .max),
      Entry(name: "banking77_en", scheme: .service, weight: 0.5, limit: .max),
      Entry(name: "multidogo_en", scheme: .service, weight: 0.3, limit: 10_000),
    ]

  private static let xed = [
    "ar", "bg", "de", "el", "en", "es", "fa", "fi", "fr", "it", "nl", "pl", "pt", "ro", "ru",
    "sr", "sv", "tr",
  ]

  private static let brighter = [
    "chn", "deu", "eng", "esp", "hin", "ptbr", "ron", "rus", "swe", "ukr",
  ]
}
