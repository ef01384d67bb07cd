import HTTPTypes
import Testing
import Web

/// What the operations promise; holds answers against it.
struct Declaration {
  let operations: [Operation]

  func check(_ reply: Reply, to ask: Ask, at place: SourceLocation) {
    let taken = operations.filter { $0.takes(path: ask.path) }
    guard let operation = taken.first(where: { $0.method == ask.method }) else {
      if reply.status >= 400 { checkProblem(reply, at: place) }
      if !taken.isEmpty { #expect(reply.status == 405, sourceLocation: place) }
      return
    }
    if reply.status >= 300 {
      #expect(
        operation.allFailures.contains(reply.status),
        "\(operation.name) declares no \(reply.status)",
        sourceLocation: place
      )
      checkProblem(reply, at: place)
    } else {
      checkSuccess(reply, of: operation, at: place)
    }
  }

  private func checkSuccess(_ reply: Reply, of operation: Operation, at place: SourceLocation) {
    switch operation.success {
    case .json(let status, let schema):
      #expect(reply.status == status, sourceLocation: place)
      #expect(reply.type == "application/json", sourceLocation: place)
      expect(reply, matches: schema, at: place)
    case .empty:
      #expect(reply.status == 204, sourceLocation: place)
      #expect(reply.bytes.isEmpty && reply.type == nil, sourceLocation: place)
    case .bytes:
      #expect(reply.status == 200 && reply.type != nil, sourceLocation: place)
    case .events:
      #expect(reply.status == 200, sourceLocation: place)
      #expect(reply.type == "text/event-stream", sourceLocation: place)
    }
  }

  private func checkProblem(_ reply: Reply, at place: SourceLocation) {
    #expect(reply.type == "application/problem+json", sourceLocation: place)
    #expect(reply["status"]?.wholeNumber == reply.status, sourceLocation: place)
    expect(reply, matches: Problem.schema, at: place)
  }

  private func expect(_ reply: Reply, matches schema: Web.Schema, at place: SourceLocation) {
    let json = try? reply.json
    #expect(json != nil, "the answer is no JSON: \(reply.text.prefix(200))", sourceLocation: place)
    #expect(json.map { schema.faults(in: $0) } == [], sourceLocation: place)
  }
}

extension Operation {
  /// Whether the path is one of the operation's.
  fileprivate func takes(path: String) -> Bool {
    let wanted = fullPath.split(separator: "/")
    let found = path.split(separator: "/")
    return wanted.count == found.count
      && zip(wanted, found).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }
}
