/// Words that only the legal notice below a business mail uses.
enum LegalNotices {
  /// What the notice's first line begins with.
  static let openings = PhraseTable(
    """
    en: confidentiality notice | confidentiality | disclaimer | legal notice | privacy notice
    en-2: this e-mail and any | this email and any | this message and any | this e-mail is confidential
    en-3: this email is confidential | the information contained in this | this e-mail message is intended
    en-4: the contents of this | this message contains confidential | this communication is intended
    en-5: please consider the environment | think before you print | virus-free | save paper
    en-6: this email may contain | this e-mail may contain | this message may contain | caution
    en-7: the information transmitted | the information in this email | notice this e-mail
    en-8: this email has been checked | this email message is intended | this email contains confidential
    cs: tato zpráva a | tento e-mail a | před vytištěním
    da: denne e-mail | denne mail kan | tænk på miljøet
    de: diese e-mail enthält | diese nachricht enthält | der inhalt dieser | haftungsausschluss
    de-2: bitte prüfen sie | diese e-mail und | diese information ist | vertraulichkeitshinweis
    el: το παρόν μήνυμα | αυτό το μήνυμα περιέχει | σκεφτείτε το περιβάλλον
    es: aviso legal | este mensaje y | este correo electrónico | aviso de confidencialidad
    es-2: la información contenida en | este mensaje contiene | antes de imprimir | advertencia legal
    fa: این ایمیل محرمانه
    fi: tämä viesti on | tämä sähköposti
    fr: ce message et | ce courriel et | avis de confidentialité | les informations contenues dans
    fr-2: ce message est confidentiel | pensez à l'environnement | cet e-mail et | sans virus
    hu: ez az üzenet és | ez az e-mail
    it: le informazioni contenute in | questo messaggio è | avviso di riservatezza | ai sensi del
    it-2: questa e-mail | prima di stampare | questo messaggio e
    ja: このメールは機密 | 本メールに
    nb: denne e-posten | denne meldingen kan
    nl: dit bericht is | dit e-mailbericht | de informatie in dit | denk aan het milieu | deze e-mail is
    pl: niniejsza wiadomość | informacje zawarte w | treść tej wiadomości | zanim wydrukujesz
    pt: aviso legal | esta mensagem e | esta mensagem pode | as informações contidas | aviso de
    pt-2: antes de imprimir | este e-mail
    ro: acest mesaj | acest e-mail
    ru: данное сообщение | настоящее сообщение | информация в этом сообщении | это сообщение и
    sv: detta e-postmeddelande | detta meddelande kan | tänk på miljön
    tr: bu e-posta | bu mesaj ve | yasal uyarı
    uk: це повідомлення та
    zh: 本邮件及其附件 | 本電子郵件 | 此邮件 | 本邮件
    """
  )

  /// What the notice says further on.
  static let phrases = PhraseTable(
    """
    en: intended recipient | intended only for | intended solely for | privileged and confidential
    en-2: confidential and privileged | before printing | received this in error | received this email in
    en-3: received this message in | www avast com | legally privileged | strictly confidential | is confidential
    en-4: confidential information | scanned for viruses | checked for viruses | antivirus | received this communication in | confidential
    cs: důvěrné | určena výhradně
    da: fortrolige | fortrolig
    de: vertrauliche | rechtlich geschützte | irrtümlich erhalten | vertraulich | haftung
    el: εμπιστευτικές | εμπιστευτικό | αποδέκτη
    es: confidencial | destinatario | confidenciales | medio ambiente
    fa: محرمانه
    fi: luottamuksellinen | luottamuksellista
    fr: confidentiels | confidentielles | confidentiel | destinataire | usage exclusif | imprimer
    hu: bizalmas
    it: riservate | destinatario | confidenziali | riservato | uso esclusivo | stampare
    nb: konfidensiell | taushetsbelagt
    nl: vertrouwelijk | vertrouwelijke | geadresseerde | uitsluitend bestemd
    pl: poufne | poufna | adresata | wyłącznie
    pt: confidencial | confidenciais | destinatário | imprimir
    ro: confidențiale | confidențial | destinatar
    ru: конфиденциальную | конфиденциальной | конфиденциальна | адресата
    sv: konfidentiell | konfidentiellt | mottagaren
    tr: gizli | gizlilik
    uk: конфіденційну | конфіденційна
    """
  )
}
