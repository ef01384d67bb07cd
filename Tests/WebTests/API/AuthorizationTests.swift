import HTTPTypes
import ServiceDesk
import TestSupport
import Testing
import Web

/// Who may call what: checked for every operation, and before anything happens.
@Suite struct AuthorizationTests {
  let harness: SiteHarness
  let ids: Ids

  init() async throws {
    harness = try await SiteHarness()
    ids = try await Ids(of: harness.world.anemone, in: harness.world)
  }

  @Test func `without a valid token every operation answers 401`() async throws {
    let wrong = try await wrongAuthorizations()
    let before = try await harness.happened()
    for operation in harness.site.operations {
      for authorization in wrong {
        var ask = try ask(operation)
        ask.headers[.authorization] = authorization
        let reply = try await harness.send(ask)
        #expect(reply.status == 401 && reply.code == "noToken", "\(operation.name)")
        #expect(reply.headers[.wwwAuthenticate] == "Bearer realm=\"Rapport\"")
      }
    }
    #expect(try await harness.happened() == before)
  }

  @Test func `a token without the operation's scope gets 403`() async throws {
    let grants: [Scopes] = [
      [], .read, .write, .admin, [.read, .write], [.read, .admin], [.write, .admin],
    ]
    var tokens: [(Scopes, String)] = []
    for scopes in grants { tokens.append((scopes, try await token(scopes))) }
    let before = try await harness.happened()
    for operation in harness.site.operations {
      for (scopes, token) in tokens where !scopes.isSuperset(of: operation.scopes) {
        let reply = try await harness.send(try ask(operation, token: token))
        #expect(reply.status == 403 && reply.code == "notAllowed", "\(operation.name), \(scopes)")
      }
    }
    #expect(try await harness.happened() == before)
  }

  @Test func `the scheme is read in any case`() async throws {
    var ask = Ask(.get, "\(Operation.root)/account")
    ask.headers[.authorization] = "bEARER \(harness.world.anemone.token)"
    #expect(try await harness.send(ask).status == 200)
  }

  /// What is no valid authorization, revoked tokens and guesses included.
  private func wrongAuthorizations() async throws -> [String?] {
    let token = harness.world.anemone.token
    let revoked = try await harness.desk.perform(
      IssueToken(name: .init("Gone"), grants: .all),
      as: harness.world.amina
    )
    try await harness.desk.perform(RevokeToken(token: revoked.token.id), as: harness.world.amina)
    let secret = try #require(token.split(separator: "_").last)
    return [
      nil, "", "Bearer", "Bearer ", "Bearer garbled", "Basic \(token)", token,
      "Bearer \(token)0", "Bearer \(token.dropLast())", "Bearer \(revoked.secret.text)",
      "Bearer \(token.dropLast())\(token.last == "0" ? "1" : "0")",
      "Bearer rapport_\(harness.world.basil.account)_\(secret)",
      "Bearer rapport_0_\(secret)", "Bearer rapport_99999999999999999999_\(secret)",
    ]
  }

  private func token(_ scopes: Scopes) async throws -> String {
    let command = IssueToken(name: try .init("Some"), grants: scopes)
    return try await harness.desk.perform(command, as: harness.world.amina).secret.text
  }

  private func ask(_ operation: Operation, token: String? = nil) throws -> Ask {
    let example = try #require(Example.all[operation.name]?(ids).first)
    return try #require(example.ask(operation, ids, token: token))
  }
}
