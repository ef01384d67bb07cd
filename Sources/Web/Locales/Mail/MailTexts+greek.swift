extension MailTexts {
  static let greek = MailTexts(
    received: { "Λάβαμε το μήνυμά σας (αρ. \($0))" },
    acknowledgement: {
      "Σας ευχαριστούμε που μας γράψατε. Το μήνυμά σας έφτασε με αριθμό \($0) και θα απαντήσουμε "
        + "σύντομα."
    },
    attribution: { "Στις \($1), ο χρήστης \($0) έγραψε:" },
    senderName: { "\($0) – \($1)" }
  )
}
