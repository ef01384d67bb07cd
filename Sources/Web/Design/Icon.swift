/// A drawing of one line weight on a grid of 24, coloured as the text beside it.
package enum Icon: String, Sendable, CaseIterable {
  case inbox, person, people, stack, hourglass, clock, check, shield
  case search, plus, pencil, gear, signOut, menu, panel, back, close, more, chevron, keyboard
  case reply, note, clip, send, template, bold, italic, link, list, code, quote, file, download
  case tag, flag, assign, block, spark, chat, phone, mail, plug, globe, bell, alert, info, undo

  /// Hidden from screen readers: what it says must stand beside it in words.
  package var html: HTML {
    "<svg class=\"icon icon-\(rawValue)\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">\(drawing)</svg>"
  }

  private var drawing: HTML {
    navigation ?? writing ?? matters
  }

  private var navigation: HTML? {
    switch self {
    case .inbox: "<path d=\"M4 13h4l1.5 3h5L16 13h4M4 13l2.5-8h11L20 13v6H4z\"/>"
    case .person:
      "<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4.5 20c.8-4 3.7-6 7.5-6s6.7 2 7.5 6\"/>"
    case .people:
      "<circle cx=\"9\" cy=\"8.5\" r=\"3.5\"/><path d=\"M2.5 19.5c.6-3.5 3-5.5 6.5-5.5s5.9 2 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.7c1.9.8 3.1 2.4 3.5 4.8\"/>"
    case .stack: "<path d=\"M12 4l8 4.5-8 4.5-8-4.5zM4 12.5l8 4.5 8-4.5M4 16l8 4.5 8-4.5\"/>"
    case .hourglass:
      "<path d=\"M7 4h10M7 20h10M8 4c0 4 4 5.5 4 8s-4 4-4 8M16 4c0 4-4 5.5-4 8s4 4 4 8\"/>"
    case .clock: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7.5V12l3 2\"/>"
    case .check: "<path d=\"M5 12.5l4.5 4.5L19 7.5\"/>"
    case .shield:
      "<path d=\"M12 3.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6zM9 9.5l6 5M15 9.5l-6 5\"/>"
    case .search: "<circle cx=\"11\" cy=\"11\" r=\"6.5\"/><path d=\"M16 16l4.5 4.5\"/>"
    case .plus: "<path d=\"M12 5v14M5 12h14\"/>"
    case .gear:
      "<circle cx=\"12\" cy=\"12\" r=\"3\"/><path d=\"M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2.1 2.1M15.9 15.9L18 18M18 6l-2.1 2.1M8.1 15.9L6 18\"/>"
    case .signOut: "<path d=\"M10 4H5v16h5M15 8l4 4-4 4M19 12H9.5\"/>"
    case .menu: "<path d=\"M4 7h16M4 12h16M4 17h16\"/>"
    case .panel: "<path d=\"M4 5h16v14H4zM14.5 5v14\"/>"
    case .back: "<path d=\"M14.5 5.5L8 12l6.5 6.5\"/>"
    case .close: "<path d=\"M6 6l12 12M18 6L6 18\"/>"
    case .more:
      "<circle cx=\"5.5\" cy=\"12\" r=\"1\"/><circle cx=\"12\" cy=\"12\" r=\"1\"/><circle cx=\"18.5\" cy=\"12\" r=\"1\"/>"
    case .chevron: "<path d=\"M7 10l5 5 5-5\"/>"
    case .keyboard:
      "<path d=\"M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M13.5 10h.01M17 10h.01M7.5 14h9\"/>"
    default: nil
    }
  }

  private var writing: HTML? {
    switch self {
    case .pencil: "<path d=\"M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5L17.5 10\"/>"
    case .reply: "<path d=\"M9.5 6L4 11.5 9.5 17M4 11.5h9c4 0 6.5 2 7 6.5\"/>"
    case .note: "<path d=\"M5 4h14v10.5L13.5 20H5zM13.5 20v-5.5H19\"/>"
    case .clip:
      "<path d=\"M19.5 11.5l-7.3 7.3a4.6 4.6 0 0 1-6.5-6.5l7.8-7.8a3.1 3.1 0 0 1 4.4 4.4l-7.7 7.7a1.5 1.5 0 0 1-2.2-2.2l7-7\"/>"
    case .send: "<path d=\"M4 12l16-7.5L14.5 20 11.5 13zM11.5 13L20 4.5\"/>"
    case .template: "<path d=\"M5 4h14v16H5zM8.5 9h7M8.5 12.5h7M8.5 16h4\"/>"
    case .bold: "<path d=\"M7.5 5h5.5a3.5 3.5 0 0 1 0 7H7.5zM7.5 12h6.5a3.5 3.5 0 0 1 0 7H7.5z\"/>"
    case .italic: "<path d=\"M10 5h7M7 19h7M14 5l-4 14\"/>"
    case .link:
      "<path d=\"M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5\"/>"
    case .list: "<path d=\"M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01\"/>"
    case .code: "<path d=\"M8.5 7L3.5 12l5 5M15.5 7l5 5-5 5\"/>"
    case .quote: "<path d=\"M5 5v14M9.5 8h10M9.5 12h10M9.5 16h6\"/>"
    case .file: "<path d=\"M6 3.5h8L18.5 8v12.5H6zM14 3.5V8h4.5\"/>"
    case .download: "<path d=\"M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14\"/>"
    default: nil
    }
  }

  private var matters: HTML {
    switch self {
    case .tag: "<path d=\"M4 4h8l8.5 8.5-8 8L4 12zM8.5 8.5h.01\"/>"
    case .flag: "<path d=\"M6 21V4M6 4.5h12l-2.5 4.5 2.5 4.5H6\"/>"
    case .assign:
      "<circle cx=\"10\" cy=\"8\" r=\"4\"/><path d=\"M3 20c.7-4 3.3-6 7-6 1.2 0 2.3.2 3.2.6M18 14v6M15 17h6\"/>"
    case .block: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M6 6l12 12\"/>"
    case .spark: "<path d=\"M12 3.5l2 6.5 6.5 2-6.5 2-2 6.5-2-6.5-6.5-2 6.5-2z\"/>"
    case .chat: "<path d=\"M4 5h16v11h-8.5L7 20v-4H4z\"/>"
    case .phone:
      "<path d=\"M5 4h4l1.5 5-2.3 1.5a11 11 0 0 0 5.3 5.3L15 13.5l5 1.5v4c0 .8-.7 1.5-1.5 1.5C10.5 20.5 3.5 13.5 3.5 5.5 3.5 4.7 4.2 4 5 4z\"/>"
    case .mail: "<path d=\"M3.5 5.5h17v13h-17zM3.5 7l8.5 6 8.5-6\"/>"
    case .plug: "<path d=\"M9 3.5V8M15 3.5V8M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v3.5\"/>"
    case .globe:
      "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17\"/>"
    case .bell: "<path d=\"M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4\"/>"
    case .alert: "<path d=\"M12 4l9 16H3zM12 10v4.5M12 17.3h.01\"/>"
    case .undo: "<path d=\"M8.5 5L4 9.5 8.5 14M4 9.5h10a5 5 0 0 1 0 10h-3\"/>"
    default: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 11v5.5M12 7.8h.01\"/>"
    }
  }
}
