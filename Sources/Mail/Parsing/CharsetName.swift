/// The charset that a mail declares, and what that means in practice.
struct CharsetName {
  /// As iconv calls it.
  let iconvName: String
  var isUnicode: Bool { iconvName == "UTF-8" }
  /// What senders declare without knowing what they send.
  var isWestern: Bool { iconvName == "WINDOWS-1252" }
  /// Whether its bytes are ASCII that mean something else.
  var isSevenBit: Bool {
    iconvName.hasPrefix("ISO-2022") || iconvName == "UTF-7" || iconvName == "HZ"
  }
  /// Whether its units are wider than a byte, so that zeros are part of it.
  var isWide: Bool { iconvName.hasPrefix("UTF-16") || iconvName.hasPrefix("UTF-32") }

  /// `nil` if the name says nothing, or nothing that iconv knows.
  init?(_ declared: String) {
    let name = declared.lowercased().filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0))
    }
    guard !name.isEmpty, !Self.meaningless.contains(name) else { return nil }
    iconvName = Self.actual[name] ?? Self.withoutNoise(name)
    guard Iconv.knows(iconvName) else { return nil }
  }

  private static func withoutNoise(_ name: String) -> String {
    if name.hasPrefix("utf8") { return "UTF-8" }
    if name.hasPrefix("windows") || name.hasPrefix("cp-") {
      return "WINDOWS-" + name.filter(\.isNumber)
    }
    return name.uppercased()
  }

  private static let meaningless: Set = [
    "unknown", "unknown-8bit", "x-unknown", "default", "default_charset", "user-defined",
    "x-user-defined", "none", "8bit", "binary", "charset", "_autodetect", "_autodetect_all",
  ]

  /// Names that stand for more than they say (WHATWG Encoding, 4.2), and old names.
  private static let actual: [String: String] = [
    "utf-8": "UTF-8", "utf_8": "UTF-8", "unicode-1-1-utf-8": "UTF-8", "cp65001": "UTF-8",
    "us-ascii": "WINDOWS-1252", "ascii": "WINDOWS-1252", "ansi_x3.4-1968": "WINDOWS-1252",
    "iso-8859-1": "WINDOWS-1252", "iso8859-1": "WINDOWS-1252", "iso_8859-1": "WINDOWS-1252",
    "iso88591": "WINDOWS-1252", "iso-8859-1-windows-1252": "WINDOWS-1252",
    "latin1": "WINDOWS-1252", "latin-1": "WINDOWS-1252", "cp1252": "WINDOWS-1252",
    "windows-1252": "WINDOWS-1252", "ansi": "WINDOWS-1252", "iso-8859": "WINDOWS-1252",
    "iso-8859-9": "WINDOWS-1254", "iso8859-9": "WINDOWS-1254", "latin5": "WINDOWS-1254",
    "iso-8859-8-i": "ISO-8859-8", "iso-8859-8-e": "ISO-8859-8", "logical": "ISO-8859-8",
    "iso-8859-6-i": "ISO-8859-6", "iso-8859-6-e": "ISO-8859-6",
    "iso-8859-11": "WINDOWS-874", "tis-620": "WINDOWS-874",
    "gb2312": "GB18030", "gbk": "GB18030", "x-gbk": "GB18030", "gb_2312-80": "GB18030",
    "cp936": "GB18030", "ms936": "GB18030", "euc-cn": "GB18030", "gb-2312": "GB18030",
    "big5": "BIG5-HKSCS", "big-5": "BIG5-HKSCS", "x-big5": "BIG5-HKSCS", "cp950": "BIG5-HKSCS",
    "ks_c_5601-1987": "UHC", "ks_c_5601": "UHC", "euc-kr": "UHC", "euc_kr": "UHC",
    "ks_c_5601-1989": "UHC", "ksc5601": "UHC", "ksc_5601": "UHC", "cp949": "UHC",
    "korean": "UHC", "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932",
    "x-sjis": "CP932", "ms_kanji": "CP932", "windows-31j": "CP932", "cp932": "CP932",
    "x-euc-jp": "EUC-JP", "x-eucjp": "EUC-JP", "iso-2022-jp": "ISO-2022-JP-2",
    "iso-2022-jp-ms": "ISO-2022-JP-2", "cp50220": "ISO-2022-JP-2", "jis": "ISO-2022-JP-2",
    "koi8r": "KOI8-R", "koi-8": "KOI8-R", "koi8": "KOI8-R", "unicode-1-1-utf-7": "UTF-7",
    "x-unicode-2-0-utf-7": "UTF-7", "hz-gb-2312": "HZ", "x-mac-roman": "MACINTOSH",
    "macroman": "MACINTOSH", "x-macroman": "MACINTOSH", "x-mac-cyrillic": "MAC-CYRILLIC",
    "x-windows-949": "UHC", "unicode": "UTF-16", "utf-16": "UTF-16",
  ]
}
