import Foundation
import ServiceDesk
import Storage
import Web

/// Why a command could not do its work, in words for the operator.
struct OperationFailure: LocalizedError, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  var errorDescription: String? { description }

  /// Any error, in words.
  init(explaining error: any Error) {
    switch error {
    case let failure as OperationFailure: self = failure
    case let failure as any Failure:
      self.init(Language.english.catalogue.problem(failure.code, status: 422).detail)
    case MigrationFailure.databaseIsNewer(let names):
      self.init(
        "the database was written by a newer Rapport: it has \(names.joined(separator: ", ")), "
          + "which this program does not know. Run that version, or restore a backup."
      )
    case let failure as BackupFailure: self.init(failure.words)
    case let failure as DatabaseFailure: self.init(failure.words)
    default: self.init("\(error)")
    }
  }
}

extension BackupFailure {
  fileprivate var words: String {
    switch self {
    case .fileExists: "the file is there already; a backup does not overwrite: name another"
    case .noSuchFile: "there is no such file"
    case .notABackup: "the file is no backup of Rapport"
    case .databaseInUse:
      "the database has accounts already; restore into an empty one (another --data folder "
        + "or another --database)"
    }
  }
}

extension DatabaseFailure {
  fileprivate var words: String {
    switch self {
    case .overloaded: "the database has too much to do; try again"
    case .busy(let reason): "the database did not answer in time (\(reason)); try again"
    case .unavailable(let reason): "the database cannot be used: \(reason)"
    case .constraint(let reason), .unexpectedValue(let reason): "the database refused: \(reason)"
    case .statement(let code, let message): "the database refused: \(message) (\(code))"
    }
  }
}
