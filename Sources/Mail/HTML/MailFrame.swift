/// The document in which the HTML of a mail is shown, in a frame of its own.
///
/// Three walls stand between a mail and the desk: the allow-list, this document's policy, and the
/// sandbox of the frame, which runs no scripts.
package enum MailFrame {
  /// For the attribute `sandbox` of the frame.
  ///
  /// The same origin lets the desk measure the content; without scripts nothing inside can use it.
  package static let sandbox = "allow-same-origin allow-popups allow-popups-to-escape-sandbox"

  /// The header `Content-Security-Policy` to serve the document with.
  package static let contentSecurityPolicy = [
    "default-src 'none'", "script-src 'none'", "style-src 'unsafe-inline'", "img-src 'self' data:",
    "form-action 'none'", "base-uri 'none'", "frame-ancestors 'self'", "sandbox " + sandbox,
  ].joined(separator: "; ")

  /// The whole document around what ``SanitisedHTML/showing(images:inline:)`` gave.
  ///
  /// It takes that as it is, so nothing else may be put in.
  package static func document(_ html: String) -> String {
    """
    <!doctype html>
    <html>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="referrer" content="no-referrer">
    <title></title>
    <style>\(styles)</style>
    </head>
    <body dir="auto">\(html)</body>
    </html>

    """
  }

  /// Mails are written for white paper, so a dark desk shows them on it unless they set no colour.
  private static let styles = """
    :root{color-scheme:light dark}\
    html,body{margin:0;padding:0}\
    body{font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere;overflow-x:auto;\
    overflow-y:hidden;display:flow-root}\
    img{max-width:100%}\
    img:not([height]){height:auto}\
    img[data-remote]:not([src]){min-width:16px;min-height:16px;outline:1px dashed GrayText}\
    pre{white-space:pre-wrap}\
    blockquote{margin-inline:0;padding-inline-start:1em;border-inline-start:2px solid GrayText}\
    .fold>summary{cursor:pointer;color:GrayText;inline-size:fit-content}
    """
}
