import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceDesk

/// Reads a request by an operation's declaration, and says all that is wrong with it.
struct RequestReader {
  /// Holds 100,000 characters, each escaped as a pair of surrogates, with room for the rest.
  static let mostJSONBytes = 2_097_152

  let request: Request
  let context: WebContext
  let operation: Operation

  /// The body's bytes, within the operation's bound.
  ///
  /// - Throws: a ``Problem`` for a body that is too large or of another type than declared.
  func bytes() async throws -> [UInt8] {
    let most: Int
    switch operation.body {
    // Whatever a client sends with it means nothing.
    case .none: return []
    case .json:
      try requireJSON()
      most = Self.mostJSONBytes
    case .bytes(let bound): most = bound
    }
    do {
      return [UInt8](buffer: try await request.body.collect(upTo: most))
    } catch is NIOTooManyBytesError {
      throw Problem(status: 413, code: "bodyTooLarge")
    }
  }

  private func requireJSON() throws {
    let type = request.headers[.contentType]?.split(separator: ";").first ?? ""
    guard type.trimmingCharacters(in: .whitespaces).lowercased() == "application/json" else {
      throw Problem(status: 415, code: "wrongContentType")
    }
  }

  /// The checked call.
  ///
  /// - Throws: a ``Problem`` that names every fault.
  func call(desk: Desk, viewer: Viewer, bytes: [UInt8]) throws -> Call {
    Call(
      viewer: viewer,
      desk: desk,
      path: pathValues(),
      query: try queryValues(),
      headers: request.headers,
      json: try json(bytes),
      bytes: bytes,
      key: try key(viewer: viewer, bytes: bytes)
    )
  }

  private func pathValues() -> [String: String] {
    var values: [String: String] = [:]
    for name in operation.pathParameters {
      values[name] = context.parameters.get(name)?.removingPercentEncoding
    }
    return values
  }

  private func queryValues() throws -> [String: String] {
    var values: [String: String] = [:]
    var faults: [Fault] = []
    for (name, value) in request.uri.queryParameters {
      let (name, value) = (String(name), String(value))
      guard let parameter = operation.query.first(where: { $0.name == name }) else {
        faults.append(unknown(parameter: name))
        continue
      }
      guard values[name] == nil else {
        faults.append(Fault(pointer: name, detail: "given twice; once is right"))
        continue
      }
      values[name] = value
      faults += parameter.faults(in: value)
    }
    for parameter in operation.query where parameter.isRequired && values[parameter.name] == nil {
      faults.append(
        Fault(pointer: parameter.name, detail: "missing; \(parameter.schema.expectation) is needed")
      )
    }
    guard faults.isEmpty else {
      throw Problem(status: 400, code: "invalidQuery", faults: Array(faults.prefix(20)))
    }
    return values
  }

  private func unknown(parameter name: String) -> Fault {
    let known = operation.query.map(\.name).joined(separator: ", ")
    return Fault(
      pointer: String(String.UnicodeScalarView(name.unicodeScalars.prefix(100))),
      detail: known.isEmpty ? "unknown; none is known here" : "unknown; known are \(known)"
    )
  }

  private func json(_ bytes: [UInt8]) throws -> JSON {
    guard case .json(let schema) = operation.body else { return .null }
    let json = try JSON(parsing: bytes)
    let faults = schema.faults(in: json)
    guard faults.isEmpty else { throw Problem(status: 422, code: "invalidBody", faults: faults) }
    return json
  }

  private func key(viewer: Viewer, bytes: [UInt8]) throws -> RequestKey? {
    guard operation.isWrite, let key = request.headers[.idempotencyKey] else { return nil }
    var hash = SHA256()
    hash.update(data: Data("\(viewer.actor) \(request.method) \(request.uri.string)\n".utf8))
    hash.update(data: Data(bytes))
    return try RequestKey(key: key, fingerprint: Array(hash.finalize()))
  }
}

extension Operation.Parameter {
  fileprivate func faults(in value: String) -> [Fault] {
    let json: JSON =
      switch schema {
      case .integer: Int64(value).map { .integer($0) } ?? .string(value)
      default: .string(value)
      }
    return schema.faults(in: json).map { Fault(pointer: name, detail: $0.detail) }
  }
}
