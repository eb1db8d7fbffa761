import SupportModel
import SupportTestKit
import SupportWire

/// A refusal and the exact error that reports it.
struct RefusalExample {
    var refusal: Refusal
    var code: ExitCode
    /// The stable word that programs read.
    var word: String
    var message: String

    init(_ refusal: Refusal, _ code: ExitCode, _ word: String, _ message: String) {
        (self.refusal, self.code, self.word, self.message) = (refusal, code, word, message)
    }

    /// Every kind of refusal, some in several forms.
    static func all() throws -> [RefusalExample] {
        try things + agreement() + cycles() + work()
    }

    private static let things = [
        RefusalExample(
            .unknown(.client, "acme"), .notFound, "unknown-client", "there is no client acme"),
        RefusalExample(.unknown(.entry, "7"), .notFound, "unknown-entry", "there is no entry 7"),
        RefusalExample(
            .exists(.monitor, "shop"), .refused, "monitor-exists",
            "there is a monitor shop already"),
        RefusalExample(
            .invalid(.note, .ticket(.emptyNote)), .usage,
            "invalid-value", "the note is empty"),
        RefusalExample(
            .versionConflict(wanted: 3, found: 5), .conflict, "version-conflict",
            "it was changed since: you saw version 3, it is at 5"),
        RefusalExample(
            .keyConflict(key: "import-7"), .conflict, "key-conflict",
            "the key import-7 was used for another request"),
        RefusalExample(
            .clientArchived("acme"), .refused, "client-archived",
            "client acme is archived; nothing new is done for it"),
        RefusalExample(
            .noticeState(7, .delivered), .refused, "notice-state",
            "notice 7 is delivered, and is neither sent again nor discarded"),
        RefusalExample(
            .noMail(.client("acme")), .refused, "no-mail", "client acme has no mail address"),
        RefusalExample(
            .mail(.tooLong(9, bytesMax: 5)), .refused, "mail-too-long",
            "the mail has 9 bytes, and at most 5 are taken"),
        RefusalExample(
            .mail(.holdingFull(count: 7, bytes: 900)), .cannotStore, "held-mail-full",
            "7 mails of 900 bytes are held, and no more can be"),
        RefusalExample(
            .invalid(.client, .mail(.clientOrTicket)), .usage, "invalid-value",
            "a mail is filed under a client or on a ticket, and a contract goes with a client"),
        RefusalExample(.unknown(.mail, "7"), .notFound, "unknown-mail", "there is no mail 7"),
        RefusalExample(
            .notPermitted(.timeOf("mara")), .notPermitted, "not-permitted",
            "you may not book the time of mara"),
        RefusalExample(
            .callerIsNobody(.agreedBy), .refused, "caller-not-staff",
            "who agrees would be you, and you are not of the staff"),
        RefusalExample(
            .clientNotArchived("acme"), .refused, "client-not-archived",
            "client acme is not archived"),
        RefusalExample(
            .invalid(.change, .work(.entryUnchanged(7))), .usage, "invalid-value",
            "entry 7 says so already"),
        RefusalExample(
            .contractState(1, .term(.notTerminated)), .refused, "contract-state",
            "contract 1 was not terminated: there is no end to take back"),
        RefusalExample(
            .inUse(.staff("mara"), by: .managedContract(1)), .refused, "in-use",
            "staff mara is needed by contract 1, which needs its account manager (R7)"),
        RefusalExample(
            .ticketState(12, .closed, .change), .refused,
            "ticket-state", "ticket 12 is closed, not open, active or waiting"),
        RefusalExample(
            .relation(.merged(13, 12)), .refused, "ticket-relation",
            "ticket 13 was merged into ticket 12 before"),
        RefusalExample(
            .attachment(.fileTooLarge(name: "a.iso", bytes: 11, bytesMax: 10)), .refused,
            "attachment-too-large", "a file may have 10 bytes (10 bytes), and a.iso has 11 bytes"),
        RefusalExample(
            .unknown(.attachment, "a.png"), .notFound, "unknown-attachment",
            "there is no attachment a.png"),
        RefusalExample(
            .rowsRefused(
                [RowRefusal(line: 7, column: "ticket", refusal: .unknown(.ticket, "9"))],
                refusedCount: 1, of: 120), .refused, "rows-refused",
            "1 of 120 rows was refused, so nothing was changed"),
        RefusalExample(
            .rowsRefused(
                [RowRefusal(line: 7, column: nil, refusal: .clientArchived("acme"))],
                refusedCount: 2, of: 2), .refused, "rows-refused",
            "2 of 2 rows were refused, so nothing was changed; the first 1 are listed"),
        RefusalExample(
            .tablesRefused(
                file: "agency.toml",
                [
                    RowRefusal(
                        line: 7, column: "contract[0].client", refusal: .clientArchived("acme"))
                ], refusedCount: 2, of: 3), .refused, "tables-refused",
            "2 of 3 tables of agency.toml were refused, so nothing was changed; "
                + "the first 1 are listed"),
        RefusalExample(
            .importedOtherwise(
                ImportDifference(
                    key: ImportKey(standingFor: Identifier<TimeEntry>(after: 40)),
                    made: "entry 41", has: "1h30m", row: "2h")),
            .conflict, "imported-otherwise",
            "the key entry:41 made entry 41, which has 1h30m here; the row says 2h"),
        RefusalExample(
            .monitorState("shop", .paused), .refused, "monitor-state",
            "monitor shop is paused, and is not probed before it is resumed"),
        RefusalExample(
            .clockInDoubt(
                ClockDoubt(
                    cause: .setForward, since: "2026-10-05T09:00:00Z",
                    jumpedTo: "2027-10-05T09:00:00Z"), now: "2027-10-06T09:00:00Z"),
            .refused, "clock-in-doubt",
            "the clock is in doubt: it was 2026-10-05T09:00:00.000Z, then "
                + "2027-10-05T09:00:00.000Z, 365 days ahead, and is 2027-10-06T09:00:00.000Z now; "
                + "until an operator confirms it nothing expires and no day is taken from it (R10)"),
        RefusalExample(
            .clockNotInDoubt(now: "2026-10-05T09:00:00Z"), .refused, "clock-not-in-doubt",
            "the clock is not in doubt: it is 2026-10-05T09:00:00.000Z, "
                + "and there is nothing to confirm"),
    ]

    private static func agreement() throws -> [RefusalExample] {
        [
            RefusalExample(
                .contractAmbiguous("acme", active: []), .notFound, "no-active-contract",
                "acme has no contract"),
            RefusalExample(
                .contractAmbiguous("acme", active: [1, 4]), .refused, "contract-ambiguous",
                "acme has 2 active contracts: 1, 4"),
            RefusalExample(
                .contractNotActive(1, .pending, start: "2026-11-01", end: "2027-11-01"), .refused,
                "contract-not-active", "contract 1 begins on 2026-11-01"),
            RefusalExample(
                .contractNotActive(1, .ended, start: "2026-11-01", end: "2027-11-01"), .refused,
                "contract-not-active", "contract 1 ended after 2027-10-31"),
            RefusalExample(
                .contractState(1, .rest(.notSuspended)), .refused,
                "contract-state", "contract 1 is not suspended"),
            RefusalExample(
                .dateOutside("2026-10-10", .work(.afterToday("2026-10-09", "UTC"))), .refused,
                "date-outside", "2026-10-10 is after today, 2026-10-09 in UTC"),
            RefusalExample(
                .cycleClosed(
                    "2026-10-31", cycle: 0,
                    end: CycleEnd(
                        lastDay: "2026-10-31", zone: "Europe/Berlin", at: "2026-10-31T23:00:00Z")),
                .refused,
                "cycle-closed",
                "2026-10-31 lies in cycle 1, which closed at the end of 2026-10-31, Europe/Berlin; "
                    + "a closed cycle never changes (R10)"),
            RefusalExample(
                .longEntry("30h"), .refused, "long-entry",
                "30h in one entry is more than the 24h of a day, and is not named as such"),
            RefusalExample(
                .contractNotActive(1, .suspended, start: "2026-11-01", end: "2027-11-01"),
                .refused, "contract-not-active", "contract 1 is suspended"),
            RefusalExample(
                .grouping(.notAdjacent([0, 2])), .refused, "grouping",
                "two adjacent cycles are wanted, not cycles 1 and 3 (R11)"),
            RefusalExample(
                .groupDrawn(.ungrouping, used: "45h", own: "40h", extra: "5h"),
                .refused,
                "group-drawn",
                "ungrouping them would take back hours that are used: 45h are used, "
                    + "the cycle's own are 40h, and 5h would become extra (R11)"),
            RefusalExample(
                .lateness("2026-11-02", .openCycle(1)),
                .refused, "lateness", "2026-11-02 lies in cycle 2, which is open (R10)"),
            RefusalExample(
                .timer(.none), .refused, "timer",
                "no timer of yours is running"),
            RefusalExample(
                .nothingToTake, .notFound, "nothing-to-take",
                "no ticket that wants work is nobody's"),
            RefusalExample(
                .notAManager("emil", .engineer), .refused, "not-a-manager",
                "emil is an engineer; only an account manager can do this (R7)"),
            RefusalExample(
                .notAManager("vera", .viewer), .refused, "not-a-manager",
                "vera is a viewer; only an account manager can do this (R7)"),
        ]
    }

    private static func cycles() throws -> [RefusalExample] {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        try desk.advance(to: "2026-11-02T09:00:00Z")
        let known = desk.state.contracts[1]?.cycles ?? []
        return [
            RefusalExample(
                .monthClosed("2026-10-05", "acme", "Asia/Tokyo"), .refused, "month-closed",
                "2026-10-05 lies in 2026-10, which ended for acme at the end of 2026-10-31, "
                    + "Asia/Tokyo; a month that is over never changes (R4, R10)"),
            RefusalExample(
                .unknownMonth("acme", "2026-09", known: ["2026-10"]), .notFound, "unknown-month",
                "acme has no work on demand in 2026-09 (R4)"),
            RefusalExample(
                .lateness("2026-10-05", .openMonthStatement("2026-11", entry: 3)), .refused,
                "lateness",
                "2026-10-05 has closed, but entry 3 came late and is on the statement of 2026-11, "
                    + "which is open (R10)"),
            RefusalExample(
                .unknownCycle(1, .number(3), known: known), .notFound, "unknown-cycle",
                "contract 1 has no cycle 3 so far (R10)"),
            RefusalExample(
                .unknownCycle(1, .month(year: 2027, month: 1), known: known), .notFound,
                "unknown-cycle", "no cycle of contract 1 begins in 2027-01 so far (R10)"),
            RefusalExample(
                .cycleAmbiguous(1, .month(year: 2026, month: 10), found: known), .refused,
                "cycle-ambiguous",
                "2 cycles of contract 1 begin in 2026-10: cycle 1 on 2026-10-01, "
                    + "cycle 2 on 2026-11-01 (R10)"),
        ]
    }

    /// Those whose figures only the model can put together.
    private static func work() throws -> [RefusalExample] {
        [
            RefusalExample(
                try refusal(booked: "18h30m", then: "2h"), .refused, "weekly-limit",
                "2h would pass the weekly limit (R9): 2026-W41 has used 18h30m of 20h, "
                    + "room for 1h30m; the next week begins on 2026-10-12"),
            RefusalExample(
                try refusal(booked: "20h", then: "1m"), .refused, "weekly-limit",
                "1m would pass the weekly limit (R9): 2026-W41 has used 20h of 20h, "
                    + "no room is left; the next week begins on 2026-10-12"),
            RefusalExample(
                try refusal(.refuse, booked: "39h", then: "2h"), .refused, "extra-refused",
                "1h of the package are left, so 1h would be extra, "
                    + "and contract 1 takes no extra hours (R8)"),
            RefusalExample(
                try refusal(.refuse, booked: "1h", then: "42h", extra: true), .refused,
                "extra-refused",
                "39h of the package are left, of which the week takes 19h (R9), so 23h would be "
                    + "extra, and contract 1 takes no extra hours (R8)"),
            RefusalExample(
                try refusal(.ask, booked: "39h", then: "2h"), .refused, "extra-must-be-named",
                "1h of the package are left, so 1h would be extra; "
                    + "contract 1 wants extra hours named (R8)"),
            RefusalExample(
                try refusal(.refuse, booked: "1h", then: "2h", service: "development"), .refused,
                "extra-refused",
                "the package does not include the service (R2), so 2h would be extra, "
                    + "and contract 1 takes no extra hours (R8)"),
            RefusalExample(
                try voidedTwice(), .refused, "already-voided",
                "entry 1 was voided at 2026-10-05T09:00:00.000Z by ann:1000: wrong client"),
        ]
    }

    /// What a booking is refused with after another; an agreement lifts the week for R8's examples.
    private static func refusal(
        _ policy: ExtraPolicy = .allow, booked: Minutes, then asked: Minutes,
        service: Name<Service>? = nil, extra: Bool = false
    ) throws -> Refusal {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", extra: policy)
        let lifts: Name<Staff>? = policy == .allow || extra ? nil : "mara"
        try desk.book(booked, agreedBy: lifts)
        return try desk.refusal {
            (desk) throws(Refusal) in
            try desk.book(
                asked, service: service, extra: extra, agreedBy: lifts)
        }
    }

    private static func voidedTwice() throws -> Refusal {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.book("1h")
        let void = VoidTime(entry: 1, reason: "wrong client")
        try desk.perform(void)
        return try desk.refusal { (desk) throws(Refusal) in try desk.perform(void) }
    }
}

extension DeskFixture {
    /// What something is refused with; another error when it is done.
    fileprivate func refusal(
        _ act: (inout DeskFixture) throws(Refusal) -> Void
    ) throws -> Refusal {
        var copy = self
        do throws(Refusal) {
            try act(&copy)
        } catch {
            return error
        }
        throw WireError.notARequest("was not refused")
    }
}
