/// What customers complain of in how a service dealt with them.
package enum Barrier: String, Sendable, CaseIterable {
  /// Answer, help or delivery took too long.
  case slow
  /// Nobody cared or understood how it is for them.
  case noEmpathy = "no_empathy"
  /// A standard text, a script, a bot.
  case canned
  /// Handed from one to another; nobody is in charge.
  case lostContinuity = "lost_continuity"
  /// Sent to another channel, or had to try several.
  case channelHopping = "channel_hopping"
  /// Rude, patronising, flippant.
  case wrongTone = "wrong_tone"
  /// No apology, no admission.
  case noApology = "no_apology"
  /// Had to explain or send the same thing again.
  case repetition
  /// No compensation, refund or repair, or a laughable one.
  case noAmends = "no_amends"
  /// Treated as a number.
  case impersonal
}
