import ArgumentParser
import Channels
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceDesk
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// Runs everything: pages, API, jobs.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run everything: pages, API, jobs.")

  @OptionGroup var storage: StorageOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let (configuration, logger) = try storage.configure(with: server.given)
    do {
      raiseDescriptorLimit()
      let installation = try Installation.open(configuration, logger: logger)
      try await installation.migrate()
      let lease = try await NodeLease.acquire(
        in: installation.database,
        now: Timestamp.systemClock
      )
      do {
        try await serve(installation, lease: lease)
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        throw OperationFailure(
          "cannot listen on \(configuration.host), port \(configuration.port): something else "
            + "does already; choose another --port"
        )
      }
      await installation.database.close()
      logger.notice("stopped")
    } catch {
      throw OperationFailure(explaining: error)
    }
  }

  private func serve(_ installation: Installation, lease: NodeLease) async throws {
    let desk = installation.desk(ids: lease.ids, reader: try installation.textReader())
    let tail = EventTail(database: desk.database)
    let setup = SetupLink(isNeeded: try await !desk.hasAccounts())
    let live = Live(desk: desk, tail: tail)
    let mailOptions = MailWireOptions(
      certificateAuthorities: installation.configuration.mailCertificates
    )
    let address = installation.configuration.address()
    let mail = MailChannel(
      desk: desk,
      writer: MailWriter(
        desk: desk,
        markup: { MailPages.body($0, files: $1, contentID: $2) },
        words: { MailPages.words(of: $0, address: address) }
      ),
      options: mailOptions,
      logger: installation.logger
    )
    let background = Background(desk: desk, mail: mail, logger: installation.logger)
    let app = try Application(
      router: Site(
        desk: desk,
        tail: tail,
        live: live,
        setup: setup,
        mail: mail.reader,
        mailOptions: mailOptions,
        surroundings: surroundings(installation)
      ).router,
      server: httpServer(installation.configuration),
      configuration: ApplicationConfiguration(
        address: .hostname(installation.configuration.host, port: installation.configuration.port),
        serverName: "Rapport"
      ),
      onServerRunning: { channel in
        announce(port: channel.localAddress?.port, setup: setup, installation.configuration)
      },
      logger: installation.logger
    )
    // Stopped from the end: first live streams are let go, then requests finish, then the work
    // behind them, and the node number is given back last.
    let services: [any Service] =
      [BackgroundService(run: lease.run)] + background.services + [
        BackgroundService(run: live.readMarks.run), app, BackgroundService(run: live.feeds.run),
        BackgroundService(run: tail.run),
      ]
    var configuration = ServiceGroupConfiguration(
      services: services,
      gracefulShutdownSignals: [.sigterm, .sigint],
      logger: installation.logger
    )
    configuration.maximumGracefulShutdownDuration = .seconds(9)
    try await ServiceGroup(configuration: configuration).run()
  }

  private func surroundings(_ installation: Installation) -> Site.Surroundings {
    let configuration = installation.configuration
    let proxies = configuration.trustedProxies
    return Site.Surroundings(
      isEncrypted: configuration.tls != nil,
      isTrustedProxy: { text in
        guard let address = IPAddress(text) else { return false }
        return proxies.contains { $0.contains(address) }
      },
      publicAddress: configuration.publicURL?.absoluteString,
      mailAddress: configuration.address()
    )
  }

  private func httpServer(_ configuration: Configuration) throws -> HTTPServerBuilder {
    guard let tls = configuration.tls else { return .http1() }
    return try .tls(
      tlsConfiguration: .makeServerConfiguration(
        certificateChain: NIOSSLCertificate.fromPEMFile(tls.certificate)
          .map { .certificate($0) },
        privateKey: .privateKey(NIOSSLPrivateKey(file: tls.key, format: .pem))
      )
    )
  }
}

/// Tells the operator on standard output where the program can be reached, and where it can be
/// set up as long as nobody has.
private func announce(port: Int?, setup: SetupLink, _ configuration: Configuration) {
  let address = configuration.address(port: port)
  var lines = "Rapport listens on \(address)\n"
  if let path = setup.path { lines += "Set it up, once, at \(address)\(path)\n" }
  // Not through `print`, which would keep the lines back where the output is no terminal.
  FileHandle.standardOutput.write(Data(lines.utf8))
}

extension Configuration {
  /// Where the program is reached, without a slash at the end; at `port`, where the system has
  /// chosen one.
  fileprivate func address(port: Int? = nil) -> String {
    let scheme = tls == nil ? "http" : "https"
    let host = host.contains(":") ? "[\(host)]" : host
    let text = publicURL?.absoluteString ?? "\(scheme)://\(host):\(port ?? self.port)"
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}

/// Allows as many connections as the system lets the program have.
private func raiseDescriptorLimit() {
  var limit = rlimit()
  guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
  limit.rlim_cur = limit.rlim_max
  setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
}
