import SupportModel
import SupportTestKit
import Testing

/// The table of worked examples: every sentence of the agreement, with figures computed by hand.
struct WorkedExampleTests {
    static let all =
        AgreementExamples.all + HourExamples.all + CycleExamples.all + GroupExamples.all
        + CountingExamples.all + ChangeExamples.all + CrossingExamples.all
        + MannersExamples.all + LateExamples.all + EndExamples.all

    @Test(arguments: all)
    func theFiguresAreThoseComputedByHand(_ example: WorkedExample) throws {
        var story = try Story()
        for line in example.given + example.when {
            do throws(Refusal) {
                try story.play(line)
            } catch {
                Issue.record("\(line): \(error)")
                return
            }
        }
        #expect(!example.then.isEmpty)
        for line in example.then {
            // A step between the expectations has no label before a colon.
            let (label, expected) = line.components(around: ": ")
            guard !expected.isEmpty, StoryStep(line).at == nil else {
                try story.play(line)
                continue
            }
            let answer = try story.answer(to: label, expected)
            #expect(answer == expected, "\(label)")
        }
    }

    @Test func everyRuleHasItsExamples() {
        let rules = Set(Self.all.map(\.rule))
        let wanted = Set((1...12).map { "R\($0)" }).union(["hours"])
        #expect(wanted.subtracting(rules).isEmpty)
    }
}
