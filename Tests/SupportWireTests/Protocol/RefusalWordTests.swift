import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// Every refusal has its exact words on the wire.
struct RefusalWordTests {
    @Test func everyRefusalHasItsWords() throws {
        var seen: Set<Int> = []
        for example in try RefusalExample.all() {
            let error = WireError(example.refusal)
            #expect(error.code == example.code, "\(example.word)")
            #expect(error.data.error == example.word)
            #expect(error.message == example.message)
            seen.insert(place(example.refusal))
        }
        #expect(seen == Set(0..<23), "a refusal has no example")
    }

    @Test func wordsAreKebabCaseAndBelongToOneKindOfRefusal() throws {
        var owners: [String: Int] = [:]
        for example in try RefusalExample.all() {
            let word = example.word
            #expect(word.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }, "\(word)")
            #expect(!word.hasPrefix("-") && !word.hasSuffix("-") && !word.contains("--"))
            let owner = place(example.refusal)
            #expect(owners.updateValue(owner, forKey: word) ?? owner == owner, "\(word)")
        }
        for error in Self.protocolErrors {
            let word = error.data.error
            #expect(owners.updateValue(-1, forKey: word) == nil, "\(word) is used twice")
        }
        for subject in Subject.allCases {
            #expect(WireError(.unknown(subject, "x")).data.error == "unknown-\(subject.rawValue)")
            #expect(WireError(.exists(subject, "x")).data.error == "\(subject.rawValue)-exists")
            #expect(WireError(.unknown(subject, "x")).data.wayOut?.isEmpty == false)
        }
    }

    @Test func theWeeklyLimitGivesItsFigures() throws {
        let examples = try RefusalExample.all().filter { $0.word == "weekly-limit" }
        let error = WireError(try #require(examples.first).refusal)
        #expect(
            error.data.figures == [
                "contract": "1", "week": "2026-10-05", "limit_minutes": "1200",
                "drawn_minutes": "1110", "room_minutes": "90", "asked_minutes": "120",
                "next_week": "2026-10-12",
            ])
        #expect(
            error.data.wayOut
                == "book 1h30m or less, wait for 2026-10-12, book the rest as extra hours (--extra), "
                + "or have a manager agree (--agreed-by, --reason)")
    }

    @Test func theProtocolsOwnErrorsHaveTheirClass() {
        #expect(
            Self.protocolErrors.map(\.code) == [
                .usage, .usage, .usage, .usage, .timedOut, .notPermitted, .cannotStore, .refused,
                .refused,
            ])
        #expect(ExitCode.allCases.map(\.rawValue) == Array(0...8))
    }

    private static let protocolErrors: [WireError] = [
        .notJSON("x"), .notARequest("x"), .badParameters("a.b", "x"), .lineTooLong(bytesMax: 1),
        .lineTimedOut(seconds: 1), .notPermitted("a.b", "x"), .cannotStore("x"),
        .tooManyConnections("x"), .noTestClock,
    ]

    /// Which case it is. A new one does not compile here until it has an example above.
    private func place(_ refusal: Refusal) -> Int {
        switch refusal {
        case .unknown: 0
        case .exists: 1
        case .invalid: 2
        case .versionConflict: 3
        case .keyConflict: 4
        case .clientArchived: 5
        case .inUse: 6
        case .contractAmbiguous: 7
        case .contractNotActive: 8
        case .dateOutside: 9
        case .cycleClosed: 10
        case .weeklyLimit: 11
        case .extraRefused: 12
        case .extraMustBeNamed: 13
        case .notAManager: 14
        case .alreadyVoided: 15
        case .ticketState: 16
        case .reopenTooLate: 17
        case .monitorState: 18
        case .grouping: 19
        case .groupDrawn: 20
        case .lateness: 21
        case .timer: 22
        }
    }
}
