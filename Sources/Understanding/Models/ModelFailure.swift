/// Why a file is no model that can be used.
package enum ModelFailure: Error, Equatable, Sendable {
  /// It does not begin as a model does, or is of another format.
  case notAModel
  case truncated
  /// Its parts do not fit each other.
  case inconsistent
}
