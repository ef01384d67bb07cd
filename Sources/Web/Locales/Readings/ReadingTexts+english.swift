import Understanding

extension ReadingTexts {
  static let english = ReadingTexts(
    polarities: [.negative: "Negative", .neutral: "Neutral", .positive: "Positive"],
    feelings: [
      .anger: "Anger", .frustration: "Frustration", .disappointment: "Disappointment",
      .sadness: "Sadness", .anxiety: "Worry", .confusion: "Confusion", .distrust: "Distrust",
      .surprise: "Surprise", .familiarity: "Familiarity", .relief: "Relief",
      .gratitude: "Gratitude", .belonging: "Belonging", .delight: "Delight",
    ],
    barriers: [
      .slow: "Too slow", .noEmpathy: "No empathy", .canned: "Canned answers",
      .lostContinuity: "Passed around", .channelHopping: "Sent to other channels",
      .wrongTone: "Wrong tone", .noApology: "No apology", .repetition: "Had to repeat it",
      .noAmends: "No amends", .impersonal: "Treated as a number",
    ],
    roots: [
      .wrongExpectation: "Wrong expectation", .brokenProcess: "Broken process",
      .customerSlip: "The customer's slip", .staffWithoutTools: "Staff without tools",
    ],
    urgent: "Urgent",
    churn: "May leave",
    explanation: "Read from the marked words, by a model on this machine.",
    feelingTitle: "Feeling",
    barrierTitle: "Complains of",
    rootTitle: "Cause",
    correct: "Correct the reading",
    isNot: { "Not: \($0)" },
    add: "Add",
    choose: "What is missing?",
    upset: "Upset"
  )
}
