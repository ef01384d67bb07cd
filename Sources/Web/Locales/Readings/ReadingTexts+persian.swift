import Understanding

extension ReadingTexts {
  static let persian = ReadingTexts(
    polarities: [.negative: "منفی", .neutral: "خنثی", .positive: "مثبت"],
    feelings: [
      .anger: "خشم", .frustration: "کلافگی", .disappointment: "سرخوردگی", .sadness: "اندوه",
      .anxiety: "نگرانی", .confusion: "سردرگمی", .distrust: "بی‌اعتمادی", .surprise: "شگفتی",
      .familiarity: "آشنایی", .relief: "آسودگی", .gratitude: "قدردانی", .belonging: "دلبستگی",
      .delight: "شادمانی",
    ],
    barriers: [
      .slow: "کندی", .noEmpathy: "بی‌همدلی", .canned: "پاسخ آماده",
      .lostContinuity: "دست‌به‌دست شدن", .channelHopping: "حواله به جای دیگر",
      .wrongTone: "لحن نادرست", .noApology: "نبود پوزش", .repetition: "ناچار به تکرار",
      .noAmends: "نبود جبران", .impersonal: "رفتار ماشینی",
    ],
    roots: [
      .wrongExpectation: "انتظار نادرست", .brokenProcess: "فرایند خراب",
      .customerSlip: "لغزش مشتری", .staffWithoutTools: "کارکنان بی‌ابزار",
    ],
    urgent: "فوری",
    churn: "شاید برود",
    explanation: "از واژه‌های نشان‌دار خوانده شده است، با مدلی روی همین دستگاه.",
    feelingTitle: "احساس",
    barrierTitle: "گلایه از",
    rootTitle: "علت",
    correct: "درست کردن برداشت",
    isNot: { "نه: \($0)" },
    add: "افزودن",
    choose: "چه چیزی کم است؟",
    upset: "ناخشنود"
  )
}
