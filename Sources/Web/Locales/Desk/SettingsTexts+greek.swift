extension SettingsTexts {
  /// What the settings say in Greek.
  static let greek = SettingsTexts(
    add: "Προσθήκη",
    save: "Αποθήκευση",
    remove: "Αφαίρεση",
    change: "Αλλαγή",
    name: "Όνομα",
    email: "Διεύθυνση email",
    none: "Τίποτα εδώ ακόμη.",
    profile: Profile(
      introduction: "Πώς βλέπετε την υπηρεσία και πώς σας βλέπουν οι πελάτες.",
      language: "Γλώσσα",
      browserLanguage: "Όπως ζητά ο περιηγητής",
      zone: "Ζώνη ώρας",
      zoneHint: "Όπως Europe/Athens.",
      calendar: "Ημερολόγιο",
      gregorian: "Γρηγοριανό",
      persian: "Περσικό ηλιακό",
      passwordTitle: "Κωδικός",
      current: "Τωρινός κωδικός",
      new: "Νέος κωδικός",
      passwordHint: "Τουλάχιστον 8 χαρακτήρες. Οι άλλες συσκευές αποσυνδέονται.",
      changePassword: "Αλλαγή κωδικού"
    ),
    account: Account(
      introduction: "Όσα ισχύουν για όλη την εταιρεία.",
      company: "Εταιρεία",
      replyMinutes: "Υπόσχεση απάντησης σε λεπτά",
      replyHint: "Τη βλέπουν οι πελάτες· ό,τι αργεί επισημαίνεται.",
      reopenDays: "Επανάνοιγμα μέσα σε ημέρες",
      reopenHint: "Ό,τι γράψει ο πελάτης αργότερα ανοίγει νέα συνομιλία."
    ),
    agents: Agents(
      introduction: "Όσοι απαντούν στους πελάτες.",
      password: "Αρχικός κωδικός",
      passwordHint: "Τουλάχιστον 8 χαρακτήρες. Αλλάζει μετά τη σύνδεση.",
      role: "Ρόλος",
      agent: "Εκπρόσωπος",
      administrator: "Διαχειριστής",
      addTitle: "Προσθήκη εκπροσώπου"
    ),
    teams: Teams(
      introduction: "Ό,τι δεν έχει αναλάβει κανείς ανήκει σε μια ομάδα.",
      members: "Μέλη",
      addMember: "Προσθήκη μέλους",
      addTitle: "Προσθήκη ομάδας",
      removeMember: { "Αφαίρεση από την ομάδα: \($0)" }
    ),
    labels: Labels(
      introduction: "Λέξεις με τις οποίες ταξινομούνται και βρίσκονται οι συνομιλίες.",
      addTitle: "Προσθήκη ετικέτας",
      removeHint: "Αφαιρείται από κάθε συνομιλία που την έχει."
    ),
    inboxes: Inboxes(
      introduction: "Εκεί όπου σας γράφουν οι πελάτες.",
      addTitle: "Προσθήκη chat ιστοσελίδας",
      greeting: "Χαιρετισμός",
      away: "Όταν λείπουν όλοι",
      awayHint: "Εμφανίζεται στη θέση του χαιρετισμού.",
      colour: "Χρώμα",
      colourHint: "Όπως #0b6e5f.",
      origins: "Επιτρεπόμενες σελίδες",
      originsHint: "Μία διεύθυνση ανά γραμμή, όπως https://example.com. Κενό: κάθε σελίδα.",
      form: "Ερώτηση για όνομα και διεύθυνση",
      never: "Ποτέ",
      before: "Πριν από το πρώτο μήνυμα",
      after: "Μετά το πρώτο μήνυμα",
      askName: "Όνομα επισκέπτη",
      askEmail: "Διεύθυνση email επισκέπτη",
      hidden: "Χωρίς ερώτηση",
      optional: "Προαιρετικό",
      required: "Υποχρεωτικό",
      snippet: "Για τον ιστότοπό σας",
      snippetHint: "Βάλτε αυτή τη γραμμή σε κάθε σελίδα, πριν από το τέλος του body.",
      page: "Δική του σελίδα",
      secret: "Μυστικό για υπογεγραμμένες ταυτότητες",
      secretHint: "Μόνο για τον διακομιστή σας· ποτέ μέσα σε σελίδα."
    ),
    replies: Replies(
      introduction: "Έτοιμα μηνύματα για συχνές ερωτήσεις. Πατήστε / γράφοντας για να τα βρείτε.",
      text: "Κείμενο",
      textHint: "Μεταβλητές: {{customer.firstName}}, {{agent.name}}, {{conversation.number}}.",
      shortcut: "Συντόμευση",
      addTitle: "Προσθήκη έτοιμης απάντησης"
    ),
    tokens: Tokens(
      introduction: "Κλειδιά για προγράμματα που χρησιμοποιούν το API στο όνομά σας.",
      addTitle: "Έκδοση διακριτικού",
      scope: "Επιτρέπεται",
      read: "Ανάγνωση",
      write: "Ανάγνωση και εγγραφή",
      admin: "Όλα, και η διαχείριση του λογαριασμού",
      shownOnce: "Αυτό είναι το διακριτικό. Εμφανίζεται μόνο τώρα· φυλάξτε το σε ασφαλές μέρος.",
      withdraw: "Ανάκληση"
    ),
    blocked: Blocked(
      introduction: "Πελάτες των οποίων τα μηνύματα δεν γίνονται δεκτά.",
      unblock: "Άρση αποκλεισμού",
      none: "Κανείς δεν είναι αποκλεισμένος."
    )
  )
}
