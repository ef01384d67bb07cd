import Foundation
import HTTPTypes
import Hummingbird
import ServiceDesk

/// A request to the desk by an agent who is signed in.
struct DeskVisit: Sendable {
  let signedIn: SignedIn
  let request: Request
  let context: WebContext
  let desk: Desk
  /// The path below which style sheets and scripts are.
  let assets: String

  var viewer: Viewer { signedIn.viewer }

  /// The agent's own language, else the browser's.
  var language: Language {
    signedIn.agent.language.flatMap { Language(rawValue: $0.text) } ?? context.language
  }

  /// Whether a script asks, which shows an answer by itself.
  var isByScript: Bool { request.isByScript }

  func answer<Q: Query>(_ query: Q) async throws -> Q.Output {
    try await desk.answer(query, as: viewer)
  }

  func perform<C: Command>(_ command: C) async throws -> C.Output {
    try await desk.perform(command, as: viewer)
  }

  /// The identifier in the path.
  ///
  /// - Throws: `absent`, because what cannot be an identifier names nothing.
  func id<Of>(_ name: String, absent: AccessFailure, of: Of.Type = Of.self) throws -> ID<Of> {
    guard let id = context.parameters.get(name).flatMap({ ID<Of>($0) }) else { throw absent }
    return id
  }

  /// A value of the query string, which a form may have written.
  func query(_ name: String) -> String? {
    let query = FormBody(request.uri.query ?? "")
    return query.names.contains(name) ? query[name] : nil
  }

  /// The place that a link names, if it does.
  func cursor(_ name: String) throws -> Cursor? {
    try query(name).map { text in
      guard let cursor = Cursor(text) else { throw CursorFailure.otherList }
      return cursor
    }
  }

  func frame(at position: Int64) -> DeskFrame {
    let agent = signedIn.agent
    return DeskFrame(
      language: language,
      agent: agent.id,
      name: agent.name.text,
      picture: agent.picture.map { "/desk/attachments/\($0)?inline" },
      isAvailable: agent.availableSince != nil,
      csrf: signedIn.csrf,
      zone: agent.timeZone?.text ?? "",
      calendar: agent.calendar == .persian ? "persian" : "gregory",
      position: String(position),
      assets: assets
    )
  }

  func navigation(_ state: NavigationState.Output, selected: DeskView? = nil) -> ViewsNavigation {
    ViewsNavigation(
      frame: frame(at: state.position),
      teams: state.teams.map { ($0.id, $0.name.text) },
      counts: state.counts,
      selected: selected?.path
    )
  }
}

extension Request {
  /// Whether a script of ours asks, which takes JSON.
  var isByScript: Bool { headers[.accept]?.contains("application/json") ?? false }
}
