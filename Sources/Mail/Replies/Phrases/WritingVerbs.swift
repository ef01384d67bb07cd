/// The word that says "wrote" in the line above a quotation.
enum WritingVerbs {
  /// Verbs that stand as words of their own.
  static let words = PhraseTable(
    """
    en: wrote | writes | said | written
    af: geskryf | skryf
    ar: كتب | كتبت | كتابة | كتب/ت
    az: yazdı | yazıb
    be: напісаў | напісала | піша
    bg: написа | пише
    bn: লিখেছেন | লিখেছে
    bs: napisao | napisala | piše
    ca: escrit | escriure | escrigué
    cs: napsal | napsala | napsal(a) | píše
    cy: ysgrifennodd
    da: skrev | skriver
    de: schrieb | schreibt | geschrieben
    el: έγραψε | γράφει | έγραψαν
    eo: skribis
    es: escribió | escribiste | escribe | escribí
    et: kirjutas
    eu: idatzi
    fa: نوشت | نوشته | نوشتند
    fi: kirjoitti
    fil: sumulat | isinulat
    fr: écrit | écrivit | écrivait
    ga: scríobh
    gl: escribiu
    gu: લખ્યું
    he: כתב | כתבה | כתב/ה | כתבו
    hi: लिखा
    hr: napisao | napisala | piše
    hu: írta | ezt írta | írt
    hy: գրել | գրեց
    id: menulis
    is: skrifaði
    it: scritto | scrisse | scrive
    ka: დაწერა
    kk: жазды
    kn: ಬರೆದಿದ್ದಾರೆ
    ko: 작성 | 썼습니다 | 작성했습니다
    lt: rašė | parašė
    lv: rakstīja | raksta
    mk: напиша
    ml: എഴുതി
    mn: бичсэн
    mr: लिहिले
    ms: menulis
    nb: skrev | skreiv
    ne: लेख्नुभयो
    nl: schreef | geschreven | schrijft
    pa: ਲਿਖਿਆ
    pl: pisze | napisał | napisała | napisano
    pt: escreveu | escreveste | escreve
    ro: scris
    ru: написал | написала | пишет | писал | писала | пишете
    sk: napísal | napísala | píše
    sl: napisal | napisala | piše
    sq: shkroi | shkruajti
    sr: је написао | написао | написала | пише
    sv: skrev | skriver
    sw: aliandika | ameandika
    ta: எழுதியது | எழுதினார்
    te: రాశారు | వ్రాశారు
    tr: yazdı | yazmış
    uk: написав | написала | пише
    ur: لکھا
    uz: yozdi
    vi: viết
    """
  )

  /// Verbs that close a run of writing without spaces.
  static let endings = PhraseTable(
    """
    ja: のメッセージ | は書きました | が書きました | 書きました | からのメール | 書いた
    ko: 님이 | 작성
    km: បានសរសេរ
    lo: ຂຽນ
    my: ရေးသားခဲ့သည် | ရေးခဲ့သည်
    th: เขียนว่า | เขียน | ได้เขียนไว้ว่า
    zh: 写道 | 寫道 | 写到 | 寫到 | 提到 | 的信件 | 撰写 | 來信
    """
  )
}
