import Hummingbird
import ServiceDesk

/// Starting a conversation oneself.
struct NewConversationRoutes: Sendable {
  let gate: DeskGate

  func add(to router: Router<WebContext>) {
    gate.get("/desk/new", on: router) { visit in
      let form = NewConversationPage.Form(email: visit.query("email") ?? "")
      return try await page(form, visit)
    }
    gate.post("/desk/new", on: router, start)
  }

  @Sendable private func start(_ visit: DeskVisit, _ form: FormBody) async throws -> Response {
    var typed = NewConversationPage.Form(
      email: form["email"],
      name: form["name"],
      subject: form["subject"],
      text: form["text"],
      cc: form["cc"],
      mailbox: form["mailbox"],
      owner: form["owner"]
    )
    do {
      let command = StartFor(start: try form.start(), owner: try visit.owner(form["owner"]))
      let id = try await visit.once(command, try form.requestKey(for: "start"))
      return .seeOther("/desk/conversations/\(id)")
    } catch let failure as CopiesFailure {
      let fault = failure.fault
      guard !visit.isByScript else { throw fault }
      typed.faults["cc"] =
        visit.language.catalogue.problem(fault.code, status: fault.kind.status).detail
      return try await page(typed, visit, status: fault.kind.status)
    } catch let failure as any Failure where !visit.isByScript {
      let text = visit.language.catalogue.problem(failure.code, status: failure.kind.status)
      typed.faults[failure.field ?? ""] = text.detail
      return try await page(typed, visit, status: failure.kind.status)
    }
  }

  private func page(
    _ form: NewConversationPage.Form,
    _ visit: DeskVisit,
    status: Int = 200
  ) async throws -> Response {
    let navigation = try await visit.answer(NavigationState())
    let page = NewConversationPage(
      frame: visit.frame(at: navigation.position),
      navigation: visit.navigation(navigation),
      form: form,
      choices: visit.choices(try await visit.answer(ChoicesState())),
      mailboxes: try await visit.answer(ListSendingMailboxes())
        .map { ($0.id.description, $0.settings.address) },
      key: DeskVisit.newKey()
    )
    return .page(page.html, status: .init(code: status))
  }
}

/// What is wrong with those who are to get a copy.
private struct CopiesFailure: Error {
  let fault: any Failure
}

extension FormBody {
  /// The conversation that the form is to start: by mail where it names a mailbox.
  fileprivate func start() throws -> StartConversation {
    let address = try EmailAddress(self["email"])
    let name = try Customer.Name(unlessEmpty: self["name"])
    var start = StartConversation(
      customer: CustomerHandle(identities: [Identity(address)], name: name),
      subject: try Conversation.Subject(unlessEmpty: self["subject"]),
      text: try Message.Body(self["text"])
    )
    guard !self["mailbox"].isEmpty else { return start }
    guard let mailbox = ID<Mailbox>(self["mailbox"]) else { throw AccessFailure.noSuchMailbox }
    start.channel = .mail
    start.mailbox = mailbox
    start.recipients = MailRecipients(
      to: [Correspondent(name: name?.text, address: address)],
      cc: try copies()
    )
    return start
  }

  private func copies() throws -> [Correspondent] {
    do {
      return try TypedRecipients.people(self["cc"])
    } catch let failure as any Failure {
      throw CopiesFailure(fault: failure)
    }
  }
}

extension DeskVisit {
  fileprivate func once(
    _ command: StartFor,
    _ key: RequestKey?
  ) async throws -> ID<Conversation> {
    guard let key else { return try await perform(command).id }
    let stored = try await desk.perform(command, as: viewer, once: key) { conversation in
      StoredAnswer(status: 201, body: String(conversation.id.raw))
    }
    return ID(Int64(stored.body) ?? 0)
  }
}

/// Starts a conversation and gives it to whoever is to see to it.
private struct StartFor: Command {
  let start: StartConversation
  /// The viewer where `nil`.
  let owner: Conversation.Owner?

  func run(in work: Work) throws -> Conversation {
    let started = try start.run(in: work)
    guard let owner else { return started }
    return try Assign(conversation: started.id, owner: owner).run(in: work)
  }
}
