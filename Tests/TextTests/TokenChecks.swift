import Text

/// Whether a database takes the token as it is: letters, digits and marks, 1 to 64 scalars.
func isToken(_ token: String) -> Bool {
  let scalars = token.unicodeScalars
  guard (1...SearchWord.scalarLimit).contains(scalars.count) else { return false }
  return scalars.allSatisfy { scalar in
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .titlecaseLetter, .uppercaseLetter, .modifierLetter, .otherLetter: true
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    case .letterNumber: "〇〡〢〣〤〥〦〧〨〩".unicodeScalars.contains(scalar)
    case .decimalNumber: scalar.isASCII
    default: false
    }
  }
}

/// Whether `query` finds `document`, as the databases decide it.
func isFound(by query: String, in document: String) -> Bool {
  let tokens = SearchDocument(document).tokens.split(separator: " ").map(String.init)
  return SearchQuery(query).terms.allSatisfy { term in
    tokens.contains { token in
      let begins = term.prefix.map { token.unicodeScalars.starts(with: $0.unicodeScalars) }
      return token == term.stem || begins == true
    }
  }
}
