package import ServiceDesk
package import Storage

/// The customers whose messages are not taken.
///
/// Sent to `POST /settings/blocked/ID/removal`: nothing more.
package struct BlockedSettings: Sendable {
  /// One of them.
  package struct Person: Sendable {
    package let id: ID<Customer>
    package let name: String?
    package let since: Timestamp?

    package init(id: ID<Customer>, name: String?, since: Timestamp? = nil) {
      self.id = id
      self.name = name
      self.since = since
    }
  }

  package let shell: SettingsShell
  package let people: [Person]
  /// Where those after them begin.
  package let next: String?

  package init(shell: SettingsShell, people: [Person], next: String? = nil) {
    self.shell = shell
    self.people = people
    self.next = next
  }

  package var html: HTML {
    let text = shell.text.blocked
    let entries = people.map { person -> SettingsEntry in
      let name = person.name ?? shell.frame.language.desk.list.nameless
      return SettingsEntry(
        title: name,
        mark: Avatar(name: name).html,
        action: .init(
          text: text.unblock,
          address: "/settings/blocked/\(person.id)/removal",
          kind: .plain
        ),
        content: person.since.map { LocalTime($0).html }
      )
    }
    return shell.page(
      "blocked",
      text.introduction,
      shell.list(entries, none: text.none, next: next)
    )
  }
}
