/// How much a visitor and an address may do with the chat; all its limits stand here.
enum ChatLimits {
  /// New visitors of an address.
  static let admissions = RateLimit(name: "admissions", burst: 10, period: .seconds(60))
  static let messages = RateLimit(name: "messages", burst: 30, period: .seconds(60))
  static let messagesOfAddress = RateLimit(name: "address", burst: 120, period: .seconds(60))
  static let uploads = RateLimit(name: "uploads", burst: 20, period: .seconds(60))
  /// Claims and proofs of identity.
  static let identities = RateLimit(name: "identities", burst: 30, period: .seconds(60))
  /// Signs of typing; what is beyond is passed over in silence.
  static let typing = RateLimit(name: "typing", burst: 30, period: .seconds(60))
  static let reads = RateLimit(name: "reads", burst: 120, period: .seconds(60))
}
