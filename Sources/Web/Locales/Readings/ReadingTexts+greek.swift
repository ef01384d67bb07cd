import Understanding

extension ReadingTexts {
  static let greek = ReadingTexts(
    polarities: [.negative: "Αρνητικό", .neutral: "Ουδέτερο", .positive: "Θετικό"],
    feelings: [
      .anger: "Θυμός", .frustration: "Αγανάκτηση", .disappointment: "Απογοήτευση",
      .sadness: "Λύπη", .anxiety: "Ανησυχία", .confusion: "Σύγχυση", .distrust: "Δυσπιστία",
      .surprise: "Έκπληξη", .familiarity: "Οικειότητα", .relief: "Ανακούφιση",
      .gratitude: "Ευγνωμοσύνη", .belonging: "Δέσιμο", .delight: "Χαρά",
    ],
    barriers: [
      .slow: "Καθυστέρηση", .noEmpathy: "Χωρίς κατανόηση", .canned: "Τυποποιημένες απαντήσεις",
      .lostContinuity: "Από τον έναν στον άλλον", .channelHopping: "Παραπομπή αλλού",
      .wrongTone: "Λάθος τόνος", .noApology: "Χωρίς συγγνώμη", .repetition: "Τα ξαναλέει",
      .noAmends: "Χωρίς αποκατάσταση", .impersonal: "Σαν αριθμός",
    ],
    roots: [
      .wrongExpectation: "Λάθος προσδοκία", .brokenProcess: "Χαλασμένη διαδικασία",
      .customerSlip: "Λάθος του πελάτη", .staffWithoutTools: "Προσωπικό χωρίς μέσα",
    ],
    urgent: "Επείγον",
    churn: "Ίσως φύγει",
    explanation: "Διαβάστηκε από τις σημειωμένες λέξεις, με μοντέλο σε αυτό το μηχάνημα.",
    feelingTitle: "Συναίσθημα",
    barrierTitle: "Παράπονο για",
    rootTitle: "Αιτία",
    correct: "Διόρθωση της ανάγνωσης",
    isNot: { "Όχι: \($0)" },
    add: "Προσθήκη",
    choose: "Τι λείπει;",
    upset: "Δυσαρεστημένοι"
  )
}
