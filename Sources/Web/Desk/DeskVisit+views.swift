import Crypto
import Foundation
import ServiceDesk
import Storage

/// What is read from the database, made into what is shown.
extension DeskVisit {
  func page(
    _ state: PageState.Output,
    view: DeskView,
    refused: RefusedReply? = nil
  ) -> DeskPage {
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
      pane: state.pane.map { pane($0, view: view, refused: refused) },
      attention: viewer.scopes.contains(.admin) ? state.navigation.attention : MailAttention()
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

  func pane(
    _ state: PaneState.Output,
    view: DeskView,
    refused: RefusedReply? = nil
  ) -> ConversationPane {
    let conversation = state.conversation
    return ConversationPane(
      head: head(conversation, state.choices, view: view),
      proposals: banner(state.proposals, of: conversation.id),
      messages: MessageList(
        language: language,
        conversation: conversation.id,
        items: items(
          state.messages.items,
          of: conversation,
          readByCustomer: state.readByCustomer
        ),
        before: state.messages.next?.text
      ),
      composer: composer(state, refused: refused),
      panel: panel(state.customer, of: conversation)
    )
  }

  private func composer(_ state: PaneState.Output, refused: RefusedReply?) -> Composer {
    let draft = state.drafts.max { $0.updatedAt < $1.updatedAt }
    let kind = refused == nil ? draft?.kind : .reply
    return Composer(
      frame: frame(at: 0),
      conversation: state.conversation.id,
      customer: state.conversation.customer.name,
      kind: kind == .note ? .note : .reply,
      draft: refused?.text ?? draft?.text ?? "",
      key: Self.newKey(),
      fault: refused?.fault,
      recipients: recipients(state.answer, of: state.conversation, typed: refused?.typed)
    )
  }

  private func recipients(
    _ answer: AnswerState.Output,
    of conversation: Conversation,
    typed: TypedRecipients? = nil
  ) -> RecipientFields {
    RecipientFields(
      language: language,
      channel: answer.channel,
      isAfterChat: conversation.channel == .chat,
      answer: answer.mail,
      typed: typed
    )
  }

  private func banner(
    _ proposals: [ListJoinProposals.Proposed],
    of conversation: ID<Conversation>
  ) -> JoinBanner {
    JoinBanner(frame: frame(at: 0), conversation: conversation, proposals: proposals)
  }

  func news(_ state: NewsState.Output, view: DeskView) -> NewsFragment {
    NewsFragment(
      head: head(state.conversation, state.choices, view: view),
      proposals: banner(state.proposals, of: state.conversation.id),
      recipients: recipients(state.answer, of: state.conversation),
      panel: panel(state.customer, of: state.conversation),
      messages: items(
        state.messages,
        of: state.conversation,
        readByCustomer: state.readByCustomer
      )
    )
  }

  /// The last reply that the customer has read says so; those before it were read too.
  func items(
    _ messages: [Message],
    of conversation: Conversation,
    readByCustomer: ID<Message>?
  ) -> [MessageItem] {
    let seen = readByCustomer.flatMap { read in
      messages.last { $0.kind == .reply && $0.id <= read }?.id
    }
    return messages.map { message in
      MessageItem(
        message,
        body: message.markedHTML,
        picture: message.authorPicture.map { "/desk/attachments/\($0)?inline" },
        isSeen: message.id == seen,
        mail: message.mail.map { mail in
          MessageMailLines(
            frame: frame(at: 0),
            message: message,
            mail: mail,
            subject: conversation.subject,
            now: desk.now()
          )
        },
        reading: message.reading.map {
          ReadingLine(
            frame: frame(at: 0),
            conversation: conversation.id,
            message: message.id,
            reading: $0
          )
        },
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
    case .upset: language.readings.upset
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
