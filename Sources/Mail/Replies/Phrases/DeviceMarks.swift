/// The line with which mail programs and telephones advertise themselves.
enum DeviceMarks {
  /// Beginnings after which a few words name the device or program.
  static let openings = PhraseTable(
    """
    en: sent from my | sent from | get outlook for | sent via | sent with | sent using | sent by my
    en-2: sent on the go from | sent on the move | download outlook for | composed on my
    en-3: get mail for | download the official | typed on my | sent through | get bluemail for
    af: gestuur vanaf my
    ar: أرسلت من | أرسل من | تم الإرسال من | مرسل من | أُرسلت من | الحصول على outlook
    az: göndərildi
    be: адпраўлена з
    bg: изпратено от моя | изпратено от | получете outlook
    bs: poslano s | poslano sa
    ca: enviat des del meu | enviat des de | enviat amb
    cs: odesláno z | odesláno ze | posláno z | odesláno pomocí | získat outlook
    cy: anfonwyd o fy
    da: sendt fra min | sendt fra | hent outlook til | afsendt fra
    de: von meinem | gesendet von | gesendet mit | von unterwegs gesendet | hol dir outlook
    de-2: diese nachricht wurde von meinem | gesendet über | gesendet aus | verschickt mit
    de-3: gesendet via | outlook für | diese nachricht wurde mit | laden sie outlook
    el: στάλθηκε από το | στάλθηκε από | εστάλη από | λήψη του outlook
    es: enviado desde mi | enviado desde | obtener outlook para | enviado con | enviado por
    es-2: descargar outlook para | mandado desde mi
    et: saadetud minu | saadetud | hankige outlook
    eu: nire | bidalia
    fa: فرستاده شده از | ارسال شده از | ارسال‌شده از
    fi: lähetetty | hanki outlook
    fil: ipinadala mula sa
    fr: obtenir outlook pour | envoyé de mon | envoyé depuis | envoyé à partir | obtenez outlook pour | envoyé avec
    fr-2: envoyé par | télécharger outlook pour | envoyé via | provenance
    gl: enviado dende o meu
    he: נשלח מ | נשלח מה | נשלח באמצעות | נשלח מהטלפון | קבל את outlook
    hi: मेरे | से भेजा गया
    hr: poslano s mog | poslano s | poslano sa | nabavite outlook
    hu: elküldve | küldve | az én | outlook letöltése
    id: dikirim dari | terkirim dari | dapatkan outlook untuk | dikirim dengan
    is: sent úr | sent frá
    it: inviato da | inviato dal mio | scarica outlook per | ottieni outlook per | inviato con
    lt: išsiųsta iš | siųsta iš
    lv: nosūtīts no | sūtīts no
    mk: испратено од
    ms: dihantar dari | dihantar daripada
    nb: sendt fra min | sendt fra | skaff deg outlook | sendt via | få outlook for
    nl: verzonden vanaf mijn | verstuurd vanaf mijn | verzonden met | outlook voor | verstuurd via
    nl-2: verzonden vanaf | verzonden vanuit | verstuurd vanuit | verstuurd vanaf | download outlook voor | verzonden via | verstuurd met
    pl: wysłane z | wysłano z | wysłano ze | pobierz outlooka | pobierz program outlook
    pt: enviado do meu | enviado de meu | enviado a partir | obter o outlook | enviado pelo | enviada do
    pt-2: obtenha o outlook | enviado do | enviado via | enviado através
    ro: trimis de pe | trimis din | obțineți outlook
    ru: отправлено с | отправлено из | послано с | отправлено через | скачать outlook
    ru-2: получить outlook | отправлено моим
    sk: odoslané z môjho | odoslané z | odoslané zo | získať outlook
    sl: poslano iz mojega | poslano iz | poslano z
    sq: dërguar nga
    sr: послато са | poslato sa | poslato s
    sv: skickat från min | skickat från | skickades från | hämta outlook för | sänt från | skaffa outlook
    sw: imetumwa kutoka
    th: ส่งจาก | ส่งจากของฉัน | รับ outlook
    uk: надіслано з | відправлено з | надіслано через | отримати outlook
    vi: đã gửi từ | được gửi từ | gửi từ | tải outlook
    zh: 从我的 | 來自我的 | 获取 outlook
    """
  )

  /// Endings for languages that put the device before the verb; the line must name a device.
  static let endings = PhraseTable(
    """
    az: göndərildi
    de: gesendet | versendet | geschickt
    eu: bidalia
    et: saadetud
    fi: lähetetty
    hi: भेजा गया
    hu: küldve | elküldve
    ja: から送信 | から送信されました | で送信 | から送信しました
    kk: жіберілді
    ko: 보냄 | 에서 보냄 | 보냈습니다 | 전송됨
    mn: илгээв
    nl: verzonden | verstuurd
    ta: அனுப்பப்பட்டது
    tr: gönderildi | gönderilmiştir
    ur: بھیجا گیا
    uz: yuborildi
    zh: 发送 | 传送 | 傳送 | 寄出 | 发出
    """
  )

  /// Beginnings in scripts without spaces, which run on into the device's name.
  static let runs: [String] = [
    "发自我的", "从我的", "發自我的", "從我的", "来自我的", "來自我的", "发自", "發自", "傳送自", "寄自我的",
    "我的", "나의", "내", "ส่งจาก",
  ].map { LineWords($0).phrase }

  /// What such lines name.
  static let devices = PhraseTable(
    """
    maker: iphone | ipad | ipod | android | samsung | galaxy | huawei | xiaomi | redmi | oneplus
    maker-2: oppo | vivo | realme | nokia | pixel | motorola | lg | sony | xperia | htc | honor
    maker-3: blackberry | windows phone | lumia | wiko | asus | lenovo | mac | macbook | imac
    program: outlook | gmail | yahoo | mail | proton | protonmail | thunderbird | spark | bluemail
    program-2: k-9 | k 9 | fairemail | sparrow | airmail | aqua mail | mailbird | edison | nine | zimbra
    program-3: typeapp | polymail | superhuman | hey | canary | newton | inbox | boxer | tutanota | aol
    program-4: mail.ru | yandex | почты | gmx | web.de | zoho | web de | tuta | mobileme | icloud
    word: phone | smartphone | mobile | tablet | cell | handy | mobil | móvil | cellulare | téléphone
    word-2: telefon | telefoon | telefono | celular | tel | phablet | mobiele | matkapuhelin | puhelin
    word-3: puhelimesta | telefonu | telefonumdan | мобильного | телефона | смартфона | айфона | андроид
    word-4: モバイル | スマートフォン | 手机 | 手機 | 휴대폰 | 스마트폰 | הטלפון | גלקסי | آيفون | آیفون
    word-5: הנייד | הסלולרי | جوال | هاتفي | الآيفون | موبایل | گوشی | κινητό | mobilen | portable | cep
    """
  )
}
