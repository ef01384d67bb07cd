import Text

/// Measures a model on texts with labels: what it finds, misses and imagines, and how fast.
///
/// What is compared follows from the labels themselves: whichever of polarity, emotions, flags,
/// barriers, roots and languages they name.
package struct TextEvaluation {
  /// The tally of every label, by name.
  package private(set) var tallies: [String: Tally] = [:]
  /// The same for the texts of each language, as stated in the file or else as read.
  package private(set) var languages: [String: [String: Tally]] = [:]
  /// How often one label was missed where another was imagined: what is taken for what.
  package private(set) var mistaken: [Mistake: Int] = [:]
  /// How often a text of one label was given another, where each text has exactly one.
  package private(set) var confusion: [String: [String: Int]] = [:]
  /// Ten classes of stated probability: how many, how probable, how many of them true.
  package private(set) var calibration = [(count: Int, stated: Double, true: Int)](
    repeating: (0, 0, 0),
    count: 10
  )
  package private(set) var texts = 0
  package private(set) var duration = Duration.zero

  /// A label that a text has and one that it was given instead.
  package struct Mistake: Sendable, Hashable {
    package let truth: String
    package let given: String
  }

  private let vocabulary: Set<String>
  private let isPolarity: Bool

  /// Prepares for texts with these labels.
  package init(labels: Set<String>) {
    vocabulary = labels
    isPolarity = labels.isSubset(of: Set(Polarity.allCases.map(\.rawValue)))
  }

  /// Reads one text and compares.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - labels: those that it has.
  ///   - language: its language; `nil` if only the reading tells it.
  ///   - reader: reads it.
  package mutating func count(
    _ text: String,
    _ labels: Set<String>,
    language: String? = nil,
    _ reader: inout Reader
  ) {
    let clock = ContinuousClock()
    let start = clock.now
    let reading = reader.read(text)
    duration += clock.now - start
    texts += 1
    let given = names(reading).intersection(vocabulary)
    let spoken = language ?? reading.language
    for label in vocabulary {
      var tally = Tally()
      tally.count(given: given.contains(label), true: labels.contains(label))
      tallies[label, default: Tally()] += tally
      languages[spoken, default: [:]][label, default: Tally()] += tally
    }
    for missed in labels.subtracting(given) {
      for imagined in given.subtracting(labels) {
        mistaken[Mistake(truth: missed, given: imagined), default: 0] += 1
      }
    }
    if labels.count == 1, let truth = labels.first {
      let guess = given.count == 1 ? given.first ?? "-" : given.isEmpty ? "-" : "several"
      confusion[truth, default: [:]][guess, default: 0] += 1
    }
    for (label, probability) in probabilities(reading) where vocabulary.contains(label) {
      let place = min(9, Int(probability * 10))
      calibration[place].count += 1
      calibration[place].stated += probability
      calibration[place].true += labels.contains(label) ? 1 : 0
    }
  }

  /// The mean of the labels' F1.
  package var macroF1: Double { Self.macroF1(tallies) }

  /// The mean of the F1 of the labels that occur.
  package static func macroF1(_ tallies: [String: Tally]) -> Double {
    let known = tallies.values.filter { $0.support > 0 }
    return known.isEmpty ? 0 : known.reduce(0) { $0 + $1.f1 } / Double(known.count)
  }

  /// The F1 of all labels counted together.
  package var microF1: Double {
    var sum = Tally()
    for tally in tallies.values { sum += tally }
    return sum.f1
  }

  /// The mean distance between stated probability and share of truth, weighed by numbers.
  ///
  /// - Returns: `nil` if the labels are none for which readings state a probability.
  package var calibrationError: Double? {
    let all = calibration.reduce(0) { $0 + $1.count }
    guard all > 0 else { return nil }
    return calibration.reduce(0) { $0 + abs($1.stated - Double($1.true)) } / Double(all)
  }

  /// Everything that a reading says, as names of labels.
  private func names(_ reading: Reading) -> Set<String> {
    var names = Set(reading.labels.map(\.rawValue) + reading.barriers.map(\.rawValue))
    names.insert(reading.language)
    if reading.isUrgent { names.insert("urgent") }
    if reading.isChurn { names.insert("churn") }
    if let root = reading.root { names.insert(root.rawValue) }
    if isPolarity {
      names.insert(reading.polarity.rawValue)
    } else if vocabulary.contains("negative") || vocabulary.contains("positive") {
      names.insert(reading.polarity.rawValue)
    } else if names.isDisjoint(with: Emotion.allCases.map(\.rawValue)) {
      names.insert("neutral")
    }
    return names
  }

  private func probabilities(_ reading: Reading) -> [(String, Double)] {
    reading.emotions.map { ($0.key.rawValue, $0.value) }
      + [("urgent", reading.urgency), ("churn", reading.churnRisk)]
  }
}
