import HTTPTypes
import Hummingbird
import NIOCore

/// A problem, written for the client.
struct ProblemResponse {
  let problem: Problem
  let language: Language

  init(_ problem: Problem, language: Language) {
    self.problem = problem
    self.language = language
  }

  func response(adding headers: HTTPFields = [:]) -> Response {
    var json = JSONWriter()
    problem.write(to: &json, in: language)
    var fields = headers
    fields[.contentType] = "application/problem+json"
    fields[.contentLanguage] = language.rawValue
    if let seconds = problem.retryAfterSeconds { fields[.retryAfter] = String(seconds) }
    if problem.status == 401 { fields[.wwwAuthenticate] = "Bearer realm=\"Rapport\"" }
    return Response(
      status: .init(code: problem.status),
      headers: fields,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes))
    )
  }
}
