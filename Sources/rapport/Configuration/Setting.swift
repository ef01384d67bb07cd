/// Something the operator can set, declared once: command line, environment and file follow it.
///
/// Its option is `--name`, its environment variable ``variable``, its key in the file `name`.
struct Setting<Value: Sendable>: Sendable {
  /// Words in lower case, joined by hyphens.
  let name: String

  /// What holds when nobody sets anything, as it would be written.
  let fallback: String

  /// One sentence for `--help`.
  let summary: String

  /// What would be right, as a noun phrase that goes before "is needed".
  let needed: String

  /// Whether what was found must be kept out of messages, since it can hold a password.
  let isSecret: Bool

  /// Whether the file may hold a list, which is read like its items joined by commas.
  let isList: Bool

  /// Reads a value as it was written; `nil` if it does not suit.
  let parse: @Sendable (String) -> Value?

  init(
    _ name: String,
    fallback: String = "",
    summary: String,
    needed: String,
    isSecret: Bool = false,
    isList: Bool = false,
    parse: @escaping @Sendable (String) -> Value?
  ) {
    self.name = name
    self.fallback = fallback
    self.summary = summary
    self.needed = needed
    self.isSecret = isSecret
    self.isList = isList
    self.parse = parse
  }

  /// A setting that can be left out; an empty value leaves it out too, so that the command line
  /// and the environment can take back what the file says.
  init<Wrapped>(
    optional name: String,
    summary: String,
    needed: String,
    isSecret: Bool = false,
    parse: @escaping @Sendable (String) -> Wrapped?
  ) where Value == Wrapped? {
    self.init(name, summary: summary, needed: needed, isSecret: isSecret) { text in
      text.isEmpty ? .some(nil) : parse(text).map(Optional.some)
    }
  }

  /// The environment variable, such as `RAPPORT_LOG_LEVEL` for `log-level`.
  var variable: String { "RAPPORT_" + name.uppercased().replacing("-", with: "_") }
}
