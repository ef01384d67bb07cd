import CPostgreSQL

/// A type of PostgreSQL whose values can be read.
enum PostgresColumnType {
  case void, bool, int2, int4, int8, float4, float8, text, bytea

  /// Takes the number of the type in `pg_type`, the same on every server.
  init?(oid: Oid) {
    switch oid {
    case 16: self = .bool
    case 17: self = .bytea
    case 20: self = .int8
    case 21: self = .int2
    case 23: self = .int4
    // "char", name, text, unknown, character(n), character varying
    case 18, 19, 25, 705, 1042, 1043: self = .text
    case 700: self = .float4
    case 701: self = .float8
    case 2278: self = .void
    default: return nil
    }
  }

  /// Reads a value that is not null from its binary form.
  func decode(_ bytes: UnsafeRawBufferPointer) -> SQLValue {
    switch self {
    case .void: .null
    case .bool: .integer(bytes.first == 0 ? 0 : 1)
    case .int2: .integer(Int64(integer(bytes, Int16.self)))
    case .int4: .integer(Int64(integer(bytes, Int32.self)))
    case .int8: .integer(integer(bytes, Int64.self))
    case .float4: .real(Double(Float(bitPattern: integer(bytes, UInt32.self))))
    case .float8: .real(Double(bitPattern: integer(bytes, UInt64.self)))
    case .text: .text(String(decoding: bytes, as: UTF8.self))
    case .bytea: .blob(Array(bytes))
    }
  }

  private func integer<T: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, _: T.Type) -> T {
    T(bigEndian: bytes.loadUnaligned(as: T.self))
  }
}
