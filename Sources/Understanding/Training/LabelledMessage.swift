/// A customer's message of the corpus with what people read in it.
package struct LabelledMessage: Sendable {
  package let id: String
  package let language: String
  package let text: String
  package var labels: MessageLabels
  /// What each person saw in it before they settled their differences; empty if only one did.
  package var opinions: [MessageLabels] = []
}
