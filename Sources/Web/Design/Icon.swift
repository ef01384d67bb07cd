/// A drawing of one line weight on a grid of 24, coloured as the text beside it.
package enum Icon: String, Sendable, CaseIterable {
  case inbox, person, people, stack, hourglass, clock, check, shield
  case search, plus, pencil, gear, signOut, menu, panel, back, close, more, chevron, keyboard
  case reply, note, clip, send, template, bold, italic, link, list, code, quote, file, download
  case tag, flag, assign, block, spark, chat, phone, mail, plug, globe, bell, alert, info, undo
  case smile, neutral, frown

  /// Hidden from screen readers: what it says must stand beside it in words.
  package var html: HTML {
    """
    <svg class="icon icon-\(rawValue)" viewBox="0 0 24 24" aria-hidden="true">\
    <path d="\(outline)"/></svg>
    """
  }

  /// The path's data, as SVG has it.
  private var outline: String {
    navigation ?? writing ?? matters
  }

  private var navigation: String? {
    switch self {
    case .inbox: "M4 13h4l1.5 3h5L16 13h4M4 13l2.5-8h11L20 13v6H4z"
    case .person:
      "M8 8a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M4.5 20c.8-4 3.7-6 7.5-6s6.7 2 7.5 6"
    case .people:
      "M5.5 8.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0"
        + "M2.5 19.5c.6-3.5 3-5.5 6.5-5.5s5.9 2 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4"
        + "M18 14.7c1.9.8 3.1 2.4 3.5 4.8"
    case .stack: "M12 4l8 4.5-8 4.5-8-4.5zM4 12.5l8 4.5 8-4.5M4 16l8 4.5 8-4.5"
    case .hourglass:
      "M7 4h10M7 20h10M8 4c0 4 4 5.5 4 8s-4 4-4 8M16 4c0 4-4 5.5-4 8s4 4 4 8"
    case .clock: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7.5V12l3 2"
    case .check: "M5 12.5l4.5 4.5L19 7.5"
    case .shield:
      "M12 3.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6zM9 9.5l6 5M15 9.5l-6 5"
    case .search: "M4.5 11a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0M16 16l4.5 4.5"
    case .plus: "M12 5v14M5 12h14"
    case .gear:
      "M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6"
        + "l2.1 2.1M15.9 15.9L18 18M18 6l-2.1 2.1M8.1 15.9L6 18"
    case .signOut: "M10 4H5v16h5M15 8l4 4-4 4M19 12H9.5"
    case .menu: "M4 7h16M4 12h16M4 17h16"
    case .panel: "M4 5h16v14H4zM14.5 5v14"
    case .back: "M14.5 5.5L8 12l6.5 6.5"
    case .close: "M6 6l12 12M18 6L6 18"
    case .more:
      "M4.5 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M17.5 12"
        + "a1 1 0 1 0 2 0a1 1 0 1 0 -2 0"
    case .chevron: "M7 10l5 5 5-5"
    case .keyboard:
      "M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M13.5 10h.01M17 10h.01M7.5 14h9"
    default: nil
    }
  }

  private var writing: String? {
    switch self {
    case .pencil: "M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5L17.5 10"
    case .reply: "M9.5 6L4 11.5 9.5 17M4 11.5h9c4 0 6.5 2 7 6.5"
    case .note: "M5 4h14v10.5L13.5 20H5zM13.5 20v-5.5H19"
    case .clip:
      "M19.5 11.5l-7.3 7.3a4.6 4.6 0 0 1-6.5-6.5l7.8-7.8a3.1 3.1 0 0 1 4.4 4.4l-7.7 7.7"
        + "a1.5 1.5 0 0 1-2.2-2.2l7-7"
    case .send: "M4 12l16-7.5L14.5 20 11.5 13zM11.5 13L20 4.5"
    case .template: "M5 4h14v16H5zM8.5 9h7M8.5 12.5h7M8.5 16h4"
    case .bold: "M7.5 5h5.5a3.5 3.5 0 0 1 0 7H7.5zM7.5 12h6.5a3.5 3.5 0 0 1 0 7H7.5z"
    case .italic: "M10 5h7M7 19h7M14 5l-4 14"
    case .link:
      "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3"
        + "a4 4 0 0 0 5.7 5.7l1.5-1.5"
    case .list: "M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01"
    case .code: "M8.5 7L3.5 12l5 5M15.5 7l5 5-5 5"
    case .quote: "M5 5v14M9.5 8h10M9.5 12h10M9.5 16h6"
    case .file: "M6 3.5h8L18.5 8v12.5H6zM14 3.5V8h4.5"
    case .download: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14"
    default: nil
    }
  }

  private var matters: String {
    switch self {
    case .tag: "M4 4h8l8.5 8.5-8 8L4 12zM8.5 8.5h.01"
    case .flag: "M6 21V4M6 4.5h12l-2.5 4.5 2.5 4.5H6"
    case .assign:
      "M6 8a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M3 20c.7-4 3.3-6 7-6 1.2 0 2.3.2 3.2.6M18 14v6M15 17h6"
    case .block: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M6 6l12 12"
    case .spark: "M12 3.5l2 6.5 6.5 2-6.5 2-2 6.5-2-6.5-6.5-2 6.5-2z"
    case .chat: "M4 5h16v11h-8.5L7 20v-4H4z"
    case .phone:
      "M5 4h4l1.5 5-2.3 1.5a11 11 0 0 0 5.3 5.3L15 13.5l5 1.5"
        + "v4c0 .8-.7 1.5-1.5 1.5C10.5 20.5 3.5 13.5 3.5 5.5 3.5 4.7 4.2 4 5 4z"
    case .mail: "M3.5 5.5h17v13h-17zM3.5 7l8.5 6 8.5-6"
    case .plug: "M9 3.5V8M15 3.5V8M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v3.5"
    case .globe:
      "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M3.5 12h17M12 3.5c5 5 5 12 0 17"
        + "M12 3.5c-5 5-5 12 0 17"
    case .bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4"
    case .smile:
      "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M8 14c1 2 2.4 3 4 3s3-1 4-3M9 9.5h.01M15 9.5h.01"
    case .neutral:
      "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M8.5 15h7M9 9.5h.01M15 9.5h.01"
    case .frown:
      "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M8 16.5c1-2 2.4-3 4-3s3 1 4 3M9 9.5h.01M15 9.5h.01"
    case .alert: "M12 4l9 16H3zM12 10v4.5M12 17.3h.01"
    case .undo: "M8.5 5L4 9.5 8.5 14M4 9.5h10a5 5 0 0 1 0 10h-3"
    default: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 11v5.5M12 7.8h.01"
    }
  }
}
