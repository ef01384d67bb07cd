package import Logging
package import ServiceDesk
package import Storage

/// The mail channel of a node, put together: what fetches, reads and sends.
package struct MailChannel: Sendable {
  package let reader: MailReader
  package let fetcher: MailFetcher
  package let writer: MailWriter
  /// For the node's jobs.
  package let handlers: [any JobHandler]

  package init(desk: Desk, writer: MailWriter, options: MailWireOptions, logger: Logger) {
    reader = MailReader(desk: desk, logger: logger)
    fetcher = MailFetcher(desk: desk, reader: reader, options: options, logger: logger)
    self.writer = writer
    handlers = [
      ReadMail(reader: reader),
      SendMail(desk: desk, writer: writer, options: options, logger: logger),
    ]
  }
}
