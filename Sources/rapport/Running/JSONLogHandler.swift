import Foundation
import Logging
import Storage
import Web

/// Writes each log entry as one line of JSON to standard error.
struct JSONLogHandler: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var json = JSONWriter()
    json.object { json in
      json.member("at", Timestamp.systemClock())
      json.member("level", event.level.rawValue)
      json.member("message", event.message.description)
      for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
        json.name(key)
        json.value(value.description)
      }
    }
    FileHandle.standardError.write(Data(json.bytes + [UInt8(ascii: "\n")]))
  }
}
