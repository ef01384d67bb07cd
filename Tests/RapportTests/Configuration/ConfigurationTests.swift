import Foundation
import Logging
import Testing

@testable import rapport

@Suite struct ConfigurationTests {
  func resolve(
    _ options: [String: String] = [:],
    environment: [String: String] = [:],
    file: String? = nil
  ) throws -> Configuration {
    guard let file else { return try .resolve(options: options, environment: environment) }
    return try withTemporaryFile(file) { path in
      try .resolve(
        options: options.merging(["config": path]) { $1 },
        environment: environment
      )
    }
  }

  @Test func `with nothing set the defaults hold`() throws {
    let configuration = try resolve()

    #expect(configuration.host == "127.0.0.1")
    #expect(configuration.port == 8080)
    #expect(configuration.data.lastPathComponent == "data")
    #expect(configuration.database == .sqlite)
    #expect(configuration.databaseConnections == 8)
    #expect(configuration.tls == nil)
    #expect(configuration.trustedProxies == [])
    #expect(configuration.publicURL == nil)
    #expect(configuration.logLevel == .info)
    #expect(configuration.logFormat == .text)
  }

  @Test func `the command line comes before the environment, and that before the file`() throws {
    let file = "port: 1\nhost: file\nlog-level: debug\n"
    let environment = ["RAPPORT_PORT": "2", "RAPPORT_HOST": "environment"]

    let configuration = try resolve(["port": "3"], environment: environment, file: file)

    #expect(configuration.port == 3)
    #expect(configuration.host == "environment")
    #expect(configuration.logLevel == .debug)
  }

  @Test func `the environment can name the file`() throws {
    let configuration = try withTemporaryFile("port: 81") { path in
      try resolve(environment: ["RAPPORT_CONFIG": path])
    }
    #expect(configuration.port == 81)
  }

  @Test func `an empty value takes back what the file says`() throws {
    let file = "public-url: https://help.example.com\ntrusted-proxies: 10.0.0.1"
    let environment = ["RAPPORT_PUBLIC_URL": "", "RAPPORT_TRUSTED_PROXIES": ""]

    let configuration = try resolve(environment: environment, file: file)

    #expect(configuration.publicURL == nil)
    #expect(configuration.trustedProxies == [])
  }

  @Test(arguments: ["", "# nothing yet\n", "~"])
  func `a file may be empty`(text: String) throws {
    #expect(try resolve(file: text).port == 8080)
  }

  @Test(arguments: [
    "trusted-proxies: 10.0.0.0/8, ::1",
    "trusted-proxies: [10.0.0.0/8, \"::1\"]",
    "trusted-proxies:\n  - 10.0.0.0/8\n  - ::1\n",
  ])
  func `a list is written as YAML's or with commas`(text: String) throws {
    let networks = try resolve(file: text).trustedProxies
    #expect(networks == [IPNetwork("10.0.0.0/8"), IPNetwork("::1")])
  }

  @Test(arguments: [("port", "0"), ("port", "65535"), ("database-connections", "1")])
  func `numbers at their limits are taken`(name: String, value: String) throws {
    _ = try resolve([name: value])
  }

  @Test(arguments: [
    ("host", ""),
    ("host", "two words"),
    ("port", "-1"),
    ("port", "65536"),
    ("port", "80a80"),
    ("port", ""),
    ("data", ""),
    ("database-connections", "0"),
    ("database-connections", "101"),
    ("tls-certificate", "/nowhere/at.all"),
    ("tls-key", "/"),
    ("trusted-proxies", "10.0.0.0/33"),
    ("trusted-proxies", "10.0.0.1,,10.0.0.2"),
    ("public-url", "ftp://help.example.com"),
    ("public-url", "help.example.com"),
    ("public-url", "https://"),
    ("public-url", "https://me:word@help.example.com"),
    ("public-url", "https://help.example.com/?q"),
    ("log-level", "loud"),
    ("log-format", "xml"),
    ("config", "/nowhere/at.all"),
  ])
  func `a wrong value is refused with its name`(name: String, value: String) throws {
    let failure = #expect(throws: ConfigurationFailure.self) { try resolve([name: value]) }
    let faults = try #require(failure?.faults)

    #expect(faults.count == 1)
    guard case .wrongValue(name, .option(name), value, _) = faults.first else {
      Issue.record("\(faults)")
      return
    }
  }

  @Test func `a message says where, what and what would be right`() {
    let failure = #expect(throws: ConfigurationFailure.self) {
      try resolve(environment: ["RAPPORT_PORT": "80a80"])
    }
    #expect(
      failure?.faults.map(\.description) == [
        """
        port (from RAPPORT_PORT): found "80a80"; a whole number from 0 to 65535 is needed
        """
      ]
    )
  }

  @Test func `all faults are reported at once`() {
    let failure = #expect(throws: ConfigurationFailure.self) {
      try resolve(
        ["port": "x"],
        environment: ["RAPPORT_LOG_LEVEL": "loud"],
        file: "database-connections: [1]\nprot: 1\n"
      )
    }
    let message = failure?.description ?? ""

    #expect(failure?.faults.count == 4)
    #expect(message.contains(#"port (from --port): found "x""#))
    #expect(message.contains(#"log-level (from RAPPORT_LOG_LEVEL): found "loud""#))
    #expect(message.contains(#"line 1): found "[1]"; a whole number from 1 to 100 is needed"#))
    #expect(message.contains(#"line 2) is no setting; the nearest one is port"#))
  }

  @Test(arguments: [("tls-key", "tls-certificate"), ("tls-certificate", "tls-key")])
  func `half of a pair for TLS is refused`(given: String, missing: String) throws {
    let expected = ConfigurationFault.missingPartner(setting: missing, of: given)
    #expect(throws: ConfigurationFailure(faults: [expected])) {
      try withTemporaryFile("-----BEGIN") { path in try resolve([given: path]) }
    }
  }

  @Test func `both files together turn TLS on`() throws {
    try withTemporaryFile("-----BEGIN") { path in
      let tls = try resolve(["tls-certificate": path, "tls-key": path]).tls
      #expect(tls == .init(certificate: path, key: path))
    }
  }

  @Test(arguments: [
    ("- port\n", 1),
    ("port: 1\nhost: a: b\n", 2),
    ("port: 1\nport: 2\n", 1),
  ])
  func `a file that is no list of settings is refused with the line`(text: String, line: Int) throws
  {
    let failure = #expect(throws: ConfigurationFailure.self) { try resolve(file: text) }
    guard case .unusableFile(_, line, _) = try #require(failure?.faults.first) else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `a file over the limit is not read`() throws {
    let comment = "# a comment of 24 bytes\n"
    let fitting = String(repeating: comment, count: SettingsFile.sizeLimit / comment.utf8.count)
    #expect(try resolve(file: fitting).port == 8080)
    #expect(throws: ConfigurationFailure.self) { try resolve(file: fitting + comment) }
  }

  @Test(arguments: [
    "mysql://rapport:hush@db/x",
    "postgres://rapport:hu/hush@db/x",
    "postgres://rapport:1/hush@db/x",
    "postgres:hush",
  ])
  func `no message tells a database's password`(address: String) throws {
    let failures = [
      #expect(throws: ConfigurationFailure.self) { try resolve(["database": address]) },
      #expect(throws: ConfigurationFailure.self) { try resolve(file: "database: \(address)") },
      #expect(throws: ConfigurationFailure.self) { try resolve(file: "database: [\(address)]") },
      #expect(throws: ConfigurationFailure.self) { try resolve(file: "database: \(address): x") },
    ]
    for failure in failures {
      let message = try #require(failure).description
      #expect(message.contains("database") || message.contains("line 1"))
      #expect(!message.contains("hush"))
    }
  }

  @Test func `a configuration can be printed without telling the password`() throws {
    let address = "postgres://rapport:hush@db.example.com:5433/desk?sslpassword=hush"
    let configuration = try resolve(["database": address])
    var dumped = ""
    dump(configuration, to: &dumped)

    #expect("\(configuration)".contains("postgres://rapport@db.example.com:5433/desk"))
    #expect(!"\(configuration)\(dumped)".contains("hush"))
    guard case .postgres(let database) = configuration.database else {
      Issue.record("no PostgreSQL")
      return
    }
    #expect(database.connectionString == address)
  }
}
