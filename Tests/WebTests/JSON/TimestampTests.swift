import Storage
import Testing
import Web

/// Times as texts, both ways.
@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (1, "1970-01-01T00:00:00.001Z"),
    (-1, "1969-12-31T23:59:59.999Z"), (-86_400_000, "1969-12-31T00:00:00.000Z"),
    (951_782_400_000, "2000-02-29T00:00:00.000Z"), (951_868_799_999, "2000-02-29T23:59:59.999Z"),
    (951_868_800_000, "2000-03-01T00:00:00.000Z"), (1_709_164_800_000, "2024-02-29T00:00:00.000Z"),
    (4_107_456_000_000, "2100-02-28T00:00:00.000Z"),
    (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
    (1_767_225_599_999, "2025-12-31T23:59:59.999Z"),
    (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
  ])
  func `known times are written and read`(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
    #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    ("2026-11-22T16:58:00Z", 1_795_366_680_000), ("2026-11-22T16:58:00.5Z", 1_795_366_680_500),
    ("2026-11-22T18:58:00+02:00", 1_795_366_680_000),
    ("2026-11-22T20:28:00.000+03:30", 1_795_366_680_000),
    ("2026-11-22T12:58:00-04:00", 1_795_366_680_000),
  ])
  func `any zone and fraction is read`(text: String, milliseconds: Int64) {
    #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "now", "2026-11-22", "2026-11-22T16:58", "2026-11-22T16:58:00", "2026-13-01T00:00:00Z",
    "2026-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-01T25:00:00Z",
    "2026-01-01T00:60:00Z", "2026-01-01T00:00:00Zand more", "x2026-01-01T00:00:00Z",
    "1795366680", "2026-01-01T00:00:00+99:00", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z",
    "2026-01-01T00:00:60Z", "2026-01-01T00:00:00.Z", "２026-01-01T00:00:00Z",
  ])
  func `what is no time is refused`(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test(arguments: 0..<10)
  func `every time reads back`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      // From the year 0 to 9999.
      let time = Timestamp(
        milliseconds: .random(in: -62_167_219_200_000...253_402_300_799_999, using: &random)
      )
      #expect(Timestamp(rfc3339: time.rfc3339) == time, "\(time.rfc3339)")
    }
  }
}
