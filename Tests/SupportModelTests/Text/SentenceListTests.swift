import SupportModel
import Testing

struct SentenceListTests {
    @Test("ten are named, of more the rest is counted")
    func names() {
        let ten = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10"
        #expect(SentenceList.text([Int]()) == "")
        #expect(SentenceList.text([4]) == "4")
        #expect(SentenceList.text(Array(1...10)) == ten)
        #expect(SentenceList.text(Array(1...11)) == "\(ten) and 1 more")
        #expect(SentenceList.text(Array(1...300)) == "\(ten) and 290 more")
    }
}
