import Foundation
package import Storage

/// A time zone by its name in the IANA database, as in `Europe/Athens`.
package struct TimeZoneName: Sendable, Hashable, SQLConvertible {
  package let text: String

  /// - Throws: ``TimeZoneFailure/unknown`` for a name that the machine does not know, and for
  ///   offsets and abbreviations, which know no summer time.
  package init(_ text: String) throws(TimeZoneFailure) {
    guard text.utf8.count <= 64, text == "UTC" || text.contains("/"),
      TimeZone(identifier: text) != nil
    else { throw .unknown }
    self.text = text
  }

  /// The names that the machine knows and that are allowed, in order.
  package static let all = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }.sorted()

  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(text) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self.text = text
  }
}

package enum TimeZoneFailure: String, Failure, CaseIterable {
  case unknown = "noSuchTimeZone"

  package var kind: FailureKind { .invalid }
  package var field: String? { "timeZone" }
}
