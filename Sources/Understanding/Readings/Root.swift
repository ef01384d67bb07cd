/// What caused a contact, as far as the words show it.
package enum Root: String, Sendable, CaseIterable {
  /// Sales, marketing or small print promised or hid something.
  case wrongExpectation = "wrong_expectation"
  /// The company's own running failed.
  case brokenProcess = "broken_process"
  /// The customer's own mistake.
  case customerSlip = "customer_slip"
  /// Staff had no access, no rights or no knowledge.
  case staffWithoutTools = "staff_without_tools"
}
