import Hummingbird
import ServiceDesk

/// One page of the settings: who may use it, how it is shown, and what its forms do.
struct SettingsSection: Sendable {
  typealias Show = @Sendable (DeskVisit, SettingsShell) async throws -> HTML
  /// Does what a form says.
  ///
  /// - Returns: the page to go on to.
  typealias Take = @Sendable (DeskVisit, FormBody) async throws -> String

  let gate: DeskGate
  /// What one must be allowed to do to see and use the page.
  var scopes = Scopes.admin
  let show: Show

  func get(_ path: RouterPath, on router: Router<WebContext>) {
    gate.get(path, on: router) { visit in
      try require(visit)
      let saved = visit.language.desk.settings.saved
      let notice = visit.query("saved") == nil ? nil : Notice(saved, tone: .good)
      return .page(try await show(visit, try await visit.shell(notice: notice)))
    }
  }

  /// Adds a form, whose faults are shown on the page beside their fields.
  ///
  /// `fields` are the names of the form's fields where failures call them otherwise.
  func post(
    _ path: RouterPath,
    on router: Router<WebContext>,
    fields: [String: String] = [:],
    _ take: @escaping Take
  ) {
    gate.post(path, on: router) { visit, form in
      try require(visit)
      do {
        return .seeOther("\(try await take(visit, form))?saved=1")
      } catch let failure as any Failure where !visit.isByScript && failure.kind != .missing {
        return try await refuse(visit, form, failure, fields)
      }
    }
  }

  func require(_ visit: DeskVisit) throws {
    guard visit.viewer.scopes.isSuperset(of: scopes) else {
      throw Problem(status: 403, code: "administratorsOnly")
    }
  }

  func refuse(
    _ visit: DeskVisit,
    _ form: FormBody,
    _ failure: any Failure,
    _ fields: [String: String]
  ) async throws -> Response {
    let status = failure.kind.status
    let text = visit.language.catalogue.problem(failure.code, status: status).detail
    let named = failure.field.map { fields[$0] ?? $0 } ?? ""
    let field = form.fields[named] == nil ? "" : named
    let shell = try await visit.shell(faults: [field: text], typed: form.fields)
    return .page(try await show(visit, shell), status: .init(code: status))
  }
}

extension DeskVisit {
  func shell(
    faults: [String: String] = [:],
    typed: [String: String] = [:],
    notice: Notice? = nil
  ) async throws -> SettingsShell {
    let navigation = try await answer(NavigationState())
    return SettingsShell(
      frame: frame(at: navigation.position),
      navigation: self.navigation(navigation),
      isAdministrator: viewer.scopes.contains(.admin),
      faults: faults,
      typed: typed,
      notice: notice,
      attention: navigation.attention
    )
  }
}
