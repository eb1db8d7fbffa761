import SupportModel
import SupportWire
import Testing

/// What the desk says where it refuses, and what it advises, word for word.
struct SentenceTests {
    @Test(arguments: Sentence.all)
    func aRefusalSaysWhatAndWhatToDoInstead(_ sentence: Sentence) {
        let error = WireError(sentence.refusal)
        #expect(error.message == sentence.message)
        #expect(error.data.hint == sentence.hint, "\(sentence.message)")
    }

    @Test func noTwoSentencesAreTheSame() {
        let words = Sentence.all.map { "\($0.message) \($0.hint ?? "")" }
        #expect(Set(words).count == words.count)
    }
}
