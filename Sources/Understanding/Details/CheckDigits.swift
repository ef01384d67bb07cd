/// The check digits that tell personal numbers from other digits.
enum CheckDigits {
  /// Payment cards: 13 to 19 digits, Luhn (ISO/IEC 7812-1, annex B).
  static func isCard(_ digits: [UInt8]) -> Bool {
    guard (13...19).contains(digits.count), let first = digits.first, first > 0 else {
      return false
    }
    return luhn(digits) && Set(digits).count > 1
  }

  /// Iran's national number: 10 digits, the last one a checksum modulo 11.
  static func isIranianNumber(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10, Set(digits).count > 1 else { return false }
    let sum = (0..<9).reduce(0) { $0 + Int(digits[$1]) * (10 - $1) } % 11
    return Int(digits[9]) == (sum < 2 ? sum : 11 - sum)
  }

  /// Greece's tax number (ΑΦΜ): 9 digits, weights of powers of two, modulo 11 and 10.
  static func isGreekTaxNumber(_ digits: [UInt8]) -> Bool {
    guard digits.count == 9, Set(digits).count > 1 else { return false }
    let sum = (0..<8).reduce(0) { $0 + Int(digits[$1]) << (8 - $1) }
    return Int(digits[8]) == sum % 11 % 10
  }

  /// Greece's social security number (ΑΜΚΑ): a birthday DDMMYY, then five digits, Luhn.
  static func isGreekSocialNumber(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11 else { return false }
    let day = digits[0] * 10 + digits[1]
    let month = digits[2] * 10 + digits[3]
    return (1...31).contains(day) && (1...12).contains(month) && luhn(digits)
  }

  /// IBAN: two letters, two check digits, up to 30 letters and digits, modulo 97 (ISO 13616-1).
  static func isIBAN(_ characters: [UInt8]) -> Bool {
    guard (15...34).contains(characters.count),
      characters[..<2].allSatisfy({ (0x41...0x5A).contains($0) }),
      characters[2..<4].allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    var rest = 0
    for character in characters[4...] + characters[..<4] {
      switch character {
      case 0x30...0x39: rest = (rest * 10 + Int(character - 0x30)) % 97
      case 0x41...0x5A: rest = (rest * 100 + Int(character - 0x37)) % 97
      default: return false
      }
    }
    return rest == 1
  }

  private static func luhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = Int(digit) * 2
      sum += place % 2 == 0 ? Int(digit) : doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }
}
