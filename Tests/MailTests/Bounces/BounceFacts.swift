/// Whom each sample report is about and what it says happened, found by reading it.
///
/// A file with action and status, then its recipients.
enum BounceFacts {
  static let table = #"""
    arf-11.eml complained -
    arf-15.eml complained -
    arf-18.eml complained -
      kijitora@example.com
    arf-21.eml complained -
      kijitora@example.org
    arf-24.eml complained -
      kijitora@example.com
    lhost-activehunter-01.eml failed 5.1.1
      kijitora@example.org
    lhost-amavis-02.eml failed 5.1.1
      neko@example.co.jp
    lhost-amazonses-02.eml failed 5.3.0
      this-local-part-does-not-exist-on-the-server@docomo.ne.jp
    lhost-amazonses-06.eml failed 5.1.1
      bounce@simulator.amazonses.com
    lhost-amazonses-09.eml failed 5.1.1
      bounce@simulator.amazonses.com
    lhost-amazonses-12.eml delivered -
      success@simulator.amazonses.com
    lhost-amazonses-15.eml failed 5.7.1
      kijitora@neko.example.com
    lhost-amazonses-18.eml failed 5.4.4
      kijitora@neko.nyaan.example.edu
    lhost-amazonses-21.eml failed 5.7.1
      kijitora@example.com
    lhost-amazonworkmail-03.eml failed 5.3.5
      kuroneko@example.org
    lhost-amazonworkmail-07.eml failed 4.4.7
      kijitora@libsisimai.org
    lhost-barracuda-01.eml failed 5.7.1
      kijitora@example.org
    lhost-biglobe-01.eml failed -
      postmaster@mxr.biglobe.ne.jp
    lhost-courier-03.eml failed 5.7.1
      kijitora@example.jp
    lhost-domino-02.eml failed 5.0.0
      kijitora@example.co.jp
    lhost-dragonfly-02.eml failed 5.7.509
      pseudo-local-part@outlook.example.com
    lhost-dragonfly-05.eml failed 5.7.26
      authfailure@libsisimai.net
    lhost-dragonfly-08.eml failed 5.2.3
      exceedlimit@libsisimai.net
    lhost-dragonfly-11.eml failed 5.1.2
      hostunknown@libsisimai.net
    lhost-dragonfly-14.eml failed 5.3.4
      mesgtoobig@libsisimai.net
    lhost-dragonfly-17.eml failed 5.0.0
      onhold@libsisimai.net
    lhost-dragonfly-20.eml failed 5.7.0
      spamdetected@libsisimai.net
    lhost-dragonfly-23.eml failed 5.3.0
      systemerror@libsisimai.net
    lhost-dragonfly-26.eml failed 5.1.1
      userunknown@example.org
    lhost-dragonfly-29.eml failed 4.4.7
      expired@libsisimai.net
    lhost-einsundeins-03.eml failed 5.2.0
      xxxx@xxxx.com
    lhost-exchange2003-03.eml failed 5.1.1
      kijitora@example.jp
    lhost-exchange2003-07.eml failed 5.1.1
      kijitora@EXAMPLE.ORG
    lhost-exchange2007-03.eml failed 5.2.3
      kijitora@neko.example.com
    lhost-exchange2007-06.eml failed 5.1.1
      transports@agglo-saumur.fr
    lhost-exim-02.eml failed 5.1.1
      kijitora@example.jp
      sabatora@example.jp
    lhost-exim-05.eml failed 5.1.1
      kijitora@neko.example.co.jp
    lhost-exim-08.eml failed -
      kijitora@example.org
    lhost-exim-31.eml failed 5.7.1
      kijitora@example.net
    lhost-exim-34.eml failed 5.7.1
      kijitora@example.net
    lhost-exim-37.eml failed 5.1.1
      kijitora@example.net
    lhost-exim-40.eml failed 5.0.0
      kijitora@example.org
    lhost-exim-43.eml failed 5.7.1
      kijitora@example.net
    lhost-exim-46.eml failed 5.7.1
      kijitora@example.com
    lhost-exim-49.eml failed 5.0.0
      kijitora@example.com
    lhost-exim-52.eml failed 5.1.1
      kijitora@example.com
    lhost-exim-55.eml failed 5.7.0
      kijitora@example.com
    lhost-exim-58.eml failed 5.0.0
      kijitora@example.us
    lhost-exim-61.eml failed 5.1.1
      xxxx@xxxx.net
    lhost-ezweb-03.eml failed 5.2.1
      this-local-part-does-not-exist-on-the-site@ezweb.ne.jp
    lhost-ezweb-07.eml failed 5.1.1
      this-local-part-does-not-exist@ezweb.ne.jp
    lhost-fml-03.eml failed -
      neko@example.co.jp
    lhost-gmail-04.eml failed 5.7.1
      kijitora@example.com
    lhost-gmail-07.eml failed 5.7.1
      kijitora@example.ed.jp
    lhost-gmail-10.eml failed -
      kijitora@6jo.example.co.jp
    lhost-gmail-16.eml failed 5.2.2
      mailboxfull@bouncehammer.jp
    lhost-gmail-19.eml failed 5.2.2
      neko-nyaan@google.example.com
    lhost-gmx-03.eml failed 5.2.1
      mikeneko@example.co.jp
      sabineko@example.co.jp
    lhost-googlegroups-02.eml failed -
      libsisimai@googlegroups.com
    lhost-googlegroups-05.eml failed -
      libsisimai@googlegroups.com
    lhost-googlegroups-08.eml failed -
      libsisimai@googlegroups.com
    lhost-googlegroups-11.eml failed -
      libsisimai@googlegroups.com
    lhost-googlegroups-14.eml failed -
      libsisimai@googlegroups.com
    lhost-imailserver-02.eml failed 5.2.2
      kijitora@example.co.jp
    lhost-imailserver-06.eml failed -
      kijitora@example.jp
    lhost-kddi-03.eml failed 5.2.2
      kijitora@00000000000000.dion.ne.jp
    lhost-mailmarshal-02.eml failed 5.1.1
      kijitora@nyaan.example.com
    lhost-mailru-03.eml failed 5.2.2
      mikeneko@example.jp
      sabineko@example.jp
    lhost-mailru-06.eml failed 5.1.1
      nyan@haineko.org
    lhost-mailru-09.eml failed 5.1.8
      kijitora@example.jp
    lhost-mcafee-02.eml failed 5.1.1
      kijitora@example.jp
    lhost-mcafee-05.eml failed 5.0.0
      kijitora-nyaan@example.co.jp
    lhost-messagingserver-03.eml failed 5.7.1
      sabineko@example.org
      mikeneko@example.org
    lhost-messagingserver-06.eml failed 5.2.1
      kijitora@example.jp
    lhost-messagingserver-09.eml failed 5.0.0
      otsu-sakaba-hunter-neko-nyaaaaaaan@ezweb.ne.jp
    lhost-messagingserver-12.eml failed 4.2.2
      pseudo-local-part-kijitora-neko-nyaan@mac.com
    lhost-mfilter-03.eml failed 5.1.1
      kijitora@example.org
    lhost-mimecast-01.eml failed 5.4.1
      sabineko@neko.ef.example.org
    lhost-mxlogic-02.eml failed 5.1.1
      kijitora@example.jp
    lhost-notes-02.eml failed -
      kijitora@u1.example.co.jp
    lhost-office365-02.eml failed 5.1.1
      kijitora@example.onmicrosoft.com
    lhost-office365-05.eml failed 5.1.8
      kijitora@example.jp
    lhost-office365-08.eml failed 5.4.316
      nyaan@neko.example.jp
    lhost-office365-11.eml failed 5.1.1
      kijitora@cr3.neko.nyaan.jp
    lhost-opensmtpd-01.eml failed 5.1.1
      apdugoaidugoaidugoaeiudggadi@gmail.com
    lhost-opensmtpd-04.eml delayed 4.4.1
      kijitora@neko.example.jp
    lhost-opensmtpd-10.eml failed 5.0.0
      postmaster@cx.libsisimai.org
    lhost-opensmtpd-13.eml delayed 4.0.0
      pseudo-local-part-of-yahoo-inc@yahoo.com
    lhost-opensmtpd-16.eml delayed 4.4.7
      systemfull@libsisimai.net
    lhost-outlook-02.eml failed 5.1.1
      kijitora@example.jp
    lhost-outlook-06.eml delayed 4.4.7
      kijitora@example.com
    lhost-outlook-09.eml failed 5.5.0
      kijitora@example.org
    lhost-postfix-03.eml failed 5.0.0
      kijitora@example.net
    lhost-postfix-06.eml failed 5.4.4
      kijitora@neko.example.jp
    lhost-postfix-09.eml failed 4.3.2
      kijitora@example.ne.jp
    lhost-postfix-13.eml failed 5.2.1
      kijitora@example.jp
      noraneko@example.jp
    lhost-postfix-16.eml failed 5.1.6
      kijitora@example.go.jp
    lhost-postfix-29.eml failed 5.7.1
      kijitora@gmail.example.com
    lhost-postfix-32.eml failed 5.1.1
      "neko....nyaan...."@libsisimai.org
      neko....nyaan....@libsisimai.org
    lhost-postfix-35.eml failed 5.0.0
      otsu-sakaba-hunter-neko-nyaaaaaaan@ezweb.ne.jp
    lhost-postfix-38.eml failed 4.0.0
      kijitora@example.org
    lhost-postfix-41.eml failed 5.0.0
      kijitora@example.org
    lhost-postfix-44.eml failed 5.7.1
      kijitora@example.jp
    lhost-postfix-47.eml failed 5.0.0
      kijitora@hotmail.example.com
    lhost-postfix-50.eml failed 4.0.0
      soto-neko-nyaan@ntt.example.com
    lhost-postfix-53.eml failed 5.0.0
      pseudo-local-part-neko-nyaan@docomo.ne.jp
    lhost-postfix-56.eml failed 4.4.2
      nyaan@qq.example.com
    lhost-postfix-59.eml failed 5.2.1
      kijitora@ggl.example.org
    lhost-postfix-62.eml failed 5.0.0
      nyaan@libsisimai.org
    lhost-postfix-65.eml failed 5.0.0
      nyaan@example.org
    lhost-postfix-68.eml failed 5.0.0
      kijitora@yahoo.example.co.jp
    lhost-postfix-71.eml failed 5.7.1
      kijitora@apple.example.com
    lhost-postfix-74.eml failed 4.7.0
      kijitora@y.example.ca
    lhost-postfix-77.eml failed 5.0.0
      postmaster@libsisimai.org
      neko@example.co.jp
    lhost-postfix-80.eml failed 5.1.0
      xxxx@xxxx.com
    lhost-powermta-03.eml failed 5.2.1
      kijitora@libsisimai.org
    lhost-qmail-03.eml failed 5.7.1
      kijitora@example.org
    lhost-qmail-06.eml failed 4.2.2
      kijitora@example.jp
    lhost-qmail-09.eml failed 5.7.606
      neko@example.co.jp
    lhost-qmail-12.eml failed 5.4.4
      nyaan@example.org
    lhost-qmail-15.eml failed 5.7.509
      pseudo-local-part-of-microsoft-outlook@outlook.com
    lhost-qmail-18.eml failed 5.1.1
      userunknown@libsisimai.net
    lhost-qmail-21.eml failed 5.1.1
      libgsasl7-dev@email.example.jp
    lhost-qmail-24.eml failed 5.2.2
      mailboxfull@libsisimai.net
    lhost-receivingses-02.eml failed 5.1.1
      userunknown@neko.example.jp
    lhost-receivingses-05.eml failed 5.3.4
      exceedlimit@neko.example.jp
    lhost-receivingses-08.eml failed 5.2.3
      jp1rb6cm3@mozmail.com
    lhost-sendgrid-03.eml failed 4.4.1
      kijitora@example.org
    lhost-sendmail-03.eml failed 5.1.1
      bounce0@example.org
      userunknown@example.co.jp
    lhost-sendmail-06.eml failed 5.6.9
      kijitora@example.org
    lhost-sendmail-09.eml failed 5.7.9
      kijitora@example.co.jp
    lhost-sendmail-12.eml failed 4.4.7
      kijitora@example.org
    lhost-sendmail-15.eml failed 5.1.2
      kijitora@example.org
    lhost-sendmail-18.eml failed 5.0.0
      kijitora@example.jp
    lhost-sendmail-21.eml failed 4.4.7
      kijitora@cat.example.ne.jp
    lhost-sendmail-25.eml failed 5.1.1
      🐈🐈@example.org
    lhost-sendmail-28.eml failed 5.1.1
      this-local-part-does-not-exist-on-the-system@uqmobile.jp
    lhost-sendmail-31.eml failed 5.7.0
      kijitora@example.net
      sabatora@example.net
    lhost-sendmail-34.eml failed 5.7.0
      libsisimai@example.jp
      shironeko+example.jp@gmail.example.com
    lhost-sendmail-37.eml failed 5.1.1
      kijitora@nyaan.example.com
    lhost-sendmail-40.eml failed 5.2.0
      kijitora@ntt.example.ne.jp
    lhost-sendmail-43.eml failed 5.7.1
      kijitora@gmail.example.com
    lhost-sendmail-46.eml failed 5.5.0
      pseudo-local-part-kijitora-nyaaan@laposte.net
    lhost-sendmail-49.eml failed 5.1.1
      this-local-part-does-not-exist-on@au.com
    lhost-sendmail-52.eml failed 5.1.1
      otsu-sakaba-hunter-neko-nyaaaaaaan@au.com
    lhost-sendmail-55.eml delayed 4.5.0
      nyaan@example.jp
    lhost-sendmail-58.eml failed 5.7.1
      info@example.jp
      kijitora+neko-nyaan@google.example.com
    lhost-surfcontrol-01.eml failed 5.0.0
      kijitora@example.com
    lhost-trendmicro-01.eml failed 5.1.1
      kijitora@example.co.jp
    lhost-v5sendmail-01.eml failed 4.4.1
      kijitora@example.com
    lhost-v5sendmail-04.eml failed 5.1.2
      kijitora@example.ed.jp
      mikeneko@example.ac.jp
    lhost-v5sendmail-07.eml failed 5.1.1
      kijitora@example.org
      mikeneko@example.org
      hachiware@example.edu
    lhost-x1-01.eml failed 5.1.1
      kijitora@example.co.jp
    lhost-x1-04.eml delayed 4.4.1
      kijitora-neko@neko.example.go.jp
    lhost-x2-03.eml failed 4.4.7
      kijitora@example.org
    lhost-x2-06.eml failed 4.4.1
      kijitora-nyaan@neko.example.com
    lhost-x3-02.eml failed 5.1.2
      kijitora@example.co.jp
    lhost-x3-06.eml failed 5.1.1
      xxxx@xxxx.net
    lhost-x6-01.eml failed 5.4.6
      kijitora@nyaan.example.org
    lhost-yahoo-02.eml failed 5.2.2
      kijitora@example.ed.jp
    lhost-yahoo-05.eml failed 5.2.1
      kijitora@example.co.jp
    lhost-yahoo-08.eml failed 5.2.2
      mailboxfull@libsisimai.org
    lhost-yahoo-11.eml failed 5.1.8
      kijitora@example.jp
    lhost-yahoo-14.eml failed 5.0.0
      kijitora@example.org
    lhost-yandex-03.eml failed 4.4.1
      kijitora@6jo.example.jp
    lhost-zoho-03.eml failed 5.1.1
      shironeko@example.org
    rfc3464-01.eml failed 5.1.1
      userunknown@bouncehammer.jp
    rfc3464-06.eml failed 5.5.0
      kijitora@example.net
    rfc3464-09.eml delayed 4.3.0
      kijitora-cat@mx4.gr3.example.jp
      kijitora-nyaaaaaan@example.co.jp
    rfc3464-28.eml delivered 2.1.5
      kijitora@neko.example.jp
    rfc3464-35.eml failed 5.0.0
      kijitora@nyaan.example.com
      sabatora@cat.example.net
      mikeneko@neko.example.or.jp
    rfc3464-38.eml failed 5.2.2
      kijitora-nyaan@example.jp
    rfc3464-42.eml failed 5.0.0
      jane.doe@some-domain.net
    rfc3464-52.eml failed 4.0.0
      neko@libsisimai.org
    rfc3464-55.eml delayed 4.4.1
      sotoneko@nora.nyaan.jp
    rfc3464-58.eml failed 5.0.0
      otsu-sakaba-hunter-neko-nyaaaaaaan@ezweb.ne.jp
    rfc3464-61.eml failed 5.0.0
      kijitora@example.com
    rfc3464-64.eml failed 4.0.0
      maildebug@example.jpn
    rhost-aol-01.eml failed 5.4.4
      kijitora@example.jp
    rhost-aol-04.eml failed 5.1.1
      kijitora@example.co.jp
    rhost-apple-01.eml failed 5.1.6
      kijitora@example.jp
    rhost-apple-04.eml failed 5.1.1
      pseudo-local-part-of-icloud@icloud.com
    rhost-cox-01.eml failed 5.1.0
      recipient55@cox.net
    rhost-franceptt-01.eml failed 5.1.1
      pseudo-local-part-kijitora-nyaaan@orange.fr
    rhost-franceptt-04.eml failed 5.2.0
      xxxx@xxxx.com
    rhost-franceptt-07.eml failed 4.0.0
      xxxx@wanadoo.fr
    rhost-franceptt-11.eml failed 4.2.1
      xxxx@laposte.net
    rhost-godaddy-03.eml failed 5.1.1
      kijitora@example.com
    rhost-google-03.eml failed 5.7.26
      kijitora@google.example.com
      neko@example.co.jp
    rhost-google-06.eml failed 5.7.25
      michitsuna@google.example.com
      michitsuna@example.org
    rhost-gsuite-01.eml failed 5.1.0
      kijitora@example.de
    rhost-gsuite-04.eml failed 4.0.0
      sironeko@example.jp
    rhost-gsuite-07.eml failed 4.4.1
      siro@neko1.nyaan.jp
    rhost-gsuite-10.eml failed 4.0.0
      neko@libsisimai.org
    rhost-gsuite-13.eml failed 4.0.0
      nekonyaan@gmal.com
    rhost-iua-01.eml failed 5.0.0
      neko@email.example.ua
    rhost-messagelabs-01.eml failed 5.7.1
      kijitora@example.messagelabs.com
    rhost-microsoft-01.eml failed 5.7.606
      kijitora@example.com
    rhost-microsoft-04.eml failed 5.7.509
      pseudo-local-part-of-microsoft@outlook.com
    rhost-mimecast-01.eml failed 5.0.0
      sabatora@example.com
    rhost-nttdocomo-02.eml failed 5.0.0
      azumakuniyuki@ntt.docomo.example.ne.jp
    rhost-outlook-02.eml failed 5.1.1
      kijitora@example.jp
    rhost-outlook-06.eml delayed 4.4.7
      kijitora@example.com
    rhost-outlook-09.eml failed 5.5.0
      kijitora@example.org
    rhost-tencent-02.eml failed 5.0.0
      neko@qq.example.com
    rhost-yahooinc-02.eml failed 4.7.0
      kijitora@y.example.ca
    rhost-zoho-02.eml failed 5.7.7
      kijitora@zoho.example.com
    """#
}
