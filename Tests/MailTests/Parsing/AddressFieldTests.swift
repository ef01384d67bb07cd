import Mail
import Testing

struct AddressFieldTests {
  struct Field: Sendable, CustomTestStringConvertible {
    var text: String
    var people: [MailAddress]
    var testDescription: String { text }

    init(_ text: String, _ people: (String?, String)...) {
      self.text = text
      self.people = people.map { MailAddress(name: $0.0, address: $0.1) }
    }
  }

  @Test(arguments: [
    Field("a@b.example", (nil, "a@b.example")),
    Field(
      "\"Doe, Jane\" <a@b.example>, c@d.example",
      ("Doe, Jane", "a@b.example"),
      (nil, "c@d.example")
    ),
    Field("Doe, Jane <a@b.example>", ("Doe, Jane", "a@b.example")),
    Field(
      "A Group: Jane <a@b.example>, c@d.example;",
      ("Jane", "a@b.example"),
      (nil, "c@d.example")
    ),
    Field("undisclosed-recipients:;"),
    Field("(none) Undisclosed recipients  :(nobody)  ;"),
    Field("a@b.example (Jane Doe)", ("Jane Doe", "a@b.example")),
    Field("Jane(x) <jane(her account)@b.example(host)>", ("Jane", "jane@b.example")),
    Field("Jane Doe jane@b.example", ("Jane Doe", "jane@b.example")),
    Field("a@b.example c@d.example", (nil, "a@b.example"), (nil, "c@d.example")),
    Field("a@b.example; c@d.example", (nil, "a@b.example"), (nil, "c@d.example")),
    Field(", a@b.example, ,", (nil, "a@b.example")),
    Field("Jane <a@b.example", ("Jane", "a@b.example")),
    Field("\"Jane <a@b.example>", ("Jane", "a@b.example")),
    Field("<<a@b.example>>", (nil, "a@b.example")),
    Field("<mailto:a@b.example>", (nil, "a@b.example")),
    Field("Jane [x] <a..b.@c.example>", ("Jane [x]", "a..b.@c.example")),
    Field("Jane <@relay.example:a@b.example>", ("Jane", "a@b.example")),
    Field("a@test   . example", (nil, "a@test.example")),
    Field("Jane@Work <a@b.example>", ("Jane@Work", "a@b.example")),
    Field("'Jane' <a@b.example>", ("Jane", "a@b.example")),
    Field("=?utf-8?Q?D=C3=B6,_J?= <a@b.example>", ("Dö, J", "a@b.example")),
    Field("=?utf-8?Q?D,: (J?= <a@b.example>", ("D,: (J", "a@b.example")),
    Field("\"=?utf-8?B?zpXOsQ==?=\" <a@b.example>", ("Εα", "a@b.example")),
    Field("=?utf-8?Q?Jane_<a@b.example>?=", ("Jane", "a@b.example")),
    Field("Jöhn <jö@mä.example>", ("Jöhn", "jö@mä.example")),
    Field("\"Giant; \\\"Big\\\" Box\" <a@b.example>", ("Giant; \"Big\" Box", "a@b.example")),
    Field("root", (nil, "root")),
    Field("\"Jane\" <>"),
    Field("some words of no use"),
    Field(""),
  ])
  func `people are found, however the field is written`(_ field: Field) throws {
    let mail = try ParsedMail(parsing: Array("X: y\nTo: \(field.text)\n\n".utf8))
    #expect(mail.to == field.people)
  }

  @Test func `a field of nothing but marks takes little time`() throws {
    let field = String(repeating: "(", count: 200_000) + String(repeating: "\"<", count: 100_000)
    #expect(try ParsedMail(parsing: Array("To: \(field)\n\n".utf8)).to.isEmpty)
  }
}
