import HTTPTypes
import ServiceDesk
import Storage

extension ChatRoutes {
  /// Agents' pictures: without a token, since browsers fetch images without one.
  var pictureRoutes: [ChatRoute] {
    [
      ChatRoute(
        Operation(
          .get,
          "/pictures/{account}/{hash}",
          "showPicture",
          "An agent's picture",
          scopes: [],
          success: .bytes
        ) { call in
          let account: ID<Account> = try call.id("account", absent: .noSuchAttachment)
          guard let hash = call.path["hash"].flatMap({ BlobHash(sqlValue: .text($0)) }) else {
            throw AccessFailure.noSuchAttachment
          }
          let (file, bytes) = try await call.desk.picture(hash, of: account)
          return .file(bytes: bytes, name: file.name.text, type: file.type.text)
        },
        isOpen: true,
        isForEver: true
      )
    ]
  }

  static func path(ofPicture hash: BlobHash, in account: ID<Account>) -> String {
    "\(root)/pictures/\(account)/\(hash)"
  }
}
