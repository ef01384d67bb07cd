import Testing
import Text

@Suite struct TransliterationTests {
  @Test(arguments: [
    ("καλημέρα", "kalhmera"), ("καλημέρα", "kalimera"), ("θέλω", "8elw"), ("θέλω", "thelo"),
    ("ξανά", "3ana"), ("ξανά", "ksana"), ("ευχαριστώ", "euxaristw"), ("ευχαριστώ", "efxaristo"),
    ("την", "thn"), ("έχω", "exw"), ("έχω", "eho"), ("που", "pou"), ("που", "pu"),
    ("παραγγελία", "paraggelia"), ("άλλο", "alo"), ("αυτό", "afto"), ("αυτό", "auto"),
  ])
  func `Greek sounds alike in either script`(greek: String, latin: String) {
    var first: [UInt32] = []
    var second: [UInt32] = []
    let greekText = TokenisedText(greek)
    let latinText = TokenisedText(latin)
    GreekSound.append(greek: greekText.scalars[...], to: &first)
    GreekSound.append(latin: latinText.scalars[...], to: &second)
    #expect(first == second)
  }

  @Test(arguments: [
    ("سلام", "salam"), ("خیلی", "kheili"), ("ممنون", "mamnoon"), ("سفارش", "sefaresh"),
    ("چرا", "chera"), ("هنوز", "hanooz"), ("قشنگ", "ghashang"),
  ])
  func `Persian has the same consonants in either script`(persian: String, latin: String) {
    var first: [UInt32] = []
    var second: [UInt32] = []
    PersianSound.append(persian: TokenisedText(persian).scalars[...], to: &first)
    PersianSound.append(latin: TokenisedText(latin).scalars[...], to: &second)
    #expect(first == second)
  }
}
