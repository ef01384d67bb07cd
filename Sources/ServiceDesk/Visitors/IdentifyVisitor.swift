/// Proves, where there is a proof, and claims who the visitor who asks is, both at once.
///
/// - Throws: as ``ProveIdentity`` and ``ClaimIdentity``.
package struct IdentifyVisitor: Command {
  package static let scopes: Scopes = []

  package struct Proof: Sendable, Equatable {
    package let identity: SignedIdentity
    package let signature: String

    package init(identity: SignedIdentity, signature: String) {
      self.identity = identity
      self.signature = signature
    }
  }

  package struct Identified: Sendable, Equatable {
    package let isProved: Bool
    /// Takes the old one's place where there is one.
    package let token: VisitorSecret?
  }

  package var proof: Proof?
  package var claim: ClaimIdentity

  package init(proof: Proof?, claim: ClaimIdentity) {
    self.proof = proof
    self.claim = claim
  }

  package func run(in work: Work) throws -> Identified {
    // First, because another visitor may take this one's place.
    let visitor = try claim.run(in: work)
    guard let proof else { return Identified(isProved: visitor.isProved, token: nil) }
    let prove = ProveIdentity(identity: proof.identity, signature: proof.signature)
    return Identified(isProved: true, token: try prove.run(in: work))
  }
}
