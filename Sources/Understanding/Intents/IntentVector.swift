/// A text as the known features in it and their values, of length 1 altogether.
struct IntentVector: Sendable {
  /// Numbers of features in an ``IntentVocabulary``.
  var features: [Int32] = []
  var values: [Float] = []
  /// The part of the text that is known, from 0 to 1.
  var known: Float = 0
}
