// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
  name: "HummingbirdTesting",
  package: "hummingbird"
)
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle",
  package: "swift-service-lifecycle"
)
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let unixSignals = Target.Dependency.product(
  name: "UnixSignals",
  package: "swift-service-lifecycle"
)
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "rapport",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "rapport", targets: ["rapport"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird",
      exact: "2.28.1",
      traits: []
    ),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl"),
    .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0"),
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo"),
    .systemLibrary(name: "CMarkdown"),
    .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq"),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium"),
    .systemLibrary(name: "CStemmer"),
    .target(name: "Text", dependencies: ["CStemmer"], swiftSettings: strict),
    .target(
      name: "Mail",
      dependencies: ["CGMime", "CGumbo", "Text", crypto],
      swiftSettings: strict
    ),
    .target(name: "Understanding", dependencies: ["Text"], swiftSettings: strict),
    .target(
      name: "Storage",
      dependencies: ["CPostgreSQL", "Text", crypto, grdb, grdbSQLite, logging],
      swiftSettings: strict
    ),
    .target(
      name: "ServiceDesk",
      dependencies: ["CSodium", "Storage", "Text", "Understanding", crypto, logging, mustache],
      swiftSettings: strict
    ),
    .target(
      name: "Channels",
      dependencies: [
        "CCurl", "Mail", "ServiceDesk", "Storage", crypto, lifecycle, logging, mustache,
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Web",
      dependencies: [
        "CMarkdown", "Channels", "Mail", "ServiceDesk", "Storage", "Understanding", crypto,
        httpTypes, hummingbird, lifecycle, logging, nio,
      ],
      resources: [.copy("Assets")],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "rapport",
      dependencies: [
        "Channels", "Mail", "ServiceDesk", "Storage", "Understanding", "Web", argumentParser,
        crypto, hummingbird, hummingbirdCore, hummingbirdTLS, lifecycle, logging, nio, nioSSL,
        unixSignals, yams,
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "bench-limits",
      dependencies: [argumentParser, grdb, hummingbird, nio],
      path: "Benchmarks/ground/Limits",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "bench-live",
      dependencies: [argumentParser, nio, nioPosix],
      path: "Benchmarks/live/Clients",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "bench-mail-parse",
      dependencies: ["Mail", argumentParser],
      path: "Benchmarks/mail/Parser",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "bench-mail-store",
      dependencies: ["Channels", "ServiceDesk", "Storage", argumentParser, crypto, logging],
      path: "Benchmarks/mail/Store",
      swiftSettings: strict
    ),
    .target(
      name: "TestSupport",
      dependencies: ["ServiceDesk", "Storage", crypto, logging],
      swiftSettings: strict
    ),
    .testTarget(name: "TextTests", dependencies: ["Text"], swiftSettings: strict),
    .testTarget(name: "MailTests", dependencies: ["Mail"], swiftSettings: strict),
    .testTarget(
      name: "UnderstandingTests",
      dependencies: ["Text", "Understanding"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ChannelsTests",
      dependencies: ["Channels", "Mail", "ServiceDesk", "Storage", "TestSupport", logging],
      swiftSettings: strict
    ),
    .testTarget(
      name: "StorageTests",
      dependencies: ["ServiceDesk", "Storage", "TestSupport", "Text", logging],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ServiceDeskTests",
      dependencies: ["ServiceDesk", "Storage", "TestSupport", "Understanding", logging],
      swiftSettings: strict
    ),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "ServiceDesk", "Storage", "TestSupport", "Understanding", "Web", crypto, httpTypes,
        hummingbird, hummingbirdTesting, logging, nio, nioEmbedded, nioPosix,
      ],
      exclude: [
        "API/Snapshots", "Accounts/Snapshots", "Chat/Snapshots", "Desk/Snapshots",
        "Mail/Snapshots", "Mailboxes/Snapshots", "Settings/Snapshots", "Setup/Snapshots",
        "Start/Snapshots", "Tracking/Snapshots",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "RapportTests",
      dependencies: ["Understanding", "rapport", argumentParser, logging],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
