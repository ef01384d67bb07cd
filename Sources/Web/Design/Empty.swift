/// What stands where nothing is yet, and what to do about it.
package struct Empty: Sendable {
  package let icon: Icon
  package let title: String
  package let text: String
  /// A link or button; nothing if there is nothing to do.
  package let action: HTML?

  package init(icon: Icon, title: String, text: String, action: HTML? = nil) {
    self.icon = icon
    self.title = title
    self.text = text
    self.action = action
  }

  package var html: HTML {
    """
    <div class="empty">\(icon.html)
      <p class="title">\(title)</p>
      <p>\(text)</p>
      \(action)
    </div>
    """
  }
}
