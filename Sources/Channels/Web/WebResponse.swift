/// What a web server answered.
package struct WebResponse: Sendable, Hashable {
  /// As in `200`; whatever it is, the answer is whole.
  package var status: Int

  /// The media type as the server writes it, with its parameters.
  package var type: String?

  package var body: [UInt8]
}
