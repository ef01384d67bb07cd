import Testing

@testable import Understanding

@Suite struct CheckDigitTests {
  private func digits(_ text: String) -> [UInt8] { text.utf8.map { $0 - 0x30 } }

  @Test(arguments: ["4111111111111111", "5500005555555559"])
  func `a card's number has the right check digit`(number: String) {
    #expect(CheckDigits.isCard(digits(number)))
    #expect(!CheckDigits.isCard(digits(String(number.dropLast()) + "0")))
  }

  @Test func `an IBAN has the right check digits`() {
    #expect(CheckDigits.isIBAN(Array("GR1601101250000000012300695".utf8)))
    #expect(!CheckDigits.isIBAN(Array("GR1701101250000000012300695".utf8)))
  }

  @Test func `national numbers have the right check digit`() {
    #expect(CheckDigits.isIranianNumber(digits("0499370899")))
    #expect(!CheckDigits.isIranianNumber(digits("0499370898")))
    #expect(CheckDigits.isGreekTaxNumber(digits("123456783")))
    #expect(!CheckDigits.isGreekTaxNumber(digits("123456784")))
    #expect(CheckDigits.isGreekSocialNumber(digits("01018012344")) == luhn("01018012344"))
  }

  private func luhn(_ text: String) -> Bool {
    let values = text.utf8.reversed().enumerated().map { place, byte in
      let digit = Int(byte - 0x30) * (place % 2 == 0 ? 1 : 2)
      return digit > 9 ? digit - 9 : digit
    }
    return values.reduce(0, +) % 10 == 0
  }
}
