package import ServiceDesk

/// What can be chosen from in the menus of a conversation.
package struct DeskChoices: Sendable {
  /// Somebody who can own a conversation.
  package struct Person: Sendable {
    package let id: ID<Agent>
    package let name: String
    package let picture: String?
    package let isAvailable: Bool

    package init(id: ID<Agent>, name: String, picture: String? = nil, isAvailable: Bool = true) {
      self.id = id
      self.name = name
      self.picture = picture
      self.isAvailable = isAvailable
    }
  }

  package let agents: [Person]
  package let teams: [(id: ID<Team>, name: String)]
  /// The names of the account's labels.
  package let labels: [String]

  package init(agents: [Person], teams: [(id: ID<Team>, name: String)], labels: [String]) {
    self.agents = agents
    self.teams = teams
    self.labels = labels
  }
}
