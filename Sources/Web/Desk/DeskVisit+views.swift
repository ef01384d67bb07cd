import Crypto
import Foundation
import ServiceDesk
import Storage

/// What is read from the database, made into what is shown.
extension DeskVisit {
  func page(_ state: PageState.Output, view: DeskView) -> DeskPage {
    let selected = state.pane?.conversation.id
    return DeskPage(
      frame: frame(at: state.navigation.position),
      navigation: navigation(state.navigation, selected: view),
      list: ConversationList(
        language: language,
        key: view.key(for: signedIn.agent.id),
        path: view.path,
        title: title(of: view, teams: state.navigation.teams),
        rows: rows(state.rows, view: view),
        selected: selected
      ),
      pane: state.pane.map { pane($0, view: view) }
    )
  }

  func rows(_ state: RowsState.Output, view: DeskView) -> ConversationRows {
    ConversationRows(
      language: language,
      path: view.path,
      rows: state.page.items.map { conversation in
        ConversationRow(
          conversation,
          snippet: state.previews[conversation.id] ?? "",
          language: language
        )
      },
      next: state.page.next?.text
    )
  }

  func pane(_ state: PaneState.Output, view: DeskView) -> ConversationPane {
    let conversation = state.conversation
    let draft = state.drafts.max { $0.updatedAt < $1.updatedAt }
    return ConversationPane(
      head: head(conversation, state.choices, view: view),
      messages: MessageList(
        language: language,
        conversation: conversation.id,
        items: items(state.messages.items, readByCustomer: state.readByCustomer),
        before: state.messages.next?.text
      ),
      composer: Composer(
        frame: frame(at: 0),
        conversation: conversation.id,
        customer: conversation.customer.name,
        kind: draft?.kind == .note ? .note : .reply,
        draft: draft?.text ?? "",
        key: Self.newKey()
      ),
      panel: panel(state.customer, of: conversation)
    )
  }

  func news(_ state: NewsState.Output, view: DeskView) -> NewsFragment {
    NewsFragment(
      head: head(state.conversation, state.choices, view: view),
      panel: panel(state.customer, of: state.conversation),
      messages: items(state.messages, readByCustomer: state.readByCustomer)
    )
  }

  /// The last reply that the customer has read says so; those before it were read too.
  func items(_ messages: [Message], readByCustomer: ID<Message>?) -> [MessageItem] {
    let seen = readByCustomer.flatMap { read in
      messages.last { $0.kind == .reply && $0.id <= read }?.id
    }
    return messages.map { message in
      MessageItem(
        message,
        body: message.html,
        picture: message.authorPicture.map { "/desk/attachments/\($0)?inline" },
        isSeen: message.id == seen,
        language: language
      )
    }
  }

  func choices(_ state: ChoicesState.Output) -> DeskChoices {
    DeskChoices(
      agents: state.agents.map { agent in
        DeskChoices.Person(
          id: agent.id,
          name: agent.name.text,
          picture: agent.picture.map { "/desk/attachments/\($0)?inline" },
          isAvailable: agent.availableSince != nil
        )
      },
      teams: state.teams.map { ($0.id, $0.name.text) },
      labels: state.labels.map(\.name.text)
    )
  }

  private func head(
    _ conversation: Conversation,
    _ choices: ChoicesState.Output,
    view: DeskView
  ) -> ConversationHead {
    ConversationHead(
      conversation,
      choices: self.choices(choices),
      view: view.path,
      frame: frame(at: 0)
    )
  }

  private func panel(
    _ state: CustomerState.Output,
    of conversation: Conversation
  ) -> CustomerPanel {
    let customer = state.customer
    return CustomerPanel(
      frame: frame(at: 0),
      conversation: conversation.id,
      customer: customer.id,
      name: customer.name ?? state.claims.lazy.compactMap(\.name).first?.text,
      isBlocked: customer.blockedAt != nil,
      identities: customer.identities.map {
        CustomerPanel.Identity(kind: $0.kind.rawValue, value: $0.value, isProved: true)
      }
        + state.claims.compactMap(\.email).map {
          CustomerPanel.Identity(kind: "email", value: $0.text, isProved: false)
        },
      attributes: customer.attributes.shown,
      others: state.others.map {
        CustomerPanel.Other(
          id: $0.id,
          subject: $0.subject,
          status: $0.status,
          updatedAt: $0.updatedAt
        )
      },
      timeline: state.timeline.compactMap { CustomerPanel.Happening($0, language: language) }
    )
  }

  private func title(of view: DeskView, teams: [Team]) -> String {
    let text = language.desk.views
    return switch view {
    case .mine: text.mine
    case .unassigned: text.unassigned
    case .all: text.all
    case .team(let team): teams.first { $0.id == team }?.name.text ?? ""
    case .status(.waiting): text.waiting
    case .status(.snoozed): text.snoozed
    case .status(.spam): text.spam
    case .status: text.resolved
    }
  }

  /// A key under which a form is sent at most once.
  static func newKey() -> String { UUID().uuidString.lowercased() }
}
