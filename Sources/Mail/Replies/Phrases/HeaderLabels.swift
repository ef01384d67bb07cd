/// The names that mail programs print before the headers of a quoted mail.
enum HeaderLabels {
  /// What a header tells; the kinds whose presence makes a block.
  enum Kind: Sendable, Hashable, CaseIterable {
    case from
    case recipient
    case date
    case subject
    case other
  }

  /// The kind of header that `label`, normalised already, names.
  static func kind(of label: String) -> Kind? {
    tables.first { $0.table.contains(label) }?.kind
  }

  /// The most words a label has.
  static let wordLimit = 5

  static let sender = PhraseTable(
    """
    en: from | sender
    af: van
    ar: من | المرسل
    az: kimdən
    be: ад | ад каго
    bg: от | подател
    bs: od | šalje
    ca: de
    cs: od
    cy: oddi wrth
    da: fra
    de: von | absender
    el: από
    es: de | remitente
    et: saatja | kellelt
    eu: nork | bidaltzailea
    fa: از | فرستنده
    fi: lähettäjä
    fr: de | expéditeur | message de
    gl: de
    he: מאת | מ
    hi: प्रेषक | से
    hr: od | šalje
    hu: feladó | küldő
    id: dari
    is: frá
    it: da | mittente
    ja: 差出人 | 送信者 | 送信元
    ka: გამგზავნი
    kk: кімнен
    ko: 보낸 사람 | 보낸사람 | 발신 | 발신인
    lt: nuo
    lv: no
    mk: од
    ms: daripada
    nb: fra
    nl: van | afzender
    pl: od | nadawca
    pt: de | remetente
    ro: de la | expeditor
    ru: от | отправитель | от кого
    sk: od
    sl: od | pošiljatelj
    sq: nga
    sr: од | od | šalje
    sv: från
    th: จาก
    tr: kimden | gönderen
    uk: від | від кого | відправник
    vi: từ | người gửi
    zh: 发件人 | 寄件者 | 寄件人 | 發件人 | 自
    """
  )

  static let recipient = PhraseTable(
    """
    en: to | cc | bcc | reply to | reply-to
    af: aan
    ar: إلى | نسخة | نسخة إلى | الى
    az: kimə
    be: каму | да
    bg: до | копие | як
    ca: a | per a | a/c
    cs: komu | kopie | pro
    cy: at
    da: til
    de: an | kopie | antwort an
    el: προς | κοιν | κοινοποίηση
    es: para | a | cc | destinatario
    et: adressaat | kellele | koopia
    eu: nori | hartzailea
    fa: به | گیرنده | رونوشت
    fi: vastaanottaja | kopio
    fr: à | a | copie à | cc | destinataire | pour | répondre à
    he: אל | עותק | לכבוד
    hi: प्रति | को
    hr: za | prima | kopija
    hu: címzett | másolatot kap | másolat
    id: kepada | ke | untuk
    is: til
    it: a | per | destinatario
    ja: 宛先 | 宛て先 | 送信先 | 受信者
    ka: მიმღები
    kk: кімге
    ko: 받는 사람 | 받는사람 | 참조 | 수신 | 수신인
    lt: kam | kopija
    lv: kam | kopija
    mk: до
    ms: kepada
    nb: til | kopi
    nl: aan | kopie
    pl: do | dw | kopia | adresat
    pt: para | destinatário
    ro: către | la | catre
    ru: кому | копия | получатель
    sk: komu | pre | kópia
    sl: za | prejemnik | kp
    sq: për | te
    sr: за | коме | za
    sv: till | kopia
    th: ถึง | สำเนา
    tr: kime | bilgi | alıcı
    uk: кому | копія
    vi: đến | tới | người nhận
    zh: 收件人 | 抄送 | 收件者 | 副本
    """
  )

  static let date = PhraseTable(
    """
    en: sent | date | sent on | received | sent at | message sent
    af: gestuur | datum
    ar: تاريخ الإرسال | التاريخ | أرسلت | تم الإرسال | إرسال
    az: göndərildi | tarix
    be: дата | адпраўлена
    bg: дата | изпратено
    bs: datum | poslano
    ca: enviat | data | enviat el
    cs: odesláno | datum | dátum
    cy: anfonwyd
    da: sendt | dato
    de: gesendet | datum | gesendet am | verschickt am
    el: στάλθηκε | ημερομηνία | εστάλη
    es: enviado | enviado el | fecha | enviada el | enviado en
    et: saadetud | kuupäev
    eu: bidalia | data
    fa: تاریخ | ارسال شده | ارسال شده در | تاریخ ارسال
    fi: lähetetty | päiväys | päivämäärä | pvm
    fr: envoyé | envoyé le | date | message du | date d'envoi
    gl: enviado | data
    he: נשלח | תאריך | נשלח בתאריך
    hi: भेजा गया | दिनांक | तारीख
    hr: poslano | datum
    hu: elküldve | dátum | küldve
    id: dikirim | tanggal | terkirim
    is: sent | dagsetning | dags
    it: inviato | data | inviato il | data invio
    ja: 送信日時 | 日付 | 日時 | 送信日 | 送信済み
    ka: თარიღი
    kk: жіберілді | күні
    ko: 보낸 날짜 | 날짜 | 보낸날짜 | 보낸 시간 | 발신일 | 일시 | 전송
    lt: išsiųsta | data | siųsta
    lv: nosūtīts | datums
    mk: датум | испратено
    ms: dihantar | tarikh
    nb: sendt | dato
    nl: verzonden | datum | verstuurd
    pl: wysłano | data | wysłane | wysłany
    pt: enviado | enviada em | data | enviado em | enviada
    ro: trimis | data | dată
    ru: отправлено | дата | отправлен
    sk: odoslané | dátum
    sl: poslano | datum
    sq: dërguar | data
    sr: послато | датум | poslato | datum
    sv: skickat | datum | skickades
    th: ส่ง | วันที่ | ส่งเมื่อ
    tr: gönderildi | tarih | gönderme tarihi
    uk: відправлено | дата | надіслано
    vi: đã gửi | ngày | thời gian | ngày gửi
    zh: 发送时间 | 日期 | 寄件日期 | 傳送時間 | 发送日期 | 時間 | 时间 | 發送時間 | 已发送 | 寄送時間
    """
  )

  static let subject = PhraseTable(
    """
    en: subject | re
    af: onderwerp
    ar: الموضوع
    az: mövzu
    be: тэма
    bg: тема | относно
    bs: predmet | naslov
    ca: assumpte | tema
    cs: předmět
    cy: pwnc
    da: emne
    de: betreff
    el: θέμα
    es: asunto
    et: teema
    eu: gaia
    fa: موضوع
    fi: aihe
    fr: objet | sujet
    gl: asunto
    he: נושא | הנדון
    hi: विषय
    hr: predmet | naslov
    hu: tárgy
    id: subjek | perihal | judul
    is: efni
    it: oggetto
    ja: 件名 | 題名
    ka: თემა | საგანი
    kk: тақырыбы | тақырып
    ko: 제목
    lt: tema
    lv: temats | tēma
    mk: предмет
    ms: subjek | perkara
    nb: emne
    nl: onderwerp | betreft
    pl: temat
    pt: assunto
    ro: subiect
    ru: тема
    sk: predmet
    sl: zadeva
    sq: subjekti | tema
    sr: тема | предмет | naslov
    sv: ämne
    th: เรื่อง | หัวเรื่อง
    tr: konu
    uk: тема
    vi: chủ đề | tiêu đề
    zh: 主题 | 主旨 | 主題 | 标题
    """
  )

  static let other = PhraseTable(
    """
    en: attachments | importance | organization | newsgroups | priority | attachment | sender ip
    de: anlagen | wichtigkeit | anhänge | priorität
    es: datos adjuntos | importancia
    fr: pièces jointes | importance | pj
    it: allegati | priorità
    ja: 添付ファイル | 重要度
    nl: bijlagen | urgentie
    pl: załączniki | ważność
    pt: anexos | prioridade
    ru: вложения | важность
    zh: 附件 | 重要性
    """
  )

  private static let tables: [(kind: Kind, table: PhraseTable)] = [
    (.from, sender), (.recipient, recipient), (.date, date), (.subject, subject), (.other, other),
  ]
}
