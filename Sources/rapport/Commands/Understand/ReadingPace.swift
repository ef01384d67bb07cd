import Foundation
import Understanding

/// Measures how long reading takes by itself, without JSON and pipes.
struct ReadingPace {
  private static let rounds = 20

  /// Reads all texts once to warm up and then several times.
  ///
  /// - Returns: a JSON object: how many texts, and the microseconds for each in the best round.
  static func measure(_ texts: [String], _ model: ReadingModel) -> [UInt8] {
    var reader = Reader(model)
    var best = Duration.seconds(1_000_000)
    let clock = ContinuousClock()
    for _ in 0...rounds {
      let taken = clock.measure { for text in texts { _ = reader.read(text) } }
      best = min(best, taken)
    }
    var json = JSONText()
    json.add("texts", texts.count)
    json.add("microseconds", best / .microseconds(max(1, texts.count)))
    return json.object
  }
}
