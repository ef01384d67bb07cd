/// How many rows each table of a model has: what decides its size.
package struct TableSizes: Sendable {
  package let languages: Int
  package let general: Int
  package let messages: Int
  package let replies: Int

  /// Those of the shipped model, which with its lexicon stays below 6 MB.
  package static let shipped = TableSizes(
    languages: 9_000,
    general: 128_000,
    messages: 84_000,
    replies: 20_000
  )

  /// Enough for a handful of texts.
  package static let tiny = TableSizes(
    languages: 500,
    general: 500,
    messages: 2_000,
    replies: 500
  )
}
