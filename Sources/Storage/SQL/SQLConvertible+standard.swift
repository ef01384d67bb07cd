extension Int64: SQLConvertible {
  @inlinable package static var sqlType: SQLType { .integer }
  @inlinable package var sqlValue: SQLValue { .integer(self) }
  @inlinable package init?(sqlValue: SQLValue) {
    guard case .integer(let value) = sqlValue else { return nil }
    self = value
  }
}

extension Int: SQLConvertible {
  @inlinable package static var sqlType: SQLType { .integer }
  @inlinable package var sqlValue: SQLValue { .integer(Int64(self)) }
  @inlinable package init?(sqlValue: SQLValue) {
    guard case .integer(let value) = sqlValue else { return nil }
    self.init(exactly: value)
  }
}

extension Bool: SQLConvertible {
  @inlinable package static var sqlType: SQLType { .integer }
  @inlinable package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
  @inlinable package init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .integer(0): self = false
    case .integer(1): self = true
    default: return nil
    }
  }
}

extension Double: SQLConvertible {
  @inlinable package static var sqlType: SQLType { .real }
  @inlinable package var sqlValue: SQLValue { .real(self) }
  @inlinable package init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .real(let value): self = value
    case .integer(let value): self = Double(value)
    default: return nil
    }
  }
}

extension String: SQLConvertible {
  @inlinable package static var sqlType: SQLType { .text }
  @inlinable package var sqlValue: SQLValue { .text(self) }
  @inlinable package init?(sqlValue: SQLValue) {
    guard case .text(let value) = sqlValue else { return nil }
    self = value
  }
}

extension [UInt8]: SQLConvertible {
  @inlinable package static var sqlType: SQLType { .blob }
  @inlinable package var sqlValue: SQLValue { .blob(self) }
  @inlinable package init?(sqlValue: SQLValue) {
    guard case .blob(let value) = sqlValue else { return nil }
    self = value
  }
}

/// An enumeration stored as its raw text needs only to say that it is ``SQLConvertible``.
extension SQLConvertible where Self: RawRepresentable, RawValue == String {
  @inlinable package static var sqlType: SQLType { .text }
  @inlinable package var sqlValue: SQLValue { .text(rawValue) }
  @inlinable package init?(sqlValue: SQLValue) {
    guard case .text(let value) = sqlValue else { return nil }
    self.init(rawValue: value)
  }
}
