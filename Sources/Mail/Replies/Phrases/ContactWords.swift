/// What stands before a number or address on a business card.
enum ContactWords {
  static let labels = PhraseTable(
    """
    en: tel | phone | mobile | fax | cell | office | direct | skype | email | e-mail | mail | web | t | m
    en-2: f | p | e | w | mob | telephone | ph | whatsapp | linkedin | twitter | www | website | ext
    en-3: via mobile | follow us | registered office | company number | vat
    ar: هاتف | جوال | فاكس | بريد
    cs: mobil | telefon | web
    da: tlf | telefon | mobil
    de: telefon | mobil | handy | durchwahl | amtsgericht | geschäftsführer | ust-idnr | registergericht
    el: τηλ | τηλέφωνο | κιν | φαξ
    es: teléfono | móvil | tfno | correo
    fa: تلفن | موبایل | همراه | فکس
    fi: puh | puhelin
    fr: tél | téléphone | portable | mob | courriel | siret
    he: טלפון | נייד | פקס | טל
    hu: telefon | mobil
    it: telefono | cellulare | cell | p iva
    ja: 電話 | 携帯
    ko: 전화 | 휴대폰
    nb: tlf | mobil
    nl: telefoon | mobiel | kvk
    pl: tel | kom | nip
    pt: telefone | celular | telemóvel
    ro: telefon | mobil
    ru: тел | телефон | моб | факс | почта
    sv: telefon | mobil | växel
    tr: telefon | cep | faks
    uk: телефон
    vi: điện thoại
    zh: 电话 | 手机 | 電話 | 传真 | 邮箱
    """
  )
}
