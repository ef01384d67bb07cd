import Channels
import Foundation
import HTTPTypes
import ServiceDesk

/// Mailboxes, with how they fare: for administrators alone.
struct MailboxRoutes: Sendable {
  let options: MailWireOptions

  var operations: [Operation] { reading + writing + [check] }

  private var reading: [Operation] {
    [
      Operation(
        .get,
        "/mailboxes",
        "listMailboxes",
        "The account's mailboxes, all of them",
        scopes: [.read, .admin],
        success: .json(status: 200, .page(of: Mailbox.schema))
      ) { call in
        try await call.answer(ListMailboxes()) { mailboxes, json in
          json.object { json in
            json.name("items")
            json.array(mailboxes) { $1.write(to: &$0) }
            json.name("next")
            json.null()
          }
        }
      },
      Operation(
        .get,
        "/mailboxes/{mailbox}",
        "findMailbox",
        "A mailbox and how it fares",
        scopes: .admin,
        success: .json(status: 200, Mailbox.schema)
      ) { call in
        try await call.answer(FindMailbox(mailbox: call.mailbox())) { $0.write(to: &$1) }
      },
    ]
  }

  private var writing: [Operation] {
    [
      Operation(
        .post,
        "/mailboxes",
        "addMailbox",
        "Adds a mailbox; mail is fetched from then on",
        scopes: .admin,
        body: .json(
          .object(
            [.required("name", MailboxForm.name), .required("address", MailboxForm.address)]
              + MailboxForm.members
          )
        ),
        success: .json(status: 201, Mailbox.schema),
        run: add
      ),
      Operation(
        .patch,
        "/mailboxes/{mailbox}",
        "changeMailbox",
        "Changes a mailbox; what is left out stays, passwords too",
        scopes: .admin,
        body: .json(
          .object(
            [.optional("name", MailboxForm.name), .optional("address", MailboxForm.address)]
              + MailboxForm.members
          )
        ),
        success: .json(status: 200, Mailbox.schema),
        run: change
      ),
      Operation(
        .put,
        "/mailboxes/{mailbox}/pause",
        "pauseMailbox",
        "Fetches nothing until it is resumed; sending goes on",
        scopes: .admin,
        success: .json(status: 200, Mailbox.schema)
      ) { call in
        try await call.perform(PauseMailbox(mailbox: call.mailbox())) { $0.write(to: &$1) }
      },
      Operation(
        .delete,
        "/mailboxes/{mailbox}/pause",
        "resumeMailbox",
        "Fetches again, all that has come in the meantime too",
        scopes: .admin,
        success: .json(status: 200, Mailbox.schema)
      ) { call in
        try await call.perform(ResumeMailbox(mailbox: call.mailbox())) { $0.write(to: &$1) }
      },
    ]
  }

  private var check: Operation {
    Operation(
      .post,
      "/mailboxes/{mailbox}/check",
      "checkMailbox",
      "Tries a mailbox's servers step by step; takes a minute at most where they are slow",
      scopes: .admin,
      success: .json(status: 200, MailboxCheckReport.schema),
      run: check
    )
  }

  private func add(_ call: Call) async throws -> Answer {
    let form = MailboxForm(json: call.json)
    let passwords = form.passwords
    let secrets = passwords == MailboxPasswords() ? nil : passwords.applied(to: MailboxSecrets())
    let command = AddMailbox(
      settings: try form.settings(),
      secrets: try secrets.map { try call.desk.secrets.seal($0, of: call.viewer.account) }
    )
    return try await call.perform(command, status: 201) { $0.write(to: &$1) }
  }

  private func change(_ call: Call) async throws -> Answer {
    let form = MailboxForm(json: call.json)
    let command = EditMailbox(
      mailbox: try call.mailbox(),
      box: call.desk.secrets,
      passwords: form.passwords,
      change: { try form.apply(to: &$0) }
    )
    return try await call.perform(command) { $0.write(to: &$1) }
  }

  private func check(_ call: Call) async throws -> Answer {
    let id = try call.mailbox()
    let found = try await call.desk.answer(
      FindMailboxToCheck(mailbox: id, box: call.desk.secrets),
      as: call.viewer
    )
    let check = MailboxCheck(
      settings: found.mailbox.settings,
      secrets: found.secrets,
      options: options
    )
    let report = MailboxCheckReport(
      mailbox: id,
      results: await check.run(at: Date(timeIntervalSince1970: call.desk.now().seconds))
    )
    return try await call.perform(report) { $0.write(to: &$1) }
  }
}

extension Call {
  /// The mailbox in the path.
  fileprivate func mailbox() throws -> ID<Mailbox> { try id("mailbox", absent: .noSuchMailbox) }
}
