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
        #expect(seen == Set(0..<42), "a refusal has no example")
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
            #expect(WireError(.unknown(subject, "x")).data.hint?.isEmpty == false)
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
            error.data.hint
                == "book 1h30m or less, wait for 2026-10-12, book the rest as extra hours (--extra), "
                + "or have a manager agree (--agreed-by, --reason)")
    }

    @Test func theWaysOutAreThoseThatTheContractAllows() {
        func ways(_ extra: ExtraPolicy, room: Minutes, beyond: Minutes) -> String? {
            let figures = WeeklyLimitFigures(
                contract: 1, week: "2026-10-05", limit: "20h", drawn: "15h", room: room,
                asked: "30h", beyondPackage: beyond, extra: extra, nextWeek: nil)
            return WireError(.weeklyLimit(figures)).data.hint
        }
        let agree = "have a manager agree (--agreed-by, --reason)"
        let rest = "book the rest as extra hours (--extra)"
        #expect(ways(.allow, room: "5h", beyond: "1h") == "book 5h or less, \(rest), or \(agree)")
        #expect(
            ways(.ask, room: "5h", beyond: "1h")
                == "book 5h or less, \(rest), or \(agree) and name the extra hours (--extra)")
        #expect(ways(.ask, room: "0m", beyond: "0m") == "\(rest), or \(agree)")
        #expect(ways(.refuse, room: "5h", beyond: "0m") == "book 5h or less, or \(agree)")
        #expect(ways(.refuse, room: "5h", beyond: "1m") == "book 5h or less")
        #expect(
            ways(.refuse, room: "0m", beyond: "1m")
                == "agree on extra hours with the client: supportc contract change 1 --extra allow")
    }

    @Test func whatFitsIsTheSmallerOfThePackageAndTheWeek() {
        func error(_ left: Minutes, _ room: Minutes?, refused: Bool) -> WireError {
            let figures = ExtraFigures(
                contract: 1, left: left, room: room, extra: "3h", serviceNotIncluded: false)
            return WireError(refused ? .extraRefused(figures) : .extraMustBeNamed(figures))
        }
        let refused = error("10h", "5h", refused: true)
        #expect(refused.data.figures?["room_minutes"] == "300")
        #expect(refused.data.hint?.hasPrefix("book 5h or less, or agree on extra hours") == true)
        #expect(
            error("10h", "5h", refused: false).data.hint
                == "book 5h or less, or repeat it with --extra")
        #expect(error("0m", nil, refused: false).data.hint == "repeat it with --extra")
        #expect(error("2h", nil, refused: false).data.figures?["room_minutes"] == nil)
    }

    @Test func everyRefusedRowIsListedWithItsPlace() throws {
        let examples = try RefusalExample.all().filter { $0.word == "rows-refused" }
        let error = WireError(try #require(examples.first).refusal)
        #expect(
            ReplyLine.encoded(error).text
                == #"{"code":1,"message":"1 of 120 rows was refused, so nothing was changed","#
                + #""data":{"error":"rows-refused","#
                + #""hint":"mend the rows and import the whole file again","#
                + #""figures":{"refused":"1","rows":"120"},"#
                + #""errors":[{"line":7,"column":"ticket","error":"unknown-ticket","#
                + #""message":"there is no ticket 9","#
                + #""hint":"supportc ticket list shows them"}]}}"#)
    }

    @Test("the cycles that there are stand in the hint, of many the first and the last")
    func theCyclesThatThereAre() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        func hint() -> String? {
            let known = desk.state.contracts[1]?.cycles ?? []
            return WireError(.unknownCycle(1, .number(99), known: known)).data.hint
        }
        #expect(
            hint()
                == "its cycles are 1 (from 2026-10-01); "
                + "supportc contract show 1 lists their days")
        try desk.advance(to: "2026-11-02T09:00:00Z")
        #expect(
            hint()?.hasPrefix("its cycles are 1 (from 2026-10-01), 2 (from 2026-11-01);") == true)
        try desk.advance(to: "2027-05-02T09:00:00Z")
        #expect(
            hint()?.hasPrefix("its cycles are 1 (from 2026-10-01) to 8 (from 2027-05-01);")
                == true)
    }

    @Test func theProtocolsOwnErrorsHaveTheirClass() {
        #expect(
            Self.protocolErrors.map(\.code) == [
                .usage, .usage, .usage, .usage, .timedOut, .cannotStore,
                .unreachable, .refused, .usage, .refused, .refused, .refused, .refused,
                .unreachable, .refused, .refused, .refused, .refused,
            ])
        #expect(ExitCode.allCases.map(\.rawValue) == Array(0...8))
    }

    private static let protocolErrors: [WireError] = [
        .notJSON("x"), .notARequest("x"), .badParameters("a.b", "x"), .lineTooLong(bytesMax: 1),
        .lineTimedOut(seconds: 1), .cannotStore("x"),
        .tooManyConnections("x", limit: "y"), .noTestClock, .changeTooLarge(bytes: 2, bytesMax: 1),
        .accessKey("x", hint: "y"), .accessSealed("x", "y"),
        .unfinishedLines(bytesMax: 1), .noWorker(WorkerStanding(connected: false)),
        .stopping, .uploadGap(1, offset: 2, next: 1), .tooManyUploads("x has", countMax: 1),
        .attachmentLost(AttachmentTrouble(content: content, damaged: true)),
        .attachmentLost(AttachmentTrouble(content: content, damaged: false)),
    ]

    private static let content = Attachment.example("a.png").content

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
        case .notPermitted: 35
        case .callerIsNobody: 36
        case .notAManager: 14
        case .alreadyVoided: 15
        case .ticketState: 16
        case .monitorState: 18
        case .grouping: 19
        case .groupDrawn: 20
        case .lateness: 21
        case .clockInDoubt: 22
        case .clockNotInDoubt: 23
        case .rowsRefused: 24
        case .importedOtherwise: 25
        case .unknownCycle: 26
        case .cycleAmbiguous: 27
        case .contractState: 28
        case .timer: 29
        case .tablesRefused: 30
        case .longEntry: 31
        case .monthClosed: 32
        case .unknownMonth: 33
        case .clientNotArchived: 34
        case .nothingToTake: 17
        case .attachment: 37
        case .noticeState: 38
        case .noMail: 39
        case .mail: 40
        case .relation: 41
        }
    }
}
