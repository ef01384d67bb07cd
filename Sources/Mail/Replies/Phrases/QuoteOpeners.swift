/// The word before the date in the line above a quotation.
enum QuoteOpeners {
  static let words = PhraseTable(
    """
    en: on | at | in article | in message
    af: op
    ar: في | بتاريخ | يوم
    be: у
    bg: на
    ca: el | a
    cs: dne | v
    cy: ar
    da: den | d
    de: am | an dem | zitat von
    el: στις | την | στα | στην
    es: el | en | al
    et: kuupäeval
    eu: duela
    fa: در | به تاریخ
    fr: le | en date du
    ga: ar
    gl: o
    he: בתאריך | ב | ביום | בתאריך יום
    hi: को
    hr: dana | u
    hu: dátum
    id: pada | pada tanggal
    is: þann | hinn
    it: il | in data | il giorno | in date
    lv: plkst
    ms: pada
    nb: den | på
    nl: op | in
    pl: w dniu | dnia | w
    pt: em | a | no dia
    ro: în | pe | la | în data de
    sk: dňa
    sl: dne | v
    sq: më
    sr: дана | у
    sv: den
    th: เมื่อ | ใน
    vi: vào | lúc
    zh: 在 | 于 | 於
    """
  )
}
