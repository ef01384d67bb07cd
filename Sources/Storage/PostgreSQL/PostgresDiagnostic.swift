import CPostgreSQL

/// A field of an error report, by the letter that the protocol gives it ("Error and Notice
/// Message Fields" in PostgreSQL's manual); the header's macros are not visible to Swift.
enum PostgresDiagnostic: UInt8 {
  case state = 0x43  // C
  case message = 0x4D  // M
  case function = 0x52  // R
  case constraint = 0x6E  // n

  /// What the failed `result` says in this field, if anything.
  func text(in result: OpaquePointer?) -> String? {
    PQresultErrorField(result, Int32(rawValue)).map { String(cString: $0) }
  }
}
