import Foundation
import Testing

@testable import Understanding

/// What the committed model must never unlearn.
@Suite struct ShippedModelTests {
  private static let file = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try [UInt8](Data(contentsOf: root.appending(path: "Models/reading.model")))
  }

  private static let shared = file.flatMap { bytes in Result { try ReadingModel(file: bytes) } }

  private func read(_ text: String) throws -> Reading {
    var reader = Reader(try Self.shared.get())
    return reader.read(text)
  }

  @Test func `takes at most 6 MB`() throws {
    #expect(try Self.file.get().count <= 6_000_000)
  }

  @Test(arguments: [
    ("en", "Where is my parcel? It should have been here on Monday."),
    ("fa", "سلام، بسته‌ی من کجاست؟ قرار بود دوشنبه برسد."),
    ("el", "Πού είναι το δέμα μου; Έπρεπε να είχε έρθει τη Δευτέρα."),
    ("de", "Wo ist mein Paket? Es hätte am Montag hier sein sollen."),
    ("fr", "Où est mon colis ? Il aurait dû arriver lundi."),
    ("es", "¿Dónde está mi paquete? Tenía que haber llegado el lunes."),
    ("it", "Dov'è il mio pacco? Doveva arrivare lunedì."),
    ("nl", "Waar is mijn pakket? Het had maandag hier moeten zijn."),
    ("pl", "Gdzie jest moja paczka? Miała przyjść w poniedziałek."),
    ("ru", "Где моя посылка? Она должна была прийти в понедельник."),
    ("tr", "Kargom nerede? Pazartesi günü gelmesi gerekiyordu."),
    ("ar", "أين طردي؟ كان من المفترض أن يصل يوم الاثنين."),
  ])
  func `tells languages apart`(language: String, text: String) throws {
    #expect(try read(text).language == language)
  }

  @Test(arguments: [
    ("el", "Πού είναι το δέμα μου; Έπρεπε να είχε έρθει.", "ok"),
    ("en", "Where is my parcel? It should have been here.", "ok"),
    ("en", "Πού είναι το δέμα μου; Έπρεπε να είχε έρθει.", "please just answer me in English"),
    ("und", "Πού είναι το δέμα μου;", "12345"),
  ])
  func `what was written before tells the language of a short text`(
    language: String,
    earlier: String,
    text: String
  ) throws {
    var reader = Reader(try Self.shared.get())
    #expect(reader.read(text, after: [earlier]).language == language)
  }

  @Test(arguments: [
    ("el", "den exete apantisei akoma, ntropi sas, eimai poly thymomenos"),
    ("el", "8elw ta lefta mou pisw, apogohteush"),
    ("fa", "salam, basteye man hanooz nareside, kheili asabaniam"),
    ("fa", "vaghean eftezahe, dige azatoon kharid nemikonam"),
  ])
  func `reads Greek and Persian in Latin letters`(language: String, text: String) throws {
    let reading = try read(text)
    #expect(reading.language == language)
    #expect(reading.polarity == .negative)
  }

  @Test(arguments: [
    "Could you send me the invoice for March? Thanks in advance.",
    "Μπορείτε να μου στείλετε το τιμολόγιο; Ευχαριστώ εκ των προτέρων.",
    "لطفاً فاکتور اسفند را برایم بفرستید. پیشاپیش ممنون.",
  ])
  func `manners are no feeling`(text: String) throws {
    let reading = try read(text)
    #expect(reading.polarity == .neutral)
    #expect(reading.labels.isEmpty)
  }

  @Test(arguments: ["great, lost again", "Μπράβο σας, πάλι χάθηκε το δέμα"])
  func `sarcasm is no praise`(text: String) throws {
    #expect(try read(text).polarity == .negative)
  }

  @Test(arguments: ["not bad", "not bad at all, I like it"])
  func `understatement is no complaint`(text: String) throws {
    #expect(try read(text).polarity != .negative)
  }

  @Test(arguments: [
    "I am cancelling my contract and going to your competitor.",
    "Θα ακυρώσω τη συνδρομή μου και θα πάω αλλού.",
    "دیگه تمدید نمی‌کنم، می‌رم سراغ یه شرکت دیگه.",
  ])
  func `notices who is leaving`(text: String) throws {
    #expect(try read(text).isChurn)
  }

  @Test(arguments: [
    "There is a smell of gas in the kitchen, please send somebody at once!",
    "Η πτήση μου φεύγει σε μία ώρα και δεν μπορώ να μπω στο εισιτήριο, βοήθεια!",
    "بوی گاز میاد، لطفا همین الان یکی رو بفرستید!",
  ])
  func `notices what cannot wait`(text: String) throws {
    #expect(try read(text).isUrgent)
  }

  @Test(arguments: [
    (Barrier.slow, "I have been waiting three weeks for an answer."),
    (.noEmpathy, "Nobody there cares what this means for us, not a word of sympathy."),
    (.canned, "I got the same copy and paste answer from a bot again."),
    (.lostContinuity, "I am passed from one department to the next and nobody is in charge."),
    (.channelHopping, "The chat says call, the hotline says write an email."),
    (.wrongTone, "Your agent was rude and laughed at me."),
    (.noApology, "And not even an apology, nobody has said sorry."),
    (.repetition, "I have had to explain the whole story for the fifth time."),
    (.noAmends, "No refund, no compensation, just a five percent voucher, what a joke."),
    (.impersonal, "To you I am nothing but a number, a case in a queue."),
  ])
  func `notices each barrier`(barrier: Barrier, text: String) throws {
    #expect(try read(text).barriers.contains(barrier))
  }

  @Test(arguments: [
    "Mein Paket ist immer noch nicht da, ich bin sehr enttäuscht.",
    "Mon colis n'est toujours pas arrivé, je suis très déçu.",
    "Mi paquete todavía no ha llegado, estoy muy decepcionado.",
  ])
  func `labels of other languages do not contradict the polarity`(text: String) throws {
    let reading = try read(text)
    #expect(reading.polarity == .negative)
    #expect(reading.labels.allSatisfy { $0.side != .positive })
  }

  @Test func `reads the tone of a reply, its phrases and whom it is for`() throws {
    var reader = Reader(try Self.shared.get())
    let complaint = "My order 4411 has been lost for two weeks and my daughter's birthday is today."
    let stock = reader.readReply(
      "Your call is important to us. We apologise for any inconvenience caused.",
      to: complaint,
      name: "Maria"
    )
    #expect(stock.isCliche)
    #expect(!stock.isPersonal)
    let warm = reader.readReply(
      """
      Dear Maria, I am so sorry that your daughter's present is not there today of all days. I have
      sent a new one by courier, it will be with you before six. The first was lost at our depot.
      """,
      to: complaint,
      name: "Maria"
    )
    #expect(warm.tone == .warm)
    #expect(warm.isPersonal)
    #expect(warm.steps.contains(.apologise))
    #expect(warm.steps.contains(.resolve))
    let rude = reader.readReply(
      "Are you stupid? Read the terms before you bother us again, idiot.",
      to: complaint,
      name: nil
    )
    #expect(rude.tone == .rude)
  }
}
