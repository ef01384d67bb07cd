/// What stands on the line that divides a reply from the mail it answers or forwards.
enum HistoryMarkers {
  /// Words set between dashes, or alone above a header block.
  static let originals = PhraseTable(
    """
    en: original message | original email | original mail | original e-mail | previous message
    af: oorspronklike boodskap
    ar: الرسالة الأصلية | رسالة أصلية | رسالة معاد توجيهها | الرسالة المعاد توجيهها
    az: orijinal mesaj
    bg: оригинално съобщение | препратено съобщение
    bs: izvorna poruka | originalna poruka
    ca: missatge original | missatge reenviat
    cs: původní zpráva | původní e-mail | přeposlaná zpráva | původní email
    da: oprindelig besked | original besked | oprindelig meddelelse | videresendt besked
    de: ursprüngliche nachricht | originalnachricht | original nachricht | ursprüngliche mail
    el: αρχικό μήνυμα | προωθημένο μήνυμα
    es: mensaje original | mensaje reenviado | correo original
    et: algne sõnum | algkiri | edastatud kiri
    eu: jatorrizko mezua
    fa: پیام اصلی | پیام فوروارد شده | پیغام اصلی | پیام هدایت‌شده
    fi: alkuperäinen viesti | edelleenlähetetty viesti | välitetty viesti
    fr: message d'origine | message original | mail original | message transféré | e-mail d'origine
    gl: mensaxe orixinal
    he: הודעה מקורית | הודעה שהועברה | ההודעה המקורית
    hi: मूल संदेश | अग्रेषित संदेश
    hr: izvorna poruka | originalna poruka | proslijeđena poruka
    hu: eredeti üzenet | továbbított üzenet | eredeti levél
    id: pesan asli | pesan diteruskan | pesan terusan
    is: upphafleg skilaboð | upprunaleg skilaboð
    it: messaggio originale | messaggio inoltrato | mail originale | messaggio originario
    ja: 元のメッセージ | 転送されたメッセージ | 転送メッセージ | 元のメール
    ko: 원본 메시지 | 원본 메일 | 전달된 메시지 | 원본메시지 | 원본메일 | 원래 메시지
    lt: pradinis laiškas | originalus pranešimas | persiųstas laiškas
    lv: sākotnējais ziņojums | oriģinālais ziņojums | pārsūtīta ziņa
    mk: оригинална порака
    ms: mesej asal | mesej dimajukan
    nb: opprinnelig melding | original melding | videresendt melding | opprinnelig e-post
    nl: oorspronkelijk bericht | origineel bericht | doorgestuurd bericht | originele bericht
    nn: opphavleg melding
    pl: wiadomość oryginalna | oryginalna wiadomość | wiadomość przekazana | treść przekazanej
    pt: mensagem original | mensagem encaminhada | mensagem reencaminhada | email original
    ro: mesaj original | mesajul original | mesaj redirecționat
    ru: исходное сообщение | пересылаемое сообщение | пересланное сообщение | исходное письмо
    sk: pôvodná správa | preposlaná správa | pôvodný e-mail
    sl: izvirno sporočilo | posredovano sporočilo
    sq: mesazhi origjinal
    sr: оригинална порука | прослеђена порука | originalna poruka | prosleđena poruka
    sv: ursprungligt meddelande | originalmeddelande | vidarebefordrat meddelande | vidarebefordrat brev
    th: ข้อความต้นฉบับ | ข้อความที่ส่งต่อ | ข้อความเดิม
    tr: özgün ileti | orijinal mesaj | iletilen mesaj | özgün mesaj | yönlendirilmiş ileti
    uk: оригінальне повідомлення | вихідне повідомлення | переслане повідомлення | початкове повідомлення
    vi: tin nhắn gốc | thư gốc | thư đã chuyển tiếp | thư chuyển tiếp
    zh: 原始邮件 | 原始郵件 | 邮件原件 | 转发的邮件 | 轉寄郵件 | 转发邮件 | 原始信息 | 回复的原邮件 | 原始訊息
    """
  )

  /// Forwarding marks, with dashes or a colon.
  static let forwards = PhraseTable(
    """
    en: forwarded message | begin forwarded message | forwarded by | start of forwarded message
    bg: начало на препратено съобщение
    ca: inici del missatge reenviat
    cs: začátek přeposílané zprávy
    da: start på videresendt besked | videresendt besked
    de: weitergeleitete nachricht | anfang der weitergeleiteten nachricht | weitergeleitet von
    el: έναρξη προωθημένου μηνύματος
    es: inicio del mensaje reenviado | comienzo del mensaje reenviado
    fi: välitetty viesti alkaa
    fr: début du message réexpédié | début du message transféré | message transféré
    hr: započni proslijeđenu poruku
    hu: a továbbított levél kezdete | továbbított levél kezdete
    it: inizio messaggio inoltrato | messaggio inoltrato
    ja: 転送されたメッセージ
    ko: 전달된 메시지 시작 | 전달된 메시지
    nb: start på videresendt melding | videresendt melding
    nl: begin doorgestuurd bericht | doorgestuurd bericht
    pl: początek przekazywanej wiadomości | początek wiadomości przekazanej dalej
    pt: início da mensagem encaminhada | início da mensagem reenviada
    ro: începutul mesajului redirecționat
    ru: начало переадресованного сообщения
    sk: začiatok preposlanej správy
    sv: vidarebefordrat brev | vidarebefordrat mejl
    tr: başlangıç iletilen ileti | iletilen ileti başlangıcı
    uk: початок листа, що пересилається
    vi: bắt đầu thư được chuyển tiếp
    zh: 下面是被转发的邮件 | 開始轉寄郵件
    """
  )

  /// What help desks and mail programs put where the history begins.
  static let cuts = PhraseTable(
    """
    en: reply above this line | please reply above this line | write above this line
    en-2: please type your reply above this line | type your reply above this line
    en-3: please do not write below this line | respond above this line | quoted text hidden
    da: skriv dit svar over denne linje | svar over denne linje
    de: bitte antworten sie über dieser linie | antworten sie oberhalb dieser linie
    de-2: antwort bitte über dieser linie | bitte oberhalb dieser zeile antworten
    es: escriba su respuesta por encima de esta línea | responda por encima de esta línea
    fr: répondre au-dessus de cette ligne | veuillez répondre au-dessus de cette ligne
    it: rispondi sopra questa riga | scrivere la risposta sopra questa riga
    nl: antwoord boven deze lijn | typ uw antwoord boven deze regel
    pl: odpowiedz powyżej tej linii
    pt: responda acima desta linha | escreva sua resposta acima desta linha
    ru: ответьте выше этой строки | пишите ответ выше этой линии
    sv: svara ovanför denna rad
    tr: lütfen cevabınızı bu satırın üzerine yazın
    """
  )
}
