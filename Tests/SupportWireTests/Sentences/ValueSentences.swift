import SupportModel
import SupportTestKit

extension Sentence {
    private static func text(
        _ field: Field, _ rule: TextRule, _ message: String, hint: String
    ) -> Sentence {
        Sentence(.invalid(field, .text(rule)), message, hint: hint)
    }

    /// What a text may be, and what each field is called.
    static let texts =
        [
            text(
                .reason, .lineTooLong, "the reason has more than 256 characters", hint: "shorten it"
            ),
            text(
                .subject, .lineControlCharacter, "the subject holds a control character",
                hint: "keep it to one line"),
            text(
                .body, .bodyTooLong, "the body has more than 32768 characters",
                hint: "shorten it or keep it elsewhere and name the place"),
            text(
                .note, .tooManyNotes, "the note would be number 201 of the client",
                hint: "write it on a ticket"),
            text(
                .body, .controlCharacter, "the body holds a control character",
                hint: "keep to text, tabs and line ends"),
        ]
        + names.map { text($0.0, .empty, "\($0.1) is empty", hint: "say it") }

    /// What a sentence calls the value that it is about.
    private static let names: [(Field, String)] = [
        (.change, "the change"), (.version, "if_version"), (.reason, "the reason"),
        (.note, "the note"), (.clientName, "the client's name"), (.client, "the client"),
        (.mail, "the address"), (.mails, "the list of addresses"), (.unixUser, "the Unix user"),
        (.role, "the role"), (.start, "the start"), (.months, "the term"),
        (.projectName, "the project's name"), (.package, "the package"), (.hours, "hours"),
        (.weeklyLimit, "the weekly limit"), (.subject, "the subject"), (.body, "the body"),
        (.contract, "a contract"), (.assignee, "the assignee"),
        (.level, "the level"), (.estimate, "the estimate"), (.week, "the week"),
        (.due, "the due"), (.planWeeks, "the weeks"), (.duration, "the duration"),
        (.packageOptions, "extra, late or an agreement"),
        (.discard, "a timer that is discarded"), (.cycle, "the cycle"),
        (.statement, "the statement"), (.user, "the user"),
        (.secret, "the secret"), (.timing, "the timing"), (.check, "the check"),
        (.file, "the file"), (.column, "the column"), (.cell, "the cell"), (.rows, "the import"),
    ]

    private static func value(
        _ field: Field, _ invalidity: Invalidity, _ message: String, hint: String
    ) -> Sentence {
        Sentence(.invalid(field, invalidity), message, hint: hint)
    }

    /// What addresses, access data and changes may be.
    static let people = [
        value(
            .mails, .mail(.tooMany), "the list of addresses is longer than 100",
            hint: "shorten it"),
        value(
            .mail, .mail(.malformed("acme at example")),
            "the address \"acme at example\" is not a mail address",
            hint: "write it as name@example.org"),
        value(
            .address, .credential(.passwordInAddress),
            "the address holds a password, and the address is not kept secret",
            hint: "leave out the part before the @; the user goes into --user"),
        value(
            .secret, .credential(.secretEmpty), "the secret is empty",
            hint: "give it on standard input"),
        value(
            .secret, .credential(.secretTooLong), "the secret is longer than 16384 bytes",
            hint: "only a password or a private key is kept here"),
        value(
            .secret, .credential(.secretNotText), "the secret holds a control character",
            hint: "keep to text; write what is binary in base64"),
        value(
            .user, .credential(.loginUnknown),
            "the access does not say where to log in and as whom",
            hint: "hand it over again with --address and --user"),
        value(
            .address, .credential(.loginElsewhere),
            "the address is not one that such an access can be tried at",
            hint: "admin is tried at https://…, ftp at ftp://… or a host, ssh at a host"),
        value(
            .change, .nothingNamed, "the change names nothing to change",
            hint: "name at least one new value"),
        value(
            .version, .noVersion, "if_version goes with a change of something that exists",
            hint: "leave it out"),
    ]

    /// What of the desk is not there, is there already, or has changed.
    static let things =
        [
            Sentence(
                .exists(.client, "acme"), "there is a client acme already",
                hint: "choose another name"),
            Sentence(
                .versionConflict(wanted: 3, found: 5),
                "it was changed since: you saw version 3, it is at 5",
                hint: "read it again, then repeat the change"),
            Sentence(
                .keyConflict(key: "import-7"), "the key import-7 was used for another request",
                hint: "use a key for one request only"),
            Sentence(
                .clientArchived("acme"), "client acme is archived; nothing new is done for it",
                hint: "its records stay; supportc client restore acme takes it up again"),
            Sentence(
                .clientNotArchived("acme"), "client acme is not archived",
                hint: "there is nothing to restore; supportc client show acme shows how it is"),
            Sentence(
                .contractAmbiguous("acme", active: []), "acme has no contract",
                hint: "sign one: supportc contract sign acme"),
            Sentence(
                .contractAmbiguous("acme", active: [], inactive: [2, 3]),
                "acme has no active contract", hint: "name one by its number: 2, 3"),
            Sentence(
                .contractAmbiguous("acme", active: [], use: .statement(onDemand: "2026-11")),
                "acme has no contract",
                hint: "its work on demand is on supportc statement acme --month 2026-11"),
            Sentence(
                .contractAmbiguous(
                    "acme", active: [], inactive: [2, 3], use: .statement(onDemand: "2026-11")),
                "acme has no active contract",
                hint:
                    "name one by its number: 2, 3; its work on demand is on supportc statement acme "
                    + "--month 2026-11"),
            Sentence(
                .contractAmbiguous("acme", active: [1, 4]),
                "acme has 2 active contracts: 1, 4",
                hint: "name one: --contract N for a ticket, elsewhere N in place of acme"),
            Sentence(
                .cycleClosed(
                    "2026-10-15", cycle: 2,
                    end: CycleEnd(
                        lastDay: "2026-10-31", zone: nil, at: "2026-10-31T23:00:00Z")),
                "2026-10-15 lies in cycle 3, which closed at the end of 2026-10-31; "
                    + "a closed cycle never changes (R10)",
                hint: "--late with --reason makes it an adjustment on the open cycle's statement"),
            Sentence(
                .clockInDoubt(
                    ClockDoubt(
                        cause: .setForward, since: "2026-10-05T09:00:00Z",
                        jumpedTo: "2026-10-07T09:00:00Z"), now: "2026-10-08T09:00:00Z"),
                "the clock is in doubt: it was 2026-10-05T09:00:00.000Z, then "
                    + "2026-10-07T09:00:00.000Z, 2 days ahead, and is 2026-10-08T09:00:00.000Z "
                    + "now; until an operator confirms it nothing expires and no day is taken from "
                    + "it (R10)",
                hint: "set the clock right or, if it is right, supportc clock confirm"),
            Sentence(
                .clockNotInDoubt(now: "2026-10-05T09:00:00Z"),
                "the clock is not in doubt: it is 2026-10-05T09:00:00.000Z, and there is nothing "
                    + "to confirm", hint: nil),
        ]
        + hints.map {
            Sentence(
                .unknown($0.0, "x"), "there is no \($0.0.rawValue) x", hint: $0.1)
        }

    /// How a person sees what there is of a kind of thing.
    private static let hints: [(Subject, String)] = [
        (.client, "supportc client list shows them"), (.staff, "supportc staff list shows them"),
        (.package, "supportc package list shows them"),
        (.service, "supportc service list shows them"),
        (.contract, "supportc contract list shows them"),
        (.ticket, "supportc ticket list shows them"), (.entry, "supportc time list shows them"),
        (.monitor, "supportc monitor list shows them"),
        (.zone, "use a name of the IANA database, such as Europe/Berlin"),
        (.access, "supportc access list shows them; --project names a project's own"),
        (.project, "supportc contract list shows the projects"),
        (.method, "supportd-protocol(7) lists them"),
    ]
}
