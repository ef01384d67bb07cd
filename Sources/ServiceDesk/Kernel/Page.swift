import Foundation

/// A window of a list, and where the next one begins.
package struct Page<Item: Sendable>: Sendable {
  package let items: [Item]
  /// `nil` at the end of the list.
  package let next: Cursor?

  package init(items: [Item], next: Cursor?) {
    self.items = items
    self.next = next
  }

  /// Cuts a page from `rows`, of which one more than `limit` was asked for; `cursor` tells the
  /// place of an item in the list.
  package init(rows: [Item], limit: Int, cursor: (Item) -> Cursor) {
    items = Array(rows.prefix(limit))
    next = rows.count > limit ? items.last.map(cursor) : nil
  }
}

extension Page: Equatable where Item: Equatable {}

/// How much of a list is wanted, and from where.
package struct Window: Sendable, Equatable {
  package static let mostItems = 200

  package let limit: Int
  package let after: Cursor?

  /// Asks for `limit` items, but at least 1 and at most 200.
  package init(limit: Int = 50, after: Cursor? = nil) {
    self.limit = min(max(limit, 1), Self.mostItems)
    self.after = after
  }
}

/// A place in a list: the last item's sort key and id, opaque outside.
package struct Cursor: Sendable, Equatable {
  /// The list's order; a cursor of another order is refused.
  package let order: String
  package let key: Int64
  package let id: Int64

  package init(order: String, key: Int64, id: Int64) {
    self.order = order
    self.key = key
    self.id = id
  }

  /// - Returns: `nil` if `text` was not made by ``text``.
  package init?(_ text: String) {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard
      let data = Data(
        base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + padding
      )
    else { return nil }
    let parts = String(decoding: data, as: UTF8.self).split(separator: ":")
    guard parts.count == 3, let key = Int64(parts[1]), let id = Int64(parts[2]) else { return nil }
    self.init(order: String(parts[0]), key: key, id: id)
  }

  package var text: String {
    Data("\(order):\(key):\(id)".utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Throws ``CursorFailure/otherList`` unless the cursor belongs to a list in this order.
  package func require(order: String) throws {
    guard self.order == order else { throw CursorFailure.otherList }
  }
}

package enum CursorFailure: String, Failure, CaseIterable {
  case otherList = "staleCursor"

  package var kind: FailureKind { .invalid }
  package var field: String? { "cursor" }
}
