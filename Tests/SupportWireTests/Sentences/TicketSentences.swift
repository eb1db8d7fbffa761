import SupportModel
import SupportTestKit

extension Sentence {
    private static func state(
        _ state: TicketState, _ act: TicketAct, _ message: String, hint: String
    ) -> Sentence {
        Sentence(.ticketState(12, state, act), "ticket 12 \(message)", hint: hint)
    }

    private static func rule(_ rule: TicketRule, _ message: String, hint: String) -> Sentence {
        Sentence(.invalid(.contract, .ticket(rule)), message, hint: hint)
    }

    private static func plan(
        _ field: Field, _ rule: PlanRule, _ message: String, hint: String
    ) -> Sentence {
        Sentence(.invalid(field, .plan(rule)), message, hint: hint)
    }

    /// What a ticket's state, its values and those of its plan do not allow.
    static let tickets = [
        Sentence(
            .noMail(.noServer), "no mail can be sent: the configuration names no way for it",
            hint: "give [smtp] from, and host or sendmail, in supportd.toml(5)"),
        Sentence(
            .noMail(.client("acme")), "client acme has no mail address",
            hint: "supportc client set acme --mail ADDRESS"),
        Sentence(
            .noMail(.routeWithoutAddress("ops")),
            "route ops writes to clients, assignees or staff without an address alone",
            hint: "give `to` of the route an address, or test another route"),
        Sentence(
            .noMail(.outboxFull), "5000 notices wait to be sent already",
            hint: "supportc notice list shows them, and what keeps them"),
        Sentence(
            .noticeState(7, .sending),
            "notice 7 is sending, and is neither sent again nor discarded",
            hint: "its result is there soon: supportc notice show 7"),
        Sentence(
            .noticeState(7, .delivered),
            "notice 7 is delivered, and is neither sent again nor discarded",
            hint: "it was delivered; supportc ticket reply writes again"),
        Sentence(
            .noticeState(7, .withdrawn),
            "notice 7 is withdrawn, and is neither sent again nor discarded",
            hint: "what it told was over, or it was discarded"),
        state(
            .closed, .work, "is closed, not open, active, waiting or resolved",
            hint: "supportc ticket reopen 12 --reason R"),
        state(
            .resolved, .change, "is resolved, not open, active or waiting",
            hint: "supportc ticket reopen 12 --reason R"),
        state(
            .resolved, .resolve, "is resolved, not open, active or waiting",
            hint: "its work is done already; supportc ticket note 12 keeps the note"),
        state(
            .active, .resume, "is active, not waiting",
            hint: "supportc ticket note 12 keeps what the client said"),
        Sentence(
            .nothingToTake, "no ticket that wants work is nobody's",
            hint: "supportc queue lists what there is, and whose it is"),
        state(
            .active, .close, "is active, not resolved", hint: "supportc ticket resolve 12"),
        state(
            .open, .reopen, "is open, not resolved or closed", hint: "it wants work already"),
        rule(
            .contractAndOnDemand, "a contract does not go with on demand", hint: "name one"),
        rule(
            .contract(3, of: "acme", for: "zoo"), "contract 3 is acme's, not zoo's",
            hint: "supportc contract list --client zoo"),
        rule(
            .viewer("vera"), "vera is a viewer and works on no tickets",
            hint: "assign it to a manager or an engineer"),
        rule(.emptyNote, "the note is empty", hint: "say something"),
        rule(.linkedToItself(12), "ticket 12 is named twice", hint: "name two tickets"),
        rule(
            .linkOfTheDesk(.continues),
            "that a ticket continues another one is said by the desk alone",
            hint: "give blocks, blocked-by or relates"),
        rule(
            .tooManyLinks(12), "ticket 12 has to do with 50 others already",
            hint: "take one away with --remove"),
        rule(
            .circle(12, 15),
            "ticket 12 has to wait for ticket 15 already, so both would wait for ever",
            hint: "supportc ticket show 12 says what it waits for"),
        rule(.mergedIntoItself(12), "a ticket is not merged into itself", hint: "name two tickets"),
        rule(
            .merged(13, 12), "ticket 13 was merged into ticket 12 before", hint: "merge ticket 12"),
        rule(
            .otherClient(13, of: "acme", into: 12, ofOther: "zoo"),
            "ticket 13 is acme's and ticket 12 is zoo's",
            hint: "supportc ticket link 13 relates 12 says that they belong together"),
        rule(
            .runningTimer(13, of: .user(uid: 1001, name: "emil"), into: 12),
            "a timer of emil:1001 runs on ticket 13, and ticket 12 is paid for otherwise",
            hint: "stop the timer first"),
        rule(
            .continued(12, by: 40),
            "ticket 12 cannot be reopened any more, and ticket 40 continues it",
            hint: "work on ticket 40"),
        rule(
            .noSuchNote(12, 4), "there is no note 4 on ticket 12",
            hint: "supportc ticket show 12 numbers them"),
        plan(
            .estimate, .setAndTaken, "the estimate cannot be set and taken away at once",
            hint: "leave one of the two out"),
        plan(
            .week, .setAndTaken, "the week cannot be set and taken away at once",
            hint: "leave one of the two out"),
        plan(
            .estimate, .estimate("1000h1m"),
            "the estimate of 1000h1m is not the work of one ticket",
            hint: "give 1m to 1000h, or split the ticket"),
        plan(
            .planWeeks, .weeks(27), "a plan of 27 weeks cannot be made",
            hint: "give 1 to 26 weeks"),
    ]

    private static func timing(_ fault: TimingFault, _ hint: String) -> Sentence {
        Sentence(
            .invalid(.timing, .monitor(.timing(fault))), "the timing cannot be", hint: hint)
    }

    /// What a monitor's state and its values do not allow.
    static let monitors = [
        Sentence(
            .monitorState("shop", .paused),
            "monitor shop is paused, and is not probed before it is resumed", hint: nil),
        timing(.interval, "the interval must be from 1s to 24h"),
        timing(.retry, "the retry must be from 1s to the interval"),
        timing(.timeout, "the time-out must be from 100ms to 5m"),
        timing(.streak, "the failures and successes to believe must be from 1 to 100"),
    ]

    private static func check(_ problem: CheckProblem, _ hint: String) -> Sentence {
        Sentence(
            .invalid(.check, .monitor(.check(type: "http", problem: problem))),
            "the http check cannot be done", hint: hint)
    }

    /// What is wrong with a check.
    static let checks = [
        check(.address(.long(bytes: 9000)), "the URL has 9000 bytes; at most 2048 are taken"),
        check(
            .address(.characters),
            "the URL holds a space, a control character or a character beyond ASCII; "
                + "write those in percent form (%20) and a host in its xn-- form"),
        check(.address(.scheme), "the URL must begin with http:// or https://"),
        check(
            .address(.credentials),
            "the URL holds a user or a password; leave out what is before the @"),
        check(
            .address(.port("0")), "the port 0 of the URL is not a number from 1 to 65535"),
        check(
            .address(.host(.empty)), "the host is empty; name one, such as shop.example.com"),
        check(.host(.long(bytes: 300)), "the host has 300 bytes; at most 253 are taken"),
        check(
            .host(.malformed("a b")),
            "the host a b is neither a name (letters, digits, . - _; others in their "
                + "xn-- form) nor an IPv4 or IPv6 address without brackets"),
        check(.port(0), "the port 0 is not 1 to 65535"),
        check(
            .statuses(lowest: 99, highest: 399),
            "the statuses 99 to 399 are not within 100 to 599"),
        check(
            .statusOrder(lowest: 300, highest: 299),
            "the lowest status 300 is above the highest, 299"),
        check(.responseTime(0), "the response time limit is 0 ms; 1 or more is taken"),
        check(.emptyText, "the text to look for is empty; leave it out instead"),
        check(
            .longText(bytes: 1025),
            "the text to look for has 1025 bytes; at most \(Limits.lineBytesMax) are taken"),
        check(.relativePath("srv"), "the path srv is not absolute; begin it with /"),
        check(
            .longPath(bytes: 5000),
            "the path has 5000 bytes; at most \(Limits.pathBytesMax) are taken"),
        check(.controlCharacterInPath, "the path holds a control character"),
        check(.freePercent(101), "the least free room, 101 percent, is not within 0 to 100"),
        check(
            .availablePercent(-1),
            "the least available memory, -1 percent, is not within 0 to 100"),
        check(
            .load(hundredths: 0),
            "the highest load per processor, 0 hundredths, is not within 1 to 1000000"),
    ]

    private static func use(
        _ thing: NeededThing, _ holder: Holder, _ message: String, hint: String
    ) -> Sentence {
        Sentence(.inUse(thing, by: holder), message, hint: hint)
    }

    /// What is still needed, by what, and what to do first.
    static let uses = [
        use(
            .unixUser("mara"), .staff("mira"), "the Unix user mara is needed by staff mira",
            hint: "give each person a user of their own"),
        use(
            .role("mara"), .managedContract(3),
            "the role of mara is needed by contract 3, which needs its account manager (R7)",
            hint: "give it another: supportc contract change 3 --manager OTHER"),
        use(
            .staff("mara"), .assignedTicket(12),
            "staff mara is needed by ticket 12, which is assigned to them",
            hint: "supportc ticket assign 12 SOMEONE-ELSE"),
        use(
            .staff("mara"), .runningTimer("mara", on: 12),
            "staff mara is needed by their timer, which runs on ticket 12",
            hint: "supportc time stop --for mara books it, with --discard forgets it"),
        use(
            .client("acme"), .contract(3),
            "client acme is needed by contract 3, which has not ended",
            hint: "let its last cycle end first"),
        use(
            .client("acme"), .ticket(12),
            "client acme is needed by ticket 12, which is not resolved",
            hint: "supportc ticket resolve 12"),
        use(
            .client("acme"), .monitor("shop"), "client acme is needed by monitor shop",
            hint: "supportc monitor remove shop"),
        use(
            .firstDayOfRest("2026-10-10"), .upgrade(title: "Advanced", on: "2026-10-12"),
            "2026-10-10 is needed by the upgrade to Advanced of 2026-10-12",
            hint: "suspend from 2026-10-12 on"),
        use(
            .firstDayOfRest("2026-10-10"), .work(last: "2026-10-12"),
            "2026-10-10 is needed by time booked for 2026-10-12",
            hint: "suspend from 2026-10-13 on, or void that time"),
        use(
            .lastDay("2026-10-10"), .work(last: "2026-10-12"),
            "2026-10-10 is needed by time booked for 2026-10-12",
            hint: "end it on 2026-10-12 or later, or void that time"),
        use(
            .coverage(of: "Advanced", not: "Starter"), .coveredWork("3h"),
            "what Advanced covers and Starter would not is needed by work of this cycle: "
                + "3h of it would become extra (R2, R9)",
            hint: "change it at the beginning of a cycle, before work is booked"),
        use(
            .openTicket("shop"), .otherTicket(14),
            "the one open ticket of monitor shop is needed by ticket 14",
            hint: "work on ticket 14, and name this one in a note"),
    ]
}
