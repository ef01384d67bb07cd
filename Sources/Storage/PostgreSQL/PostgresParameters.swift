import CPostgreSQL

/// The values of one statement in PostgreSQL's binary form.
struct PostgresParameters {
  /// All values one after the other.
  private var bytes: [UInt8] = []
  private var offsets: [Int?] = []
  private var lengths: [Int32] = []
  private var types: [Oid] = []

  init(_ parameters: [SQLParameter]) {
    for parameter in parameters { append(parameter) }
  }

  /// Lends everything in the form that libpq's functions take; valid during the call alone.
  func withPointers<R>(_ body: (Pointers) -> R) -> R {
    bytes.withUnsafeBytes { bytes in
      let values = offsets.map { offset in
        offset.flatMap { bytes.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
      }
      return body(
        Pointers(
          types: types,
          values: values,
          lengths: lengths,
          formats: Array(repeating: 1, count: types.count)
        )
      )
    }
  }

  /// The arguments of `PQprepare` and `PQexecPrepared`.
  struct Pointers {
    let types: [Oid]
    let values: [UnsafePointer<CChar>?]
    let lengths: [Int32]
    let formats: [Int32]

    var count: Int32 { Int32(clamping: types.count) }
  }

  private mutating func append(_ parameter: SQLParameter) {
    types.append(parameter.type.oid)
    let start = bytes.count
    switch parameter.value {
    case .null:
      offsets.append(nil)
      lengths.append(0)
      return
    case .integer(let value): append(value.bigEndian)
    case .real(let value): append(value.bitPattern.bigEndian)
    case .text(let value): bytes += value.utf8
    case .blob(let value): bytes += value
    }
    offsets.append(start)
    lengths.append(Int32(clamping: bytes.count - start))
    // So that an empty value has an address too: libpq takes none for a null.
    bytes.append(0)
  }

  private mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value) { bytes += $0 }
  }
}

extension SQLType {
  /// The number of the type in `pg_type`, the same on every server.
  fileprivate var oid: Oid {
    switch self {
    case .integer: 20
    case .real: 701
    case .text: 25
    case .blob: 17
    }
  }
}
