/// Asks web servers, one request after the other, on a thread of its own.
package actor WebClient {
  private let options: WebOptions
  private let thread = BlockingThread(name: "web")

  package init(_ options: WebOptions = WebOptions()) {
    self.options = options
  }

  deinit { thread.end() }

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    thread.asUnownedSerialExecutor()
  }

  /// The server's whole answer, within the request's bounds.
  ///
  /// Neither environment, cookies nor earlier requests have an influence on it.
  package func answer(to request: WebRequest) throws(WebFailure) -> WebResponse {
    try WebTransfer(request, options: options).run()
  }
}
