package import ServiceDesk

/// What every page of the desk has to know of its reader.
package struct DeskFrame: Sendable {
  package let language: Language
  package let agent: ID<Agent>
  package let name: String
  package let picture: String?
  package let isAvailable: Bool
  /// What forms and scripts send along to prove that they come from our pages.
  package let csrf: String
  /// The reader's time zone as the IANA database names it: `Europe/Athens`.
  package let zone: String
  /// The reader's calendar as CLDR names it: `gregory`, `persian`.
  package let calendar: String
  /// Where in the log the page was made; the stream goes on from there.
  package let position: String
  /// Where the assets are, without a slash at the end.
  package let assets: String

  package init(
    language: Language,
    agent: ID<Agent>,
    name: String,
    picture: String? = nil,
    isAvailable: Bool = true,
    csrf: String,
    zone: String,
    calendar: String,
    position: String,
    assets: String = "/assets"
  ) {
    self.language = language
    self.agent = agent
    self.name = name
    self.picture = picture
    self.isAvailable = isAvailable
    self.csrf = csrf
    self.zone = zone
    self.calendar = calendar
    self.position = position
    self.assets = assets
  }

  /// The hidden field of every form.
  package var token: HTML { "<input type=\"hidden\" name=\"csrf\" value=\"\(csrf)\">" }
}
