/// One labelled control of a form, with a hint and its fault beside it.
package struct Field: Sendable {
  package enum Control: Sendable, Equatable {
    /// One line; `type` as HTML names it: `text`, `email`, `password`, `url`, `number`, …
    case line(type: String)
    /// Several lines, `rows` of them to begin with.
    case text(rows: Int)
    case choice([Choice])
    case tick
  }

  /// One of the values that can be chosen.
  package struct Choice: Sendable, Equatable {
    package let value: String
    package let name: String

    package init(_ value: String, _ name: String) {
      self.value = value
      self.name = name
    }
  }

  package let name: String
  package let label: String
  /// As typed before; a tick is on with anything but an empty value.
  package var value: String
  package var control: Control
  package var hint: String?
  /// What is wrong, in the reader's language.
  package var fault: String?
  package var isRequired: Bool
  /// HTML's `autocomplete`.
  package var autocomplete: String
  /// The `id` of the page's `datalist` with what is proposed, if there is one.
  package var list: String?

  package init(
    _ name: String,
    _ label: String,
    value: String = "",
    control: Control = .line(type: "text"),
    hint: String? = nil,
    fault: String? = nil,
    isRequired: Bool = false,
    autocomplete: String = "off",
    list: String? = nil
  ) {
    self.name = name
    self.label = label
    self.value = value
    self.control = control
    self.hint = hint
    self.fault = fault
    self.isRequired = isRequired
    self.autocomplete = autocomplete
    self.list = list
  }

  package var html: HTML {
    if control == .tick { return tick }
    return """
      <div class="field\(fault == nil ? "" : " faulty")" data-field="\(name)">
        <label for="\(id)">\(label)</label>
        \(input)
        \(help)
      </div>
      """
  }

  private var id: String { "field-\(name)" }

  private var tick: HTML {
    """
    <div class="field tick" data-field="\(name)">
      <input type="checkbox" id="\(id)" name="\(name)" value="1"\
      \(.when(!value.isEmpty, " checked"))\(state)>
      <label for="\(id)">\(label)</label>
      \(help)
    </div>
    """
  }

  private var input: HTML {
    switch control {
    case .line(let type):
      """
      <input id="\(id)" name="\(name)" type="\(type)" value="\(value)" dir="auto"
        autocomplete="\(autocomplete)"\(list.map { " list=\"\($0)\"" as HTML })\(state)>
      """
    case .text(let rows):
      // A line end right after the opening tag is HTML's to drop, so the value's own stays.
      """
      <textarea id="\(id)" name="\(name)" rows="\(rows)" dir="auto"\(state)>\n\(value)</textarea>
      """
    case .choice(let choices):
      """
      <span class="select"><select id="\(id)" name="\(name)"\(state)>\(options(choices))</select>\
      \(Icon.chevron.html)</span>
      """
    case .tick: ""
    }
  }

  private func options(_ choices: [Choice]) -> HTML {
    .joined(
      choices.map {
        "<option value=\"\($0.value)\"\(.when($0.value == value, " selected"))>\($0.name)</option>"
      }
    )
  }

  private var state: HTML {
    let required: HTML = .when(isRequired, " required")
    let invalid: HTML = .when(fault != nil, " aria-invalid=\"true\"")
    let isExplained = hint != nil || fault != nil
    let described: HTML = .when(isExplained, " aria-describedby=\"\(id)-help\"")
    return "\(required)\(invalid)\(described)"
  }

  private var help: HTML? {
    if let fault { return "<p class=\"fault\" id=\"\(id)-help\">\(Icon.alert.html) \(fault)</p>" }
    return hint.map { "<p class=\"hint\" id=\"\(id)-help\">\($0)</p>" }
  }
}
