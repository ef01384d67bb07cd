extension Schema {
  /// Writes the schema in JSON Schema 2020-12, named ones by reference.
  package func write(to json: inout JSONWriter) {
    switch self {
    case .named(let name, _):
      json.object { $0.member("$ref", "#/components/schemas/\(name)") }
    case .nullable(let schema):
      json.object { json in
        json.name("anyOf")
        json.array([schema, nil]) { json, schema in
          if let schema {
            schema.write(to: &json)
          } else {
            json.object { $0.member("type", "null") }
          }
        }
      }
    case .either(let schemas):
      json.object { json in
        json.name("anyOf")
        json.array(schemas) { $1.write(to: &$0) }
      }
    default: json.object { writeMembers(to: &$0) }
    }
  }

  private func writeMembers(to json: inout JSONWriter) {
    switch self {
    case .string(let length, let format):
      json.member("type", "string")
      json.member("minLength", length.lowerBound)
      json.member("maxLength", length.upperBound)
      if let pattern = format.pattern { json.member("pattern", pattern) }
      if let name = format.name { json.member("format", name) }
    case .choice(let choices):
      json.member("type", "string")
      json.name("enum")
      json.array(choices) { $0.value($1) }
    case .integer(let range):
      json.member("type", "integer")
      json.member("minimum", range.lowerBound)
      json.member("maximum", range.upperBound)
    case .number: json.member("type", "number")
    case .boolean: json.member("type", "boolean")
    case .array(let item, let most):
      json.member("type", "array")
      json.member("maxItems", most)
      json.name("items")
      item.write(to: &json)
    case .map(let item, let most):
      json.member("type", "object")
      json.member("maxProperties", most)
      json.name("propertyNames")
      json.object { json in
        json.member("minLength", 1)
        json.member("maxLength", 100)
        json.member("pattern", #"^[^\u0000]+$"#)
      }
      json.name("additionalProperties")
      item.write(to: &json)
    case .object(let members, let least): writeObject(members, atLeast: least, to: &json)
    case .named, .nullable, .either: break
    }
  }

  private func writeObject(_ members: [Member], atLeast least: Int, to json: inout JSONWriter) {
    json.member("type", "object")
    json.member("additionalProperties", false)
    if least > 0 { json.member("minProperties", least) }
    json.name("required")
    json.array(members.filter(\.isRequired)) { $0.value($1.name) }
    json.name("properties")
    json.object { json in
      for member in members {
        json.name(member.name)
        guard let summary = member.summary else {
          member.schema.write(to: &json)
          continue
        }
        json.object { json in
          json.member("description", summary)
          json.name("allOf")
          json.array([member.schema]) { $1.write(to: &$0) }
        }
      }
    }
  }

  /// All named schemas in it, itself included, by name.
  package var named: [String: Schema] {
    switch self {
    case .named(let name, let schema): schema.named.merging([name: schema]) { first, _ in first }
    case .nullable(let schema), .array(let schema, _), .map(let schema, _): schema.named
    case .either(let schemas):
      schemas.reduce(into: [:]) { $0.merge($1.named) { first, _ in first } }
    case .object(let members, _):
      members.reduce(into: [:]) { $0.merge($1.schema.named) { first, _ in first } }
    case .string, .choice, .integer, .number, .boolean: [:]
    }
  }
}
