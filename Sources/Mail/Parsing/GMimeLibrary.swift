import CGMime

/// The library that takes MIME apart.
enum GMimeLibrary {
  private static let started: Void = {
    g_mime_init()
    cgmime_leave_messages_whole()
  }()

  /// Must come before every other call; does something once only.
  static func start() { started }
}
