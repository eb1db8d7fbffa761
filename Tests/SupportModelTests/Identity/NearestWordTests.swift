import SupportModel
import Testing

struct NearestWordTests {
    @Test(
        arguments: [
            ("tiket", "ticket"), ("tickets", "ticket"), ("ad", "add"), ("lst", "list"),
            ("ticket", "ticket"), ("tikcet", "ticket"), ("burn", nil), ("", nil), ("x", nil),
            ("tkiets", nil),
        ] as [(String, String?)])
    func theNearestIsAtMostTwoLettersAway(word: String, nearest: String?) {
        #expect(NearestWord.to(word, among: ["list", "add", "ticket"]) == nearest)
    }

    @Test func ofTwoThatAreAsNearTheFirstIsTaken() {
        #expect(NearestWord.to("cat", among: ["dog", "bat", "cut"]) == "bat")
        #expect(NearestWord.to("cut", among: ["bat", "cat", "cuts"]) == "cat")
        #expect(NearestWord.to("cat", among: []) == nil)
    }

    @Test("a word of 64 bytes is guessed at, a longer one is not")
    func theLongestWord() {
        let known = String(repeating: "a", count: 63)
        #expect(NearestWord.to(known + "b", among: [known]) == known)
        #expect(NearestWord.to(known + "bc", among: [known]) == nil)
    }
}
