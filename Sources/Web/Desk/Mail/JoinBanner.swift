package import ServiceDesk

/// Asks whether a conversation belongs to another one.
package struct JoinBanner: Sendable {
  package let frame: DeskFrame
  package let conversation: ID<Conversation>
  package let proposals: [ListJoinProposals.Proposed]

  package init(
    frame: DeskFrame,
    conversation: ID<Conversation>,
    proposals: [ListJoinProposals.Proposed] = []
  ) {
    self.frame = frame
    self.conversation = conversation
    self.proposals = proposals
  }

  /// There even if there is nothing to ask, so that news find their place.
  package var html: HTML {
    "<div id=\"proposals\">\(.joined(proposals.prefix(3).map(question)))</div>"
  }

  private func question(_ proposal: ListJoinProposals.Proposed) -> HTML {
    let text = frame.language.mailPane.join
    let target = proposal.target
    let number = "#\(frame.language.plain(target.number))"
    let customer = target.customer.name ?? frame.language.desk.list.nameless
    return """
      <section class="proposal" aria-label="\(text.title(number))">
        \(Icon.link.html)
        <p><strong>\(text.title(number))</strong> – \
      <a href="/desk/conversations/\(target.id)" dir="auto">\(target.subject)</a> \
      (<span dir="auto">\(customer)</span>)\
      <small>\(text.reasons[proposal.reason] ?? "")</small></p>
        <div class="answers">\(form("joining", text.join, .primary, target: target.id))\
      \(form("keeping-apart", text.keepApart, .plain))</div>
      </section>
      """
  }

  private func form(
    _ action: String,
    _ words: String,
    _ kind: Button.Kind,
    target: ID<Conversation>? = nil
  ) -> HTML {
    """
    <form method="post" action="/desk/conversations/\(conversation)/\(action)">\(frame.token)\
    \(target.map { "<input type=\"hidden\" name=\"target\" value=\"\($0)\">" as HTML })\
    \(Button(words, kind: kind).html)</form>
    """
  }
}
