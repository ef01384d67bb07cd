import ServiceDesk

extension Attributes {
  /// As people read them, in the order of their names.
  var shown: [(name: String, value: String)] {
    values.sorted { $0.key < $1.key }.map { name, value in
      switch value {
      case .text(let text): (name, text)
      case .number(let number): (name, Self.text(of: number))
      case .flag(let flag): (name, flag ? "✓" : "✗")
      }
    }
  }

  private static func text(of number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
  }
}
