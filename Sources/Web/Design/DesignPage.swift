import ServiceDesk
package import Storage

/// Every component in every state, with sample data in the reader's language.
package struct DesignPage: Sendable {
  package let frame: DeskFrame
  package let navigation: ViewsNavigation
  /// The samples' times lie before it.
  package let now: Timestamp

  package init(frame: DeskFrame, navigation: ViewsNavigation, now: Timestamp) {
    self.frame = frame
    self.navigation = navigation
    self.now = now
  }

  package var html: HTML {
    DeskLayout(
      frame: frame,
      title: "Design",
      navigation: navigation,
      shape: .column,
      content: ColumnPage(
        frame: frame,
        title: "Design",
        content: "<div class=\"specimens\">\(.joined(sections))</div>"
      ).html
    ).html
  }

  private var samples: DesignSamples { DesignSamples(frame: frame, now: now) }

  private var sections: [HTML] {
    [
      section("Colour", colours),
      section("Type", type),
      section("Icons", "<div class=\"show\">\(.joined(Icon.allCases.map(figure)))</div>"),
      section("Avatars", avatars),
      section("Badges", badges),
      section("Buttons", buttons),
      section("Notices", "<div class=\"stack\">\(.joined(notices))</div>"),
      section("Fields", "<form class=\"form\">\(.joined(fields.map(\.html)))</form>"),
      section("Rows", rows),
      section("Messages", messages),
      section("Conversation head", wide(samples.head(.open).html)),
      section("Composer", "<div class=\"frame wide\">\(samples.composer.html)</div>"),
      section("Nothing here", empty),
    ]
  }

  private func section(_ title: String, _ content: HTML) -> HTML {
    "<section><h2 lang=\"en\" dir=\"ltr\">\(title)</h2>\(content)</section>"
  }

  private func wide(_ content: HTML) -> HTML { "<div class=\"frame wide\">\(content)</div>" }

  private var colours: HTML {
    let names = [
      "ground", "raised", "paper", "hover", "ink", "quiet", "line", "edge", "accent",
      "accent-soft", "note", "note-soft", "good", "warn", "bad",
    ]
    let swatches = names.map { "<span class=\"swatch \($0)\">\($0)</span>" as HTML }
    return "<div class=\"swatches\" dir=\"ltr\">\(.joined(swatches))</div>"
  }

  private var type: HTML {
    let sentence = samples.sentence
    let sizes = ["title", "large", "reading", "body", "small", "tiny"]
    let lines = sizes.map { "<p class=\"\($0)\">\(sentence)</p>" as HTML }
    return "<div class=\"sizes\">\(.joined(lines))</div>"
  }

  private func figure(_ icon: Icon) -> HTML {
    "<figure>\(icon.html)<figcaption lang=\"en\">\(icon.rawValue)</figcaption></figure>"
  }

  private var avatars: HTML {
    let people = samples.names.map { Avatar(name: $0).html }
    let sizes = Avatar.Size.allCases.map { Avatar(name: samples.names[0], size: $0).html }
    return "<div class=\"show\">\(.joined(people))\(.joined(sizes))</div>"
  }

  private var badges: HTML {
    let states = Conversation.Status.allCases.map {
      StatusBadge(status: $0, language: frame.language).html
    }
    let tones = Badge.Tone.allCases.map { Badge($0.rawValue, tone: $0, icon: .tag).html }
    return """
      <div class="show">\(.joined(states))</div>
      <div class="show" lang="en">\(.joined(tones))</div>
      """
  }

  private var buttons: HTML {
    let text = frame.language.desk
    let kinds = Button.Kind.allCases.map { kind -> HTML in
      Button(text.conversation.resolve, kind: kind, icon: .check, address: "#main").html
    }
    let compact = Button(
      text.common.settings,
      kind: .quiet,
      icon: .gear,
      address: "#main",
      isCompact: true
    )
    return """
      <div class="show">\(.joined(kinds))
        \(compact.html)
        <button class="button primary" disabled>\(text.common.save)</button>
      </div>
      """
  }

  private var notices: [HTML] {
    let text = frame.language.desk
    return [
      Notice(text.composer.noteHint).html,
      Notice(text.settings.saved, tone: .good).html,
      Notice(text.scripts.first { $0.name == "failed" }?.text ?? "", tone: .bad).html,
    ]
  }

  private var fields: [Field] {
    let text = frame.language.desk
    let fault = frame.language.catalogue.problem("malformedEmailAddress", status: 422).detail
    let owners = samples.names.map { Field.Choice($0, $0) }
    return [
      Field("sample-name", text.start.name, value: samples.names[0], hint: text.panel.claimed),
      Field("sample-email", text.start.email, value: "maria@", fault: fault, isRequired: true),
      Field("sample-text", text.start.text, value: samples.sentence, control: .text(rows: 3)),
      Field("sample-owner", text.start.owner, control: .choice(owners)),
      Field("sample-tick", text.common.available, value: "1", control: .tick),
    ]
  }

  private var rows: HTML {
    let rows = samples.rows.enumerated().map { $1.html(isSelected: $0 == 1) }
    return "<ol class=\"frame narrow\">\(.joined(rows))</ol>"
  }

  private var messages: HTML {
    wide("<div class=\"stack\">\(.joined(samples.messages.map(\.html)))</div>")
  }

  private var empty: HTML {
    let text = frame.language.desk.list
    let action = Button(text.start, icon: .pencil, address: "/desk/new").html
    return Empty(icon: .spark, title: text.emptyMineTitle, text: text.emptyMine, action: action)
      .html
  }
}
