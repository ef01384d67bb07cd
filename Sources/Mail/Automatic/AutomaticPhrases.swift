/// How mail programs title automatic answers, in the languages they are sold in.
enum AutomaticPhrases {
  /// The phrases of a language, in lower case.
  struct Phrases {
    /// Answers in general.
    var replies: [String]
    /// Answers that somebody is away.
    var absences: [String]
    /// Words for absence with which people begin subjects of their own, too.
    var words: [String] = []
  }

  /// By ISO 639-1 code.
  static let all: [String: Phrases] = [
    "en": Phrases(
      replies: [
        "automatic reply", "auto reply", "auto-reply", "autoreply", "auto response",
        "auto-response", "autoresponse", "automatic response", "automated reply",
        "automated response", "auto:",
      ],
      absences: [
        "out of office", "out of the office", "out-of-office", "ooo:", "away from the office",
        "away until", "i am away", "i'm away", "vacation reply", "on annual leave",
        "away from my mail", "currently away",
      ],
      words: ["on vacation", "on holiday", "on leave"]
    ),
    "de": Phrases(
      replies: [
        "automatische antwort", "automatische rückantwort", "autom. antwort", "autoantwort",
      ],
      absences: [
        "abwesenheit", "nicht im büro", "außer haus", "ausser haus", "urlaubsvertretung",
        "urlaubsbedingt", "abwesenheitsnotiz", "abwesenheitsmeldung", "abwesenheitsnachricht",
        "abwesenheitsassistent", "abwesenheitsbenachrichtigung",
      ],
      words: ["abwesend", "im urlaub"]
    ),
    "fr": Phrases(
      replies: ["réponse automatique", "réponse auto"],
      absences: [
        "absence du bureau", "absent du bureau", "absente du bureau", "message d'absence",
        "notification d'absence", "je suis absent",
      ],
      words: ["en congé", "en vacances"]
    ),
    "es": Phrases(
      replies: ["respuesta automática", "respuesta automatica", "contestación automática"],
      absences: ["fuera de la oficina", "fuera de oficina"],
      words: ["ausencia", "de vacaciones"]
    ),
    "pt": Phrases(
      replies: ["resposta automática", "resposta automatica"],
      absences: ["fora do escritório"],
      words: ["ausência", "ausente", "de férias", "em férias"]
    ),
    "it": Phrases(
      replies: ["risposta automatica"],
      absences: ["fuori ufficio", "fuori sede"],
      words: ["assenza", "assente", "in ferie"]
    ),
    "nl": Phrases(
      replies: ["automatisch antwoord", "automatische beantwoording", "automatische reactie"],
      absences: ["niet op kantoor", "buiten kantoor"],
      words: ["afwezig", "met vakantie", "op vakantie"]
    ),
    "sv": Phrases(
      replies: ["autosvar", "automatiskt svar"],
      absences: ["inte på kontoret", "ej på kontoret"],
      words: ["frånvaro", "på semester"]
    ),
    "da": Phrases(
      replies: ["automatisk svar", "autosvar"],
      absences: ["fraværende", "ikke til stede", "ikke på kontoret"],
      words: ["på ferie", "fravær"]
    ),
    "nb": Phrases(
      replies: ["automatisk svar", "autosvar"],
      absences: ["fraværsmelding", "ikke på kontoret", "fraværsassistent"],
      words: ["på ferie"]
    ),
    "fi": Phrases(
      replies: ["automaattinen vastaus", "automaattivastaus"],
      absences: ["poissa toimistolta", "poissaolo"],
      words: ["lomalla", "poissa"]
    ),
    "is": Phrases(replies: ["sjálfvirkt svar"], absences: ["fjarverandi", "ekki við"]),
    "pl": Phrases(
      replies: ["automatyczna odpowiedź", "odpowiedź automatyczna", "autoodpowiedź"],
      absences: ["nieobecność", "poza biurem", "jestem nieobecn", "na urlopie"]
    ),
    "cs": Phrases(
      replies: ["automatická odpověď"],
      absences: ["mimo kancelář", "na dovolené"],
      words: ["nepřítomnost"]
    ),
    "sk": Phrases(
      replies: ["automatická odpoveď"],
      absences: ["mimo kancelárie", "neprítomnosť", "na dovolenke"]
    ),
    "hu": Phrases(
      replies: ["automatikus válasz"],
      absences: ["házon kívül", "szabadságon", "irodán kívül"]
    ),
    "ro": Phrases(
      replies: ["răspuns automat", "raspuns automat"],
      absences: ["în afara biroului", "absent din birou", "absență de la birou", "în concediu"]
    ),
    "bg": Phrases(replies: ["автоматичен отговор"], absences: ["извън офиса", "в отпуск"]),
    "ru": Phrases(
      replies: ["автоматический ответ", "автоответ", "авто-ответ"],
      absences: ["вне офиса", "нет на работе", "нет в офисе", "в отпуске", "отсутствую"]
    ),
    "uk": Phrases(
      replies: ["автоматична відповідь", "автовідповідь"],
      absences: ["поза офісом", "у відпустці", "немає на роботі", "відсутн"]
    ),
    "sr": Phrases(
      replies: ["аутоматски одговор", "automatski odgovor"],
      absences: ["ван канцеларије", "van kancelarije", "na odmoru"]
    ),
    "hr": Phrases(
      replies: ["automatski odgovor"],
      absences: ["izvan ureda", "na godišnjem odmoru"],
      words: ["odsutnost"]
    ),
    "sl": Phrases(replies: ["samodejni odgovor"], absences: ["izven pisarne", "odsotnost"]),
    "lt": Phrases(replies: ["automatinis atsakymas"], absences: ["ne biure", "atostogauju"]),
    "lv": Phrases(
      replies: ["automātiskā atbilde", "automātiska atbilde"],
      absences: ["ārpus biroja", "prombūtne", "atvaļinājumā"]
    ),
    "et": Phrases(
      replies: ["automaatvastus", "automaatne vastus"],
      absences: ["kontorist väljas", "puhkusel"]
    ),
    "el": Phrases(
      replies: ["αυτόματη απάντηση", "αυτοματη απαντηση", "αυτόματο μήνυμα"],
      absences: [
        "εκτός γραφείου", "εκτος γραφειου", "σε άδεια", "απουσία από το γραφείο", "απουσιάζω",
        "μήνυμα απουσίας",
      ]
    ),
    "tr": Phrases(
      replies: ["otomatik yanıt", "otomatik cevap"],
      absences: ["ofis dışında", "ofis dışı", "izindeyim", "yıllık izinde"]
    ),
    "fa": Phrases(
      replies: ["پاسخ خودکار", "جواب خودکار", "پاسخ اتوماتیک", "پاسخگوی خودکار"],
      absences: [
        "خارج از دفتر", "در مرخصی", "عدم حضور", "خارج از محل کار", "در دفتر نیستم", "مرخصی هستم",
        "خارج از شرکت",
      ]
    ),
    "ar": Phrases(
      replies: ["رد تلقائي", "الرد التلقائي", "رد آلي", "استجابة تلقائية"],
      absences: ["خارج المكتب", "في إجازة", "في اجازة"]
    ),
    "he": Phrases(
      replies: ["תשובה אוטומטית", "מענה אוטומטי", "תגובה אוטומטית"],
      absences: ["מחוץ למשרד", "בחופשה", "לא במשרד"]
    ),
    "ja": Phrases(
      replies: ["自動応答", "自動返信", "自動送信"],
      absences: ["不在通知", "不在のお知らせ", "不在連絡", "休暇中", "外出中"]
    ),
    "zh": Phrases(
      replies: ["自动回复", "自動回覆", "自动答复", "自動回復", "自動答覆"],
      absences: ["不在办公室", "不在辦公室"],
      words: ["休假", "外出"]
    ),
    "ko": Phrases(
      replies: ["자동 회신", "자동 응답", "자동회신", "자동응답"],
      absences: ["부재중", "부재 중", "휴가 중"]
    ),
    "vi": Phrases(
      replies: ["trả lời tự động", "thư trả lời tự động"],
      absences: ["vắng mặt", "không có mặt tại văn phòng", "nghỉ phép"]
    ),
    "th": Phrases(
      replies: ["ตอบกลับอัตโนมัติ", "การตอบกลับอัตโนมัติ"],
      absences: ["ไม่อยู่ที่สำนักงาน", "ไม่อยู่สำนักงาน"]
    ),
    "id": Phrases(
      replies: ["balasan otomatis", "jawaban otomatis"],
      absences: ["di luar kantor", "sedang cuti"]
    ),
    "hi": Phrases(replies: ["स्वचालित उत्तर", "स्वत: उत्तर"], absences: ["कार्यालय से बाहर"]),
    "ca": Phrases(
      replies: ["resposta automàtica"],
      absences: ["fora de l'oficina", "de vacances"]
    ),
  ]
}
