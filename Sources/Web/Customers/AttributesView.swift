import ServiceDesk

extension Attributes {
  func write(to json: inout JSONWriter) {
    json.object { json in
      for (name, value) in values.sorted(by: { $0.key < $1.key }) {
        json.name(name)
        switch value {
        case .text(let text): json.value(text)
        case .number(let number): json.value(number)
        case .flag(let flag): json.value(flag)
        }
      }
    }
  }

  private static let value = Schema.either([.string(length: 0...1_000), .number, .boolean])

  static let schema = Schema.map(value, most: most)

  /// In a change, null takes an attribute away.
  static let changeSchema = Schema.map(.nullable(value), most: most)
}

extension JSON {
  /// Changes to attributes, in a body that was checked against ``Attributes/changeSchema``.
  var attributeChanges: [String: Attributes.Value?] {
    (members ?? [:]).mapValues { value in
      switch value {
      case .string(let text): .text(text)
      case .integer(let integer): .number(Double(integer))
      case .number(let number): .number(number)
      case .bool(let flag): .flag(flag)
      case .null, .array, .object: nil
      }
    }
  }
}
