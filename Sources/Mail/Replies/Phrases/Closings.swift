/// The words above the name at the end of a mail.
enum Closings {
  /// Closings that say nothing else; with the name below they are a signature.
  static let firm = PhraseTable(
    """
    en: regards | best regards | kind regards | warm regards | kindest regards | warmest regards
    en-2: with kind regards | with best regards | best wishes | cheers | many regards | rgds
    en-3: all the best | with regards | best | br | kr | regards and thanks | thanks and regards
    en-4: thanks & regards | with warm regards | good regards | thank you and regards | brgds
    af: vriendelike groete | groete
    ar: مع التحية | تحياتي | مع خالص التحية | أطيب التحيات | وتفضلوا بقبول فائق الاحترام | مع أطيب التحيات
    az: hörmətlə
    be: з павагай
    bg: поздрави | с уважение | с поздрав | най-добри пожелания
    bs: srdačan pozdrav | lijep pozdrav
    ca: salutacions | atentament | salutacions cordials
    cs: s pozdravem | hezký den | s přáním hezkého dne | zdravím | s pozdravem a přáním
    cy: cofion gorau
    da: med venlig hilsen | venlig hilsen | mvh | mange hilsner | hilsen | de bedste hilsner | vh
    de: mit freundlichen grüßen | freundliche grüße | viele grüße | beste grüße | mfg | lg | vg
    de-2: liebe grüße | mit freundlichem gruß | mit besten grüßen | schöne grüße | herzliche grüße
    de-3: hochachtungsvoll | freundlichen gruß | gruß | grüße | mit vielen grüßen | freundlicher gruß
    de-4: mit lieben grüßen | beste grüsse | mit freundlichen grüssen | freundliche grüsse | lieben gruß
    el: με εκτίμηση | χαιρετισμούς | φιλικά | με φιλικούς χαιρετισμούς | με τιμή
    es: saludos | un saludo | saludos cordiales | atentamente | un cordial saludo | cordialmente
    es-2: saludos cordiales | un abrazo | reciba un cordial saludo | muy atentamente | cordiales saludos
    et: lugupidamisega | parimate soovidega | tervitades
    eu: agur bero bat | ondo izan
    fa: با احترام | با تشکر و احترام | ارادتمند | با سپاس
    fi: ystävällisin terveisin | terveisin | parhain terveisin | t | yst terv | terv
    fr: cordialement | bien cordialement | bien à vous | salutations | meilleures salutations | cdt
    fr-2: cdlt | sincères salutations | très cordialement | amicalement | salutations distinguées
    fr-3: respectueusement | bien sincèrement | cordiales salutations
    gl: saúdos | un saúdo
    he: בברכה | בכבוד רב | בתודה ובברכה | תודה ובברכה
    hi: सादर | शुभकामनाएं | भवदीय
    hr: srdačan pozdrav | lijep pozdrav | s poštovanjem | pozdrav | lp
    hu: üdvözlettel | tisztelettel | üdv | köszönettel és üdvözlettel | szívélyes üdvözlettel
    id: salam | hormat saya | salam hangat | hormat kami
    is: kveðja | bestu kveðjur | með kveðju | kær kveðja
    it: cordiali saluti | saluti | distinti saluti | cordialmente | un saluto | un cordiale saluto
    it-2: tanti saluti | i migliori saluti
    ja: 敬具 | よろしくお願いします | よろしくお願いいたします | 宜しくお願い致します
    ka: პატივისცემით
    kk: құрметпен
    ko: 감사합니다 드림 | 드림
    lt: pagarbiai | su pagarba | geriausi linkėjimai
    lv: ar cieņu | cieņā
    mk: поздрав | со почит
    nb: vennlig hilsen | med vennlig hilsen | mvh | hilsen | beste hilsen | vennleg helsing
    nl: met vriendelijke groet | met vriendelijke groeten | groeten | groet | mvg | vriendelijke groet
    nl-2: hartelijke groet | vriendelijke groeten | hartelijke groeten | met hartelijke groet | gr
    pl: pozdrawiam | z poważaniem | z wyrazami szacunku | serdecznie pozdrawiam | pozdrowienia | pozdr
    pt: atenciosamente | cumprimentos | abraços | saudações | com os melhores cumprimentos | att
    pt-2: melhores cumprimentos | abraço | cordialmente | um abraço | atentamente
    ro: cu stimă | cu respect | salutări | toate cele bune
    ru: с уважением | с наилучшими пожеланиями | всего доброго | с приветом | всего хорошего
    sk: s pozdravom | s úctou
    sl: lep pozdrav | lp | s spoštovanjem | prijazen pozdrav
    sq: me respekt | përshëndetje
    sr: срдачан поздрав | поздрав | с поштовањем | srdačan pozdrav | s poštovanjem
    sv: med vänliga hälsningar | vänliga hälsningar | mvh | hälsningar | med vänlig hälsning
    sv-2: vänligen | bästa hälsningar | vänlig hälsning | hälsar
    th: ขอแสดงความนับถือ | ด้วยความเคารพ
    tr: saygılarımla | saygılar | iyi çalışmalar | selamlar | saygılarımızla | sevgiler
    uk: з повагою | з найкращими побажаннями
    vi: trân trọng | thân ái | kính thư | thân mến
    zh: 此致 | 敬礼 | 此致敬礼 | 顺祝商祺 | 祝好 | 敬上 | 谨启 | 順頌商祺
    """
  )

  /// Thanks and formal letters' closings, which belong to the reply unless a business card follows.
  static let soft = PhraseTable(
    """
    en: thanks | thank you | many thanks | sincerely | yours sincerely | yours truly | thx
    en-2: yours faithfully | thanks again | thanks in advance | sincerely yours | respectfully | yours
    en-3: thanks a lot | thank you very much | thanks so much | thank you so much
    cs: děkuji | díky
    da: tak | på forhånd tak
    de: danke | vielen dank | besten dank | danke im voraus | herzlichen dank
    el: ευχαριστώ | σας ευχαριστώ
    es: gracias | muchas gracias | gracias de antemano
    fa: ممنون | با تشکر | سپاس
    fi: kiitos | kiitos etukäteen
    fr: merci | merci d'avance | merci beaucoup
    he: תודה | תודה רבה | תודה מראש
    hu: köszönöm | köszönettel
    it: grazie | grazie mille
    ja: ありがとうございます
    ko: 감사합니다
    nb: takk | på forhånd takk
    nl: bedankt | alvast bedankt | dank u | dank je wel | met dank
    pl: dziękuję | dzięki | z góry dziękuję
    pt: obrigado | obrigada | muito obrigado
    ru: спасибо | заранее спасибо
    sv: tack | tack på förhand | tack så mycket
    tr: teşekkürler | teşekkür ederim
    uk: дякую
    vi: cảm ơn
    zh: 谢谢 | 謝謝
    """
  )
}
