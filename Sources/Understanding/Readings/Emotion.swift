/// What the words of a customer show, out of thirteen feelings that matter to a service.
package enum Emotion: String, Sendable, CaseIterable {
  /// Hostility, outrage, blame.
  case anger
  /// Worn out by obstacles, repetition, things that do not work.
  case frustration
  /// Expected better, let down.
  case disappointment
  /// Sorrow, grief, hurt.
  case sadness
  /// Worry or fear of what may happen.
  case anxiety
  /// Does not understand, is lost.
  case confusion
  /// Doubts honesty or reliability, suspects being cheated.
  case distrust
  /// Did not expect it, pleasant or not.
  case surprise
  /// Is or feels known: remembered as a person.
  case familiarity
  /// A burden lifted, the problem over, helped at last.
  case relief
  /// Thanks that are meant; a closing "thanks" in a request is none.
  case gratitude
  /// Attachment to the brand or its people.
  case belonging
  /// Joy, enthusiasm, amusement, love of a product.
  case delight

  /// The five by which customers become loyal.
  package static let loyalty: [Emotion] = [
    .surprise, .familiarity, .relief, .gratitude, .belonging,
  ]

  /// The polarity that it always has towards a company, or `nil` if it may go with any.
  var side: Polarity? {
    switch self {
    case .anger, .frustration, .disappointment, .sadness, .anxiety, .distrust: .negative
    case .familiarity, .relief, .gratitude, .belonging, .delight: .positive
    case .confusion, .surprise: nil
    }
  }
}
