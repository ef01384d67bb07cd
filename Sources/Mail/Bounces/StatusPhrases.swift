/// What servers say instead of a status code.
enum StatusPhrases {
  /// A status whose class depends on the server's reply.
  struct Status {
    /// Without a reply: permanent or not.
    var `default`: String
    /// Subject and detail: `.1.1`.
    var rest: String
  }

  /// In the order in which they decide.
  static let all: [(Status, PhraseSet)] =
    ([
      (
        Status(default: "5", rest: ".2.2"),
        [
          "mailbox full", "mailbox is full", "over quota", "quota exceeded",
          "exceeded the local limit",
          "exceeds allowed size", "mailbox exceeded", "storage allocation", "insufficient storage",
          "out of storage", "overquota", "not enough storage space",
        ]
      ),
      (
        Status(default: "5", rest: ".1.1"),
        [
          "user unknown", "unknown user", "no such user", "no mailbox here", "does not exist",
          "unknown recipient", "recipient name is not recognized", "invalid address",
          "no such recipient", "recipnotfound", "invalid recipient", "mailbox unavailable",
          "mailbox not found", "unrouteable address", "address couldn't be found", "not listed in",
          "user not known", "unknown address", "no such mailbox", "recipient not found",
          "malformed address", "possibly incorrect", "unknown local part", "no such address",
        ]
      ),
      (
        Status(default: "5", rest: ".2.1"),
        ["account is disabled", "mailbox disabled", "account disabled", "account that you tried"]
      ),
      (
        Status(default: "5", rest: ".1.2"),
        [
          "host unknown", "host not found", "domain not found", "unknown host", "no such domain",
          "name lookup failure", "could not find a gateway", "couldn't find any host",
          "couldn't find a mail exchanger",
        ]
      ),
      (Status(default: "5", rest: ".3.4"), ["too large", "size limit", "message size exceeds"]),
      (
        Status(default: "4", rest: ".4.7"),
        [
          "expired", "queue too long", "retry timeout", "giving up", "could not send message for",
          "cannot send message for", "still undelivered", "delivery time expired",
        ]
      ),
      (
        Status(default: "4", rest: ".4.1"),
        [
          "timed out", "connection refused", "network error", "no route to host", "deferred",
          "establish an smtp connection", "unable to connect",
        ]
      ),
      (
        Status(default: "5", rest: ".7.1"),
        [
          "relay", "spam", "blocked", "blacklist", "denied", "rejected", "not permitted", "policy",
          "refused", "not allowed", "restricted",
        ]
      ),
    ] as [(Status, [String])]).map { ($0, PhraseSet($1)) }
}
