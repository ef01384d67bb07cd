import ArgumentParser
import Foundation
import Logging
import ServiceDesk
import Storage

extension StorageOptions {
  /// Settles the configuration and has logs written as it says, to standard error.
  func configure(with others: [String: String] = [:]) throws -> (Configuration, Logger) {
    let configuration = try Configuration.resolve(
      options: given.merging(others) { $1 },
      environment: ProcessInfo.processInfo.environment
    )
    let format = configuration.logFormat
    LoggingSystem.bootstrap { label in
      switch format {
      case .text: StreamLogHandler.standardError(label: label)
      case .json: JSONLogHandler()
      }
    }
    var logger = Logger(label: "rapport")
    logger.logLevel = configuration.logLevel
    return (configuration, logger)
  }

  /// Opens the database for one command and closes it after.
  func withInstallation<T>(_ body: (Installation) async throws -> T) async throws -> T {
    let (configuration, logger) = try configure()
    do {
      let installation = try Installation.open(configuration, logger: logger)
      do {
        let value = try await body(installation)
        await installation.database.close()
        return value
      } catch {
        await installation.database.close()
        throw error
      }
    } catch let exit as ExitCode {
      throw exit
    } catch {
      throw OperationFailure(explaining: error)
    }
  }

  /// Opens the database, brings its schema up to date, and lends a desk to one command.
  func withDesk<T>(_ body: (Desk) async throws -> T) async throws -> T {
    try await withInstallation { installation in
      try await installation.migrate()
      let lease = try await NodeLease.acquire(
        in: installation.database,
        now: Timestamp.systemClock
      )
      do {
        let value = try await body(
          installation.desk(ids: lease.ids, reader: installation.textReader())
        )
        try await lease.release()
        return value
      } catch {
        try await lease.release()
        throw error
      }
    }
  }
}
