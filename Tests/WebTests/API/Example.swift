import HTTPTypes
import Web

/// A valid request to an operation, but for its path and token.
struct Example: Hashable {
  var query = ""
  var json: String?
  var file: [UInt8]?
  /// Which ids stand in the path, where it is not those that the parameters are called after.
  var path: [String: Ids.Noun] = [:]

  /// The request to `operation`, whose path names `ids`.
  ///
  /// - Returns: `nil` if the path has a parameter that the tests do not know.
  func ask(_ operation: Operation, _ ids: Ids, token: String?) -> Ask? {
    var path = operation.fullPath
    for parameter in operation.pathParameters {
      guard let noun = self.path[parameter] ?? Ids.Noun(rawValue: parameter) else { return nil }
      path = path.replacing("{\(parameter)}", with: ids[noun])
    }
    var ask = Ask(operation.method, query.isEmpty ? path : "\(path)?\(query)", token: token)
    if let json { ask.setJSON(json) }
    if let file { ask.body = file }
    return ask
  }
}

extension Example {
  /// Valid requests to every operation, by its name: together they name an id wherever the
  /// operation takes one.
  static let all: [String: @Sendable (Ids) -> [Example]] = [
    "listConversations": { ids in
      [
        Example(query: "customer=\(ids[.customer])&status=open,resolved&sort=created"),
        Example(query: "team=\(ids[.team])&view=unassigned&limit=5"),
        Example(query: "owner=\(ids[.agent])&sort=due"),
      ]
    },
    "openConversation": { ids in
      [
        Example(
          json: """
            {"customer":{"id":"\(ids[.customer])","email":"maria.new@example.com","name":"M."},\
            "subject":"A second order","text":"Where is <it>?","channel":"phone",\
            "attachments":["\(ids[.attachment])"]}
            """
        )
      ]
    },
    "startConversation": { ids in
      [
        Example(
          json: """
            {"customer":{"id":"\(ids[.customer])"},"subject":"Your order",\
            "text":"**Good news**: it is ready.","attachments":["\(ids[.attachment])"]}
            """
        )
      ]
    },
    "claimConversation": { _ in [Example()] },
    "findConversation": { _ in [Example()] },
    "changeConversation": { _ in
      [
        Example(
          json: """
            {"subject":"Late parcel","priority":"high","labels":["vip","late"],\
            "attributes":{"order":12.5,"gift":true,"shop":"Athens"}}
            """
        )
      ]
    },
    "assignConversation": { ids in
      [
        Example(json: #"{"agent":"\#(ids[.agent])"}"#),
        Example(json: #"{"team":"\#(ids[.team])"}"#),
      ]
    },
    "unassignConversation": { _ in [Example()] },
    "snoozeConversation": { _ in [Example(json: #"{"until":"2027-02-01T09:00:00+02:00"}"#)] },
    "wakeConversation": { _ in [Example()] },
    "resolveConversation": { _ in [Example()] },
    "reopenConversation": { _ in [Example()] },
    "markSpam": { _ in [Example()] },
    "unmarkSpam": { _ in [Example()] },
    "listMessages": { _ in [Example(query: "limit=1")] },
    "addMessage": { ids in
      [
        Example(
          json: #"{"kind":"reply","text":"On its way.","attachments":["\#(ids[.attachment])"]}"#
        )
      ]
    },
    "findAnswer": { _ in [Example(), Example(path: ["conversation": .correspondence])] },
    "takeBackReply": { _ in [Example(path: ["conversation": .correspondence])] },
    "listProposals": { _ in [Example(path: ["conversation": .correspondence])] },
    "acceptProposal": { ids in
      [
        Example(
          json: #"{"conversation":"\#(ids[.conversation])"}"#,
          path: ["conversation": .correspondence]
        )
      ]
    },
    "declineProposals": { _ in [Example(path: ["conversation": .correspondence])] },
    "receiveMessage": { ids in
      [
        Example(
          json: """
            {"customer":{"id":"\(ids[.customer])"},"text":"Hello?","channel":"phone",\
            "attachments":["\(ids[.attachment])"]}
            """
        )
      ]
    },
    "findDrafts": { _ in [Example()] },
    "saveDraft": { _ in [Example(json: #"{"kind":"reply","text":"Dear Maria, "}"#)] },
    "discardDrafts": { _ in [Example()] },
    "listSavedReplies": { _ in [Example()] },
    "fillSavedReplies": { _ in [Example(query: "limit=10")] },
    "addSavedReply": { _ in
      [
        Example(
          json: """
            {"name":"Thanks","text":"Thank you, {{customer.name}}!","language":"en",\
            "shortcut":"thx"}
            """
        )
      ]
    },
    "changeSavedReply": { _ in
      [
        Example(
          json: """
            {"name":"Hello","text":"Hello {{customer.name}}","language":null,"shortcut":null}
            """
        )
      ]
    },
    "removeSavedReply": { _ in [Example()] },
    "uploadFile": { _ in [Example(query: "name=note.txt", file: Array("A file.".utf8))] },
    "downloadFile": { _ in [Example()] },
    "listCustomers": { _ in [Example(query: "limit=10"), Example(query: "blocked=true")] },
    "findCustomer": { _ in [Example()] },
    "changeCustomer": { _ in
      [
        Example(
          json: """
            {"name":"Maria P.","email":"M.P@example.com","phone":"+30 210 1234567",\
            "externalID":"K-17","attributes":{"tier":"gold"}}
            """
        )
      ]
    },
    "mergeCustomers": { ids in [Example(json: #"{"customer":"\#(ids[.stranger])"}"#)] },
    "unmergeCustomers": { _ in [Example()] },
    "blockCustomer": { _ in [Example()] },
    "unblockCustomer": { _ in [Example()] },
    "search": { _ in [Example(query: "q=parcel&in=messages")] },
    "listEvents": { _ in [Example(query: "after=0&limit=3")] },
    "followEvents": { _ in [Example(query: "after=0")] },
    "findAccount": { _ in [Example()] },
    "changeAccount": { _ in
      [Example(json: #"{"name":"Anemone & Co.","replyMinutes":60,"reopenDays":7}"#)]
    },
    "listLabels": { _ in [Example()] },
    "addLabel": { _ in [Example(json: #"{"name":"refund"}"#)] },
    "removeLabel": { _ in [Example()] },
    "listAgents": { _ in [Example()] },
    "addAgent": { _ in [Example(json: #"{"name":"Cleo","email":"Cleo@anemone.example"}"#)] },
    "changeRole": { _ in [Example(json: #"{"role":"administrator"}"#)] },
    "findMe": { _ in [Example()] },
    "changeMe": { ids in
      [
        Example(
          json: """
            {"name":"Ben K.","language":"el","timeZone":"Europe/Athens","calendar":"persian",\
            "picture":"\(ids[.picture])"}
            """
        ),
        Example(json: #"{"language":null,"timeZone":null,"picture":null}"#),
      ]
    },
    "arrive": { _ in [Example()] },
    "leave": { _ in [Example()] },
    "listTeams": { _ in [Example()] },
    "addTeam": { _ in [Example(json: #"{"name":"Night"}"#)] },
    "joinTeam": { _ in [Example()] },
    "leaveTeam": { _ in [Example()] },
    "listTokens": { _ in [Example()] },
    "issueToken": { ids in
      [Example(json: #"{"name":"Shop","scopes":["read"],"agent":"\#(ids[.agent])"}"#)]
    },
    "revokeToken": { _ in [Example()] },
    "listInboxes": { _ in [Example()] },
    "addInbox": { _ in
      [
        Example(
          json: """
            {"name":"Help","origins":["https://Shop.example/"],"greeting":"Hello!",\
            "colour":"#AA3300","form":{"when":"before","name":"optional","email":"required"},\
            "away":"Back at nine."}
            """
        )
      ]
    },
    "changeInbox": { _ in [Example(json: #"{"name":"Store","greeting":"","origins":[]}"#)] },
    "renewInboxSecret": { _ in [Example()] },
    "receiveMail": { _ in [Example(file: Array(letter.utf8))] },
    "listMail": { _ in [Example(), Example(query: "state=set_aside&limit=5")] },
    "findMail": { _ in [Example()] },
    "downloadMail": { _ in [Example()] },
    "retryMail": { _ in [Example()] },
    "assignMail": { ids in
      [Example(json: #"{"conversation":"\#(ids[.conversation])","text":"Where is it?"}"#)]
    },
    "discardMail": { _ in [Example()] },
    "listOutgoingMail": { _ in [Example(), Example(query: "state=sent")] },
    "retryOutgoingMail": { _ in [Example()] },
    "listMailboxes": { _ in [Example()] },
    "findMailbox": { _ in [Example()] },
    "addMailbox": { _ in
      [
        Example(
          json: """
            {"name":"Returns","address":"Returns@anemone.example",\
            "aliases":["back@anemone.example"],"sender":{"style":"team","team":"Anemone"},\
            "incoming":{"host":"IMAP.example.com","port":993,"security":"tls",\
            "signIn":"password","user":"returns"},\
            "outgoing":{"host":"smtp.example.com","port":587,"security":"starttls",\
            "signIn":"none","user":""},\
            "fetching":{"folders":["INBOX","Lost"],"after":"move","moveTo":"Done",\
            "since":"2027-01-01T00:00:00Z"},\
            "trustedServer":"mx.example.com","quoting":"nothing","acknowledges":true,\
            "signatures":{"en":"Your Anemone","el":"Η Ανεμώνη"},\
            "incomingPassword":"in-secret","outgoingPassword":"out-secret"}
            """
        )
      ]
    },
    "changeMailbox": { _ in
      [
        Example(json: #"{"name":"Post","incoming":null,"incomingPassword":"new-secret"}"#),
        Example(json: #"{"trustedServer":"mx.example.com","acknowledges":true}"#),
      ]
    },
    "pauseMailbox": { _ in [Example()] },
    "resumeMailbox": { _ in [Example()] },
    "checkMailbox": { _ in [Example()] },
    "listMailTexts": { _ in [Example()] },
    "setMailText": { _ in
      [
        Example(
          json: """
            {"purpose":"acknowledgement","language":"el",\
            "subject":"{{conversation.number}}","text":"{{customer.name}}, {{account.replyTime}}"}
            """
        )
      ]
    },
    "resetMailText": { _ in [Example(query: "purpose=out_of_hours&language=el")] },
    "findMailPreferences": { _ in [Example()] },
    "changeMailPreferences": { _ in
      [
        Example(
          json: #"{"notices":"always","digest":false,"signatures":{"en":"{{agent.name}}"}}"#
        )
      ]
    },
    "readText": { _ in [Example(json: #"{"text":"My parcel is lost again, great."}"#)] },
    "correctMessageReading": { _ in
      [
        Example(
          json: #"{"label":"anger","isTrue":false}"#,
          path: ["message": .question]
        )
      ]
    },
    "exportCorrections": { _ in [Example()] },
    "correctReading": { _ in
      [Example(json: #"{"text":"Not angry at all.","label":"anger","isTrue":false}"#)]
    },
    "importCorrections": { _ in
      [Example(json: #"{"items":[{"label":"anger","isTrue":false,"trace":[1,2,3]}]}"#)]
    },
    "resetCorrections": { _ in [Example()] },
    "listContactReasons": { _ in [Example()] },
    "exportContactReasons": { _ in [Example()] },
    "teachContactReason": { _ in
      [Example(json: #"{"text":"Where is my parcel?","reason":"Delivery"}"#)]
    },
    "importContactReasons": { _ in
      [Example(json: #"{"items":[{"reason":"Delivery","trace":[1,2,3]}]}"#)]
    },
    "resetContactReasons": { _ in [Example()] },
    "inviteAgent": { _ in
      [Example(json: #"{"name":"Cleo","email":"Cleo@anemone.example","role":"agent"}"#)]
    },
  ]
}

/// A short mail.
private let letter = """
  From: Maria <maria@example.com>\r
  To: post@anemone.example\r
  Subject: My order\r
  Message-ID: <first@example.com>\r
  \r
  Where is it?\r

  """
