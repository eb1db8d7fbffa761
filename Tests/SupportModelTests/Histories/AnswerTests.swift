import SupportModel
import SupportTestKit
import Testing

/// The answers to requests with a key are kept for a day, and come back with a snapshot.
struct AnswerTests {
    private func record(_ number: UInt64, _ key: String, at now: Instant) throws -> Record {
        let note = try DeskFixture.starter(at: now, from: "2026-10-01").state.decide(
            NoteTicket(ticket: 1, text: "a note"),
            in: DeskFixture(at: now).context())
        return Record(
            stamp: Stamp(sequence: number, at: now, by: .desk), events: note.events,
            answer: StoredAnswer(key: key, digest: "d\(number)", reply: "{\"n\":\(number)}"))
    }

    /// A state with the first records, one for each key.
    private func state(_ answers: (key: String, at: Instant)...) throws -> State {
        var state = State()
        for (index, answer) in answers.enumerated() {
            state.apply(try record(UInt64(index + 1), answer.key, at: answer.at))
        }
        return state
    }

    @Test func anAnswerIsKeptForADayAndForgottenByTheNext() throws {
        var state = try state(
            ("1000/a", "2026-10-05T09:00:00Z"), ("1000/b", "2026-10-06T09:00:00Z"))
        #expect(state.answers.answer("1000/a")?.digest == "d1")
        state.apply(try record(3, "1000/c", at: "2026-10-06T09:00:00.001Z"))
        #expect(state.answers.answer("1000/a") == nil)
        #expect(state.answers.answer("1000/b")?.digest == "d2")
        let restored = State(StateImage(state))
        #expect(restored.answers.kept.map(\.answer) == state.answers.kept.map(\.answer))
        #expect(restored.answers.kept.map(\.at) == state.answers.kept.map(\.at))
    }

    @Test func aKeyThatIsUsedAgainAfterADayKeepsTheNewAnswer() throws {
        var state = try state(
            ("1000/a", "2026-10-05T09:00:00Z"), ("1000/a", "2026-10-07T09:00:00Z"))
        #expect(state.answers.answer("1000/a")?.digest == "d2")
        state.apply(try record(3, "1000/b", at: "2026-10-08T09:00:00Z"))
        #expect(state.answers.answer("1000/a")?.digest == "d2")
        #expect(DeskFixture.image(of: State(StateImage(state))) == DeskFixture.image(of: state))
    }

    @Test func theOldestIsForgottenPastTheMost() {
        var state = State()
        for number in 0...AnswerBook.countMax {
            let answer = StoredAnswer(key: "\(number)", digest: "", reply: "")
            state.keep(answer, at: "2026-10-05T09:00:00Z")
        }
        #expect(state.answers.answer("0") == nil)
        #expect(state.answers.answer("1") != nil)
        #expect(state.answers.answer("\(AnswerBook.countMax)") != nil)
    }
}
