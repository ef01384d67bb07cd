package import ServiceDesk
import Storage

/// What is told at once to all who look: desks, chats, and who has read how far.
package struct Live: Sendable {
  package let feeds: DeskFeeds
  package let readMarks: ReadMarks
  package let chat: ChatRoutes

  package init(desk: Desk, tail: EventTail) {
    let database = desk.database
    feeds = DeskFeeds(desk: desk, tail: tail)
    readMarks = ReadMarks(database: database) { mark in
      database.whisper(
        LiveWhisper.read(mark.reader.side, mark.conversation, upTo: mark.message, mark.account)
      )
    }
    chat = ChatRoutes(
      desk: desk,
      limiter: RateLimiter(now: desk.now),
      readMarks: readMarks,
      stream: ChatStream(desk: desk, tail: tail, hub: feeds.hub),
      onTyping: { account, conversation in
        database.whisper(LiveWhisper.customerTypes(conversation, account))
      }
    )
  }
}
