/// What each sample message says, found by reading it.
///
/// A file, then its facts: authors; number of recipients and the first; time; length and end of the
/// identifier; length of the subject and a word of it; numbers of references; length of what it
/// answers; size, type and name of files; number of words of text and HTML, and one of them.
enum MessageFacts {
  static let table = #"""
    attachment_emails/attachment_content_disposition.eml
    from <foo@example.com>
    to 1 <blah@example.com>
    date 2005-06-06T20:21:22Z
    id 48 le.com
    subject 7 testing
    file 28 text/x-ruby-script api.rb
    text 5 first

    attachment_emails/attachment_content_location.eml
    from <foo@example.com>
    to 1 <blah@example.com>
    date 2005-06-06T20:21:22Z
    id 48 le.com
    subject 7 testing
    file 227 image/jpeg Photo25.jpg
    text 5 first

    attachment_emails/attachment_message_rfc822.eml
    from <foo@example.com>
    to 1 <blah@example.com>
    date 2005-06-06T20:21:22Z
    id 48 le.com
    subject 7 testing
    file 3781 message/rfc822 ForwardedMessage.eml
    text 5 first

    attachment_emails/attachment_message_rfc822_inline_image.eml
    from <test@example.com>
    to 1 <foo@example.com>
    date 2020-04-21T13:40:22Z
    id 48 le.com
    subject 4 test
    file 370 image/png img.png
    file 1851 message/rfc822 Testmail.eml
    html 3 src="cid:emedfeb92f-

    attachment_emails/attachment_nonascii_filename.eml
    from <foo@example.com>
    to 1 <blah@example.com>
    date 2005-06-06T20:21:22Z
    id 48 le.com
    subject 7 testing
    file 11 text/plain ciële.txt
    text 5 first

    attachment_emails/attachment_only_email.eml
    from Ryan Finnie <rfinnie@domain.dom>
    to 1 <bob@domain.dom>
    date 2003-10-24T05:40:49Z
    id 34 alhost
    subject 40 JUST
    file 288 application/x-gzip blah.gz

    attachment_emails/attachment_pdf.eml
    from Test Tester <xxxx@xxxx.com>
    to 2 <xxxx@xxxx.com>
    date 2005-05-10T17:26:39Z
    id 13 xx.com
    subject 40 🍿
    file 1026 application/pdf broken.pdf
    text 25 looks

    attachment_emails/attachment_pdf_lf.eml
    from Test Tester <xxxx@xxxx.com>
    to 2 <xxxx@xxxx.com>
    date 2005-05-10T17:26:39Z
    id 13 xx.com
    subject 40 🍿
    file 1026 application/pdf broken.pdf
    text 25 looks

    attachment_emails/attachment_pdf_non_ascii.eml
    from Test Tester <xxxx@xxxx.com>
    to 2 <xxxx@xxxx.com>
    date 2005-05-10T17:26:39Z
    id 13 xx.com
    subject 40 🍿
    file 1026 application/pdf broken.pdf
    text 26 Â

    attachment_emails/attachment_pdf_non_ascii_lf.eml
    from Test Tester <xxxx@xxxx.com>
    to 2 <xxxx@xxxx.com>
    date 2005-05-10T17:26:39Z
    id 13 xx.com
    subject 40 🍿
    file 1026 application/pdf broken.pdf
    text 26 Â

    attachment_emails/attachment_with_base64_encoded_name.eml
    from xxxxxxxxx xxxxxxx <xxxxxxxxx.xxxxxxx@gmail.com>
    to 1 xxxxx xxxx <xxxxx@xxxxxxxxx.com>
    date 2005-05-08T19:09:11Z
    id 40 il.com
    subject 41 causes
    references 1
    answers 44
    file 399 application/pdf This is a test.pdf
    text 39 Signed

    attachment_emails/attachment_with_encoded_name.eml
    from xxxxxxxxx xxxxxxx <xxxxxxxxx.xxxxxxx@gmail.com>
    to 1 xxxxx xxxx <xxxxx@xxxxxxxxx.com>
    date 2005-05-08T19:09:11Z
    id 40 il.com
    subject 41 causes
    references 1
    answers 44
    file 399 application/octet-stream 01 Quien Te Dij�at. Pitbull.mp3
    text 40 email

    attachment_emails/attachment_with_quoted_filename.eml
    from Jeffrey Hardy <jeff@37signals.com>
    to 1 Jeffrey Hardy <jeff@37signals.com>
    date 2009-05-13T15:42:01Z
    id 50 ls.com
    subject 18 päring
    file 1952 image/jpeg Eelanalüüsi päring.jpg

    attachment_emails/attachment_with_unquoted_name.eml
    from <foo@example.com>
    to 1 <blah@example.com>
    date 2005-06-06T20:21:22Z
    id 48 le.com
    subject 7 testing
    file 11 text/plain This is a test.txt
    text 5 first

    error_emails/bad_date_header.eml
    from Grants-Notification <infoz@reactive-outpost.com>
    to 1 <someone@yahoo.com>
    subject 57 Eligible
    answers 17

    error_emails/bad_date_header2.eml
    from Free-Quilting.com <enews@Free-Quilting.com>
    to 1 <someone@live.com>
    id 46 rk.com
    subject 36 patterns

    error_emails/bad_encoded_subject.eml
    subject 4 TEST
    text 1 TEST

    error_emails/bad_subject.eml
    from MySurvey.com & Carol Adams <carol@mysurvey.com>
    to 1 <someone@aol.com>
    date 2010-12-15T17:21:20Z
    subject 51 survey
    text 100 member
    html 8 world

    error_emails/cant_parse_from.eml
    from Apple <News@InsideApple.Apple.com>
    to 1 <karl.baum@gmail.com>
    date 2009-06-12T06:25:02Z
    id 35 le.com
    subject 54 MacBook
    text 18 comes
    html 30 piece

    error_emails/content_transfer_encoding_7-bit.eml
    from Discover Card <discovercard_newsflash@discover.qrs1.net>
    to 1 <emclaug@enron.com>
    date 2002-01-10T02:47:50Z
    id 39 is.net
    subject 43 Online
    text 813 DiscoverÆ
    html 813 DiscoverÆ

    error_emails/content_transfer_encoding_empty.eml
    from <3712f2@msa.hinet.net>
    to 1 <brucegemini@yahoo.com.tw>
    id 17 724623
    subject 91 (2004¦~6¤ë¥÷)
    html 16 ¤u¨ã¦C

    error_emails/content_transfer_encoding_plain.eml
    from shavonda Cabral <baocqccyw@hq.lindsayelec.com>
    to 1 <em-ca-bruceg@em.ca>
    date 2005-03-28T01:11:59Z
    id 56 ec.com
    subject 32 IGTS
    text 779 ìIGTSî.

    error_emails/content_transfer_encoding_qp_with_space.eml
    from Wilmer Capps <fyouizjnp@swissonline.ch>
    to 1 <bait-passover@em.ca>
    date 2004-11-07T21:23:56Z
    id 43 ico.ca
    subject 40 Blood
    text 46 customers
    html 50 happy

    error_emails/content_transfer_encoding_spam.eml
    from neal ragland <shechem@poetrix.com>
    to 1 palmer vladi.Pimenovraud <vladi.Pimenov@enron.com>
    date 2001-08-19T13:31:03Z
    id 28 ix.com
    text 106 will

    error_emails/content_transfer_encoding_text-html.eml
    from chianfong cuthbert <abhijit.862153drinnan@datavalet.com>
    to 1 <cvs@bruce-guenter.dyndns.org>
    date 2005-05-06T11:55:01Z
    subject 41 refinance
    html 60 visit

    error_emails/content_transfer_encoding_with_8bits.eml
    from announcements@provantage.com <announcements@provantage.com>
    to 1 <jeff_dasovich@enron.com>
    date 2001-12-04T22:10:25Z
    id 43 on.com
    subject 30 Advantage
    html 2521 your

    error_emails/content_transfer_encoding_with_semi_colon.eml
    from Shelby <nsukijamq@morozstudio.tk>
    to 1 <cvs@bruce-guenter.dyndns.org>
    date 2005-06-30T04:57:10Z
    subject 9 Attention
    text 71 Time
    html 348 take

    error_emails/content_transfer_encoding_x_uuencode.eml
    from Lon L. Peters <lpeters@PACIFIER.COM>
    to 1 <RRGA-L@LIST.RTOWEST.ORG>
    date 2002-01-10T21:59:53Z
    id 39 6.216]
    subject 43 West
    references 1
    answers 45
    file 0 application/msword PGP_Cmts_on_12-14-01_Pkg.doc
    text 104 have

    error_emails/empty_group_lists.eml
    from Cecil Edwards <ceciledwards@sbcglobal.net>
    date 2009-12-03T18:50:22Z
    id 43 oo.com
    subject 34 Swift
    text 311 UNION
    html 405 contact

    error_emails/empty_in_reply_to.eml
    from Andrey Kuznetsov <ak@g.com>
    to 1 <abuser@r.ru>
    date 2009-09-19T15:49:36Z
    id 44 ondell
    subject 46 patient

    error_emails/encoding_madness.eml
    from <no-reply@crm.el-example.org>
    to 1 <e-f5f4@app.ar-example.com>
    date 2010-09-22T07:30:53Z
    id 49 le.org
    subject 85 King
    text 2 Text

    error_emails/header_fields_with_empty_values.eml
    from Jørn Støylen <jorn@prikkprikkprikk.no>
    to 1 AF Test <aftest@adfontesmedier.no>
    date 2009-10-30T19:07:42Z
    id 55 ikk.no
    subject 8 Testmail
    text 10 Støylen

    error_emails/invalid_subject_characters.eml
    from Formação Frenetikpolis <info@formacaofrenetik.info>
    to 3 <martin@internet.ao>
    subject 70 Verão
    text 1 TEST

    error_emails/missing_body.eml
    from SCS_2 <redacted@attglobal.net>
    date 2001-11-27T23:02:35Z
    id 35 c@vaio
    subject 8 REDACTED

    error_emails/missing_content_disposition.eml
    from <redacted@example.com>
    to 1 <redacted@example.com>
    date 2002-01-22T14:35:28Z
    id 43 on.com
    subject 8 Redacted
    file 1311 image/jpg somefile.jpg

    error_emails/multiple_content_types.eml
    from <redacted@flashmail.net>
    to 1 <redacted@Enron.com>
    id 30 63.net
    subject 8 Redacted
    text 1 foo
    html 1 <p>foo</p>

    error_emails/multiple_invalid_content_dispositions.eml
    from <redacted@flashmail.net>
    to 1 <redacted@Enron.com>
    id 30 63.net
    subject 8 Redacted
    html 1 <p>foo</p>

    error_emails/multiple_references_with_one_invalid.eml
    from <redacted@flashmail.net>
    to 1 <redacted@Enron.com>
    id 30 63.net
    subject 8 Redacted
    references 2
    text 1 foo
    html 1 <p>foo</p>

    error_emails/must_supply_encoding.eml
    from Biz Phone Systems from EclipseMediaOnline�� <info@here2there-travelers-msgs.net>
    to 1 <anyone@YAHOO.COM>
    date 2010-11-14T17:41:44Z
    id 42 2u.net
    subject 45 phone���

    error_emails/new_line_in_to_header.eml
    from <l@gcn-example.com>
    to 6 <leads@sg.dc.com>
    date 2010-10-13T14:53:04Z
    id 58 .tmail
    subject 34 Lead
    text 11 <prospect>

    error_emails/trademark_character_in_subject.eml
    from <j@yahoo-example.com>
    to 3 <c@ra-example.com>
    date 2010-10-12T16:21:05Z
    id 59 le.com
    subject 26 GA.comô
    text 5 Text

    error_emails/weird_to_header.eml
    from <anonymous@i.tp.host>
    to 2 <user-example@aol.com>
    date 2010-10-15T03:25:06Z
    id 36 p.host
    subject 0
    text 6 THEY

    mime_emails/email_with_similar_boundaries.eml
    from Xxxxx <xxxxxx@xxxxxxxx.xxx>
    to 1 <xxxxxxx@xxxxxxxxxxx.xxx>
    date 2012-04-06T01:01:01Z
    id 35 xx.xxx
    subject 6 Xxxxxx
    file 3 application/octetstream LOGO.png
    text 1 Test
    html 15 PUBLIC

    mime_emails/raw_email11.eml
    from xxxxx@xxxxx <xxxxx@xxxxx>
    to 1 xxxxx@xxxxx <matmail>
    date 2005-04-27T21:15:31Z
    id 38 @xxxxx
    subject 24 when
    text 2 Xxxxx

    mime_emails/raw_email12.eml
    from <foo@example.com>
    to 1 <blah@example.com>
    date 2005-06-06T20:21:22Z
    id 48 le.com
    subject 7 testing
    file 227 image/jpeg Photo25.jpg
    text 5 first

    mime_emails/raw_email2.eml
    from xxxxxxxxx xxxxxxx <xxxxxxxxx.xxxxxxx@gmail.com>
    to 1 xxxxx xxxx <xxxxx@xxxxxxxxx.com>
    date 2005-05-08T19:09:11Z
    id 40 il.com
    subject 41 causes
    references 1
    answers 44
    file 2361 application/pkcs7-signature smime.p7s
    text 108 certificate

    mime_emails/raw_email4.eml
    from <xxx@xxxx.xxx>
    to 1 <xxx@xxxx.xxx>
    date 2005-05-08T17:30:08Z
    id 39 xx.xxx
    subject 5 Filth
    text 56 text

    mime_emails/raw_email7.eml
    from <foo@example.com>
    to 1 <blah@example.com>
    date 2005-06-06T20:21:22Z
    id 48 le.com
    subject 7 testing
    file 25 text/x-ruby-script test.rb
    file 14 application/pdf test.pdf
    file 227 application/pkcs7-signature smime.p7s
    text 5 first

    mime_emails/raw_email_encoded_stack_level_too_deep.eml
    from Gmail Team <gmail-noreply@google.com>
    to 1 Nicolas Fouché <a.b@gmail.com>
    date 2005-06-28T08:02:11Z
    id 41 il.com
    subject 52 Fouché
    text 58 Fouché
    html 69 Fouché

    mime_emails/raw_email_with_binary_encoded.eml
    from Mikel Lindsaar <email_test@me.nowhere>
    to 1 <mikel@me.nowhere>
    date 2007-10-21T09:38:13Z
    id 40 el091a
    subject 15 outlook
    file 24 image/jpeg 2013-08-13_19-08-28-1.jpg

    mime_emails/raw_email_with_illegal_boundary.eml
    from Mikel Lindsaar <email_test@me.nowhere>
    to 1 <mikel@me.nowhere>
    date 2007-10-21T09:38:13Z
    id 40 el091a
    subject 15 outlook
    text 9 outlook
    html 43 HTML

    mime_emails/raw_email_with_mimepart_without_content_type.eml
    from Mail Delivery Subsystem <MAILER-DAEMON@antivirus.uqam.ca>
    to 1 <roor32@gmail.com>
    date 2006-10-20T08:28:33Z
    id 45 qam.ca
    subject 46 message
    file 1548 message/rfc822
    text 60 session

    mime_emails/raw_email_with_multipart_mixed_quoted_boundary.eml
    from Mikel Lindsaar <email_test@me.nowhere>
    to 1 <mikel@me.nowhere>
    date 2007-10-21T09:38:13Z
    id 40 el091a
    subject 15 outlook
    file 1026 application/pdf broken.pdf
    text 25 looks

    mime_emails/raw_email_with_nested_attachment.eml
    from Jamis Buck <jamis@37signals.com>
    to 1 Jamis Buck <jamis@jamisbuck.org>
    date 2007-02-22T18:20:31Z
    id 50 ls.com
    subject 19 attachments
    file 1902 image/png truncated.png
    file 939 application/pkcs7-signature smime.p7s
    text 11 attachment

    mime_emails/raw_email_with_quoted_illegal_boundary.eml
    from Mikel Lindsaar <email_test@me.nowhere>
    to 1 <mikel@me.nowhere>
    date 2007-10-21T09:38:13Z
    id 40 el091a
    subject 15 outlook
    text 9 outlook
    html 43 HTML

    mime_emails/sig_only_email.eml
    from Test <test@test.lindsaar.net>
    to 1 Mikel <mikel@test.lindsaar.net>
    date 2007-06-04T22:01:31Z
    id 32 forged
    subject 28 Testing
    file 197 application/pgp-signature signature.asc
    text 18 signed

    mime_emails/two_from_in_message.eml
    from Tester 1 <tester1@test.com>
    to 1 <tester2@test.com>
    date 2009-12-02T09:39:33Z
    id 53 st.com
    subject 40 include
    references 1
    answers 53
    text 47 some
    html 47 digging

    multi_charset/japanese.eml
    from Mikel Lindsaar <raasdnil@gmail.com>
    to 1 みける <raasdnil@gmail.com>
    subject 5 まみむめも
    text 8 かきくえこ

    multi_charset/japanese_attachment.eml
    from Mikel Lindsaar <raasdnil@gmail.com>
    to 1 Mikel Lindsaar <raasdnil@gmail.com>
    date 2009-10-16T12:39:34Z
    id 59 il.com
    subject 7 testing
    file 33 text/plain てすと.txt
    text 8 RSpec

    multi_charset/japanese_attachment_long_name.eml
    from Mikel Lindsaar <mikel@test.lindsaar.net>
    to 1 Mikel Lindsaar <raasdnil@gmail.com>
    date 2009-10-30T08:11:02Z
    id 54 ar.net
    subject 50 まみむめもまみむめもまみむめもまみむめも
    file 18 text/plain かきくけこかきくけこかきくけこかきくけこかきくけこ.txt

    multi_charset/japanese_iso_2022.eml
    from Mikel Lindsaar <raasdnil@gmail.com>
    to 1 みける <raasdnil@gmail.com>
    subject 5 まみむめも
    text 1 すみません。

    multi_charset/japanese_shift_jis.eml
    from <xxxxxxx@docomo.ne.jp>
    to 1 <unknown@example.com>
    date 2014-05-28T08:18:19Z
    id 18 .ne.jp
    subject 4 test
    text 3 あいうえお

    multi_charset/ks_c_5601-1987.eml
    from <from@example.com>
    to 1 <unknown@example.com>
    date 2014-05-28T08:18:19Z
    id 16 le.com
    subject 4 test
    text 1 스티해

    multipart_report_emails/multi_address_bounce1.eml
    from Mail Delivery System <MAILER-DAEMON@lvmail01.LL.com>
    to 1 <rahul.chaudhari@LL.com>
    date 2010-02-24T06:16:41Z
    id 42 LL.com
    subject 35 Returned
    file 1381 message/rfc822
    text 276 address

    multipart_report_emails/multi_address_bounce2.eml
    from Mail Delivery System <MAILER-DAEMON@lvmail01.LL.com>
    to 1 <rahul.chaudhari@LL.com>
    date 2010-02-24T06:16:41Z
    id 42 LL.com
    subject 35 Returned
    file 1381 message/rfc822
    text 276 address

    multipart_report_emails/multipart_report_multiple_status.eml
    from Mail Administrator <Postmaster@ci.com>
    to 1 <notification+promo@blah.com>
    date 2010-06-29T15:42:44Z
    id 59 lmta04
    subject 33 Error
    file 2680 message/rfc822
    text 27 Please

    multipart_report_emails/report_422.eml
    from Mail Delivery Subsystem <MAILER-DAEMON@tppppp.com.au>
    to 1 <jennifer@sss.sssssss.net.au>
    date 2008-01-16T16:40:52Z
    id 47 com.au
    subject 48 message
    file 686 text/rfc822-headers
    text 108 Mailbox

    multipart_report_emails/report_530.eml
    from Mail Delivery Subsystem <MAILER-DAEMON@tttttt.com.au>
    to 1 <mikel@sssss.net>
    date 2007-12-23T23:03:53Z
    id 46 com.au
    subject 41 transcript
    file 1663 text/rfc822-headers
    text 88 while

    plain_emails/basic_email.eml
    from Mikel Lindsaar <test@lindsaar.net>
    to 1 Mikel Lindsaar <raasdnil@gmail.com>
    date 2008-11-22T04:04:59Z
    id 54 ar.net
    subject 11 Testing
    text 7 works

    plain_emails/basic_email_lf.eml
    from Mikel Lindsaar <test@lindsaar.net>
    to 1 Mikel Lindsaar <raasdnil@gmail.com>
    date 2008-11-22T04:04:59Z
    id 54 ar.net
    subject 11 Testing
    text 7 works

    plain_emails/mix_caps_content_type.eml
    from Big Bug <bb@bug.com>
    to 1 <rubymail@ruby-lang.org>
    date 2010-02-19T07:08:29Z
    id 38 ny.com
    subject 26 method
    text 2 bar

    plain_emails/raw_email.eml
    from Jamis Buck <jamis@37signals.com>
    to 1 <willard15georgina@jamis.backpackit.com>
    date 2005-05-02T22:07:05Z
    id 46 ls.com
    subject 15 하는
    text 8 믿습니다.

    plain_emails/raw_email10.eml
    from <xxx@xxxx.xxx>
    to 1 <xxxxxxxxxxx@xxxx.xxxx.xxx>
    date 2005-05-10T20:27:03Z
    id 12 xx.xxx
    text 24 Mobilité.

    plain_emails/raw_email5.eml
    from <xxx@xxxx.xxx>
    to 1 <xxxxxxxxxxx@xxxx.xxxx.xxx>
    date 2005-05-10T20:27:03Z
    id 12 xx.xxx
    text 24 Mobilité.

    plain_emails/raw_email6.eml
    from <xxx@xxxx.xxx>
    to 1 <xxxxxxxxxxx@xxxx.xxxx.xxx>
    date 2005-05-10T20:27:03Z
    id 12 xx.xxx
    text 24 Mobilité.

    plain_emails/raw_email8.eml
    from xxxxxxxxx xxxxxxx <xxxxxxxxx.xxxxxxx@gmail.com>
    to 1 xxxxx xxxx <xxxxx@xxxxxxxxx.com>
    date 2005-05-08T19:09:11Z
    id 40 il.com
    subject 41 causes
    references 1
    answers 44
    file 399 application/octet-stream 01 Quien Te Dij�at. Pitbull.mp3
    text 40 email

    plain_emails/raw_email_bad_time.eml
    from Атиковa <yusuf75thu@auracom.net>
    to 1 <abcdefg@AAAAAAAAA.net>
    date 3609-06-30T09:33:50Z
    id 42 om.net
    subject 26 XXXXX
    text 19 viruses
    html 43 been

    plain_emails/raw_email_double_at_in_header.eml
    from Jamis Buck <jamis@37signals.com>
    to 1 <willard15georgina@jamis.backpackit.com>
    date 2005-05-02T22:07:05Z
    id 48 ls.com
    subject 15 하는
    text 8 믿습니다.

    plain_emails/raw_email_incorrect_header.eml
    from xxx xxx <xxx@xxx.xxx>
    to 1 <xxx@xxx.com>
    date 2005-02-23T22:20:17Z
    id 24 xx.xxx
    subject 37 once
    text 31 removal

    plain_emails/raw_email_multiple_from.eml
    from <tim@powerupdev.com>
    from <concierge@powerupdev.com>
    to 2 <tim@powerupdev.com>
    date 2007-10-22T23:45:23Z
    id 39 de.net
    subject 37 revision
    text 66 needed

    plain_emails/raw_email_quoted_with_0d0a.eml
    from <foo@example.com>
    to 1 <blah@example.com>
    date 2005-06-06T20:21:22Z
    id 48 le.com
    subject 7 testing
    text 39 routing

    plain_emails/raw_email_reply.eml
    from Testing <xxxxxxxx@xxx.org>
    to 1 Mikel Lindsaar <mikel@xxxx.net>
    date 2007-11-18T08:56:07Z
    id 22 xx.org
    subject 20 reply
    references 2
    answers 38
    text 2 body

    plain_emails/raw_email_simple.eml
    from Mikel Lindsaar <mikel@nowhere.com>
    to 1 Mikel <mikel@somewhere.com>
    date 2007-10-21T09:38:13Z
    id 40 el091a
    subject 15 outlook
    text 2 Mikel

    plain_emails/raw_email_string_in_date_field.eml
    from <mikel@me.com>
    to 1 <bob@bob.com>
    date 2008-09-20T17:04:30Z
    id 45 ar.net
    subject 15 하는
    text 8 믿습니다.

    plain_emails/raw_email_trailing_dot.eml
    from Sandy M. <noreply@rubyforge.org>
    to 1 <noreply@rubyforge.org>
    date 2008-09-22T19:06:28Z
    id 41 ge.org
    subject 66 files
    text 3 testing,

    plain_emails/raw_email_with_at_display_name.eml
    from Mikel Lindsaar <test@lindsaar.net>
    from <jack@lindsar.com>
    to 3 <smith@gmail.com>
    date 2008-11-22T04:04:59Z
    id 54 ar.net
    subject 11 Testing
    text 7 works

    plain_emails/raw_email_with_bad_date.eml
    from Darrell Shaw <subventive@vodtravel.com>
    to 1 <sydney@xxxxxxxx.xxx>
    id 40 alhost
    subject 76 Just
    text 3 hotnewsoft

    plain_emails/raw_email_with_partially_quoted_subject.eml
    from Jamis Buck <jamis@37signals.com>
    to 1 <jamis@37signals.com>
    date 2005-05-02T22:07:05Z
    id 46 ls.com
    subject 28 "漢字"
    text 8 믿습니다.

    rfc2822/example01.eml
    from John Doe <jdoe@machine.example>
    to 1 Mary Smith <mary@example.net>
    date 1997-11-21T15:55:06Z
    id 26 xample
    subject 12 Hello
    text 10 message

    rfc2822/example02.eml
    from John Doe <jdoe@machine.example>
    to 1 Mary Smith <mary@example.net>
    date 1997-11-21T15:55:06Z
    id 26 xample
    subject 12 Hello
    text 10 message

    rfc2822/example03.eml
    from Joe Q. Public <john.q.public@example.com>
    to 3 Mary Smith <mary@x.test>
    date 2003-07-01T08:52:37Z
    id 28 le.com
    text 2 everyone.

    rfc2822/example04.eml
    from Pete <pete@silly.example>
    to 3 Chris Jones <c@a.test>
    date 1969-02-14T03:02:54Z
    id 27 xample
    text 1 Testing.

    rfc2822/example05.eml
    from John Doe <jdoe@machine.example>
    to 1 Mary Smith <mary@example.net>
    date 1997-11-21T15:55:06Z
    id 26 xample
    subject 12 Hello
    text 10 message

    rfc2822/example06.eml
    from Mary Smith <mary@example.net>
    to 1 John Doe <jdoe@machine.example>
    date 1997-11-21T16:01:10Z
    id 16 le.net
    subject 16 Hello
    references 1
    answers 26
    text 7 reply

    rfc2822/example07.eml
    from John Doe <jdoe@machine.example>
    to 1 Mary Smith: Personal Account <smith@home.example>
    date 1997-11-21T17:00:00Z
    id 27 ne.tld
    subject 16 Hello
    references 2
    answers 16
    text 7 reply

    rfc2822/example08.eml
    from John Doe <jdoe@machine.example>
    to 1 Mary Smith <mary@example.net>
    date 1997-11-21T15:55:06Z
    id 26 xample
    subject 12 Hello
    text 10 message

    rfc2822/example09.eml
    from John Doe <jdoe@machine.example>
    to 1 Mary Smith <mary@example.net>
    date 1997-11-21T15:55:06Z
    id 26 xample
    subject 12 Hello
    text 10 message

    rfc2822/example10.eml
    from Pete <pete@silly.test>
    to 3 Chris Jones <c@public.example>
    date 1969-02-14T03:02:00Z
    id 24 y.test
    text 1 Testing.

    rfc2822/example11.eml
    from Joe Q. Public <john.q.public@example.com>
    to 2 Mary Smith <mary@example.net>
    date 2003-07-01T08:52:37Z
    id 28 le.com
    text 2 everyone.

    rfc2822/example12.eml
    from John Doe <jdoe@machine.example>
    to 1 Mary Smith <mary@example.net>
    date 1997-11-21T09:55:06Z
    id 26 xample
    subject 12 Hello
    text 10 message

    rfc2822/example13.eml
    from John Doe <jdoe@machine.example>
    to 1 Mary Smith <mary@example.net>
    date 1997-11-21T15:55:06Z
    id 26 xample
    subject 12 Hello
    text 10 message

    rfc2822/example14.eml
    from Atsushi Yoshida <atsushi@example.com>
    to 1 <rudeboyjet@gmail.com>
    date 2011-08-19T01:47:17Z
    id 25 le.com
    subject 15 テストテスト
    answers 32
    text 1 Hello

    rfc6532/utf8_headers.eml
    from Jöhn Doe <jdöe@mächine.example>
    to 1 Märy Smith <märy@exämple.net>
    subject 12 Säying
    text 1 body
    """#
}
