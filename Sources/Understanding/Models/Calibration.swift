/// What turns a model's probabilities into ones that can be believed, and into labels.
///
/// By column: the slope and shift of Platt's method (Advances in Large Margin Classifiers, 1999)
/// and the threshold from which the label is given; all fitted on texts that were not trained on.
struct Calibration: Sendable, Equatable {
  var slopes: [Float]
  var shifts: [Float]
  var thresholds: [Float]

  init(count: Int) {
    slopes = Array(repeating: 1, count: count)
    shifts = Array(repeating: 0, count: count)
    thresholds = Array(repeating: 0.5, count: count)
  }

  /// The calibrated probability of a column.
  func probability(_ raw: Float, _ column: Int) -> Float {
    Probability.sigmoid(slopes[column] * Probability.logit(raw) + shifts[column])
  }

  /// Whether a calibrated probability is enough for the label of its column.
  func isGiven(_ probability: Float, _ column: Int) -> Bool { probability >= thresholds[column] }

  /// Fits one column to probabilities whose truth is known.
  mutating func fit(_ column: Int, _ scores: [(probability: Float, isTrue: Bool)]) {
    var slope: Float = 1
    var shift: Float = 0
    let known = scores.map { (logit: Probability.logit($0.probability), isTrue: $0.isTrue) }
    for _ in 0..<Self.rounds {
      let step = Self.newtonStep(known, slope, shift)
      slope = max(0.2, min(5, slope - step.slope))
      shift = max(-5, min(5, shift - step.shift))
    }
    slopes[column] = slope
    shifts[column] = shift
    thresholds[column] = Threshold.best(
      scores.map { (probability($0.probability, column), $0.isTrue) }
    )
  }

  private static let rounds = 20

  private static func newtonStep(
    _ scores: [(logit: Float, isTrue: Bool)],
    _ slope: Float,
    _ shift: Float
  ) -> (slope: Float, shift: Float) {
    var (gradientSlope, gradientShift) = (slope * 0.1 - 0.1, Float(0))
    var (curveSlope, curveBoth, curveShift) = (Float(0.1), Float(0), Float(1e-3))
    for score in scores {
      let guess = Probability.sigmoid(slope * score.logit + shift)
      let error = guess - (score.isTrue ? 1 : 0)
      let curve = guess * (1 - guess)
      gradientSlope += error * score.logit
      gradientShift += error
      curveSlope += curve * score.logit * score.logit
      curveBoth += curve * score.logit
      curveShift += curve
    }
    let determinant = curveSlope * curveShift - curveBoth * curveBoth
    guard determinant > 1e-9 else { return (0, 0) }
    return (
      (curveShift * gradientSlope - curveBoth * gradientShift) / determinant,
      (curveSlope * gradientShift - curveBoth * gradientSlope) / determinant
    )
  }
}
