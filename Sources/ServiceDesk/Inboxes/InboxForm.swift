import Storage

/// The form that asks visitors who they are.
package struct InboxForm: Sendable, Equatable {
  package enum When: String, Sendable, CaseIterable, SQLConvertible {
    case never
    /// Before the first message.
    case before
    /// After the first message.
    case after
  }

  package enum Field: String, Sendable, CaseIterable, SQLConvertible {
    case hidden, optional, required
  }

  package var when: When
  package var name: Field
  package var email: Field

  package init(when: When = .never, name: Field = .optional, email: Field = .optional) {
    self.when = when
    self.name = name
    self.email = email
  }
}
