import Testing

/// What the commands of a contract's life show to people, to the character.
struct ContractLifeTests {
    private func run(_ arguments: String, _ answer: String) -> Run {
        let words = arguments.split(separator: " ").map(String.init)
        #expect(Run(words + ["-q"], desk: FakeDesk(result: answer)).output == "3\n")
        return Run(words, desk: FakeDesk(result: answer))
    }

    private static let balance = #""balance":\#(Samples.balance)"#

    @Test func upgrade() {
        let members =
            #""upgrade":\#(ContractSamples.upgrade),"dropped":\#(ContractSamples.planned),"#
            + Self.balance
        #expect(
            run("contract change acme --package standard", ContractSamples.answer(members)).output
                == """
                contract 3 upgraded to Standard on 2026-12-08: 20h granted at once, for 15 of 30 days
                  cost     500.00 EUR for these days, before the discount of 10%
                  terms    40h a month, at most 20h a week; 1200.00 EUR a month, less 10%; 45.00 EUR an extra hour
                  dropped  Standard from cycle 3, 2026-12-23, on
                  after    granted 40h - used 12h30m - expired 0m = left 27h30m, extra 2h; room this week 7h30m, more from Monday 2026-11-30

                """)
    }

    @Test(
        "another contract for the same project is a warning, in a rehearsal too",
        arguments: [
            (
                #""beside":[1]"#,
                "contract 1 holds for shop at the same time; each is billed, and "
                    + "each has to be named by its number\n"
            ),
            (
                #""beside":[1,2]"#,
                "contracts 1, 2 hold for shop at the same time; each is billed, and each has to be "
                    + "named by its number\n"
            ),
        ])
    func besideAnother(member: String, line: String) {
        let contract = Samples.contract.replacing(#""version":9"#, with: #""version":9,\#(member)"#)
        let sign =
            "contract sign acme --package starter --from 2026-10-23 --months 12 --manager olena"
        #expect(run(sign, contract).output.hasSuffix("\nwarning: " + line))
        let words = (sign + " --dry-run").split(separator: " ").map(String.init)
        #expect(
            Run(words, desk: FakeDesk(result: contract)).output
                .hasSuffix("\nwarning: " + line + "nothing was changed\n"))
        let nothing = contract.replacing(#""project":"shop","#, with: "")
        #expect(
            run(sign, nothing).output.contains(" for acme, without a project, at the same time;"))
        let change = ContractSamples.answer(Self.balance, contract: contract)
        #expect(
            run("contract change acme --project shop", change).output
                == "contract 3 changed: project shop\nwarning: " + line)
    }

    @Test func downgradeAndPlainChanges() {
        let members = #""planned":\#(ContractSamples.planned),\#(Self.balance)"#
        #expect(
            run(
                "contract change acme --package standard --manager olena --renewal auto --dry-run",
                ContractSamples.answer(members, dryRun: true)
            ).output == """
                contract 3 would be changed: manager olena, renewal auto
                contract 3 would take Standard from cycle 3, 2026-12-23, on
                  terms       80h a month, at most 40h a week; 2200.00 EUR a month, less 10%; 40.00 EUR an extra hour
                  until then  Starter, 40h a month
                nothing was changed

                """)
        let kept = ContractSamples.answer(#""dropped":\#(ContractSamples.planned)"#)
        #expect(
            run("contract change acme --package starter", kept).output
                == "contract 3 keeps Starter: Standard from cycle 3, 2026-12-23, on is dropped\n")
    }

    @Test func suspend() {
        let rest = #""suspension":{"from":"2026-12-10","reason":"no shop"},\#(Self.balance)"#
        #expect(
            run(
                "contract suspend acme --reason r",
                ContractSamples.answer(rest, contract: ContractSamples.eventful)
            ).output == """
                contract 3 is suspended from 2026-12-10 on: no shop
                  resumes  when you say so: supportc contract resume 3
                  cycle    2, from 2026-11-23, has 13 days left when it resumes
                  term     2026-10-23 to 2027-10-22 at the earliest, 12 months
                  hours    27h30m left, kept until it resumes

                """)
        let known =
            #""suspension":{"from":"2026-12-10","to":"2026-12-20","days":10,"reason":"no shop"},"#
            + Self.balance
        let run = run(
            "contract suspend acme --reason r --until 2026-12-20 --dry-run",
            ContractSamples.answer(known, dryRun: true))
        #expect(
            run.output == """
                contract 3 would be suspended from 2026-12-10 on: no shop
                  resumes  2026-12-20, after 10 days
                  cycle    2, from 2026-11-23, now ends with 2026-12-22
                  term     2026-10-23 to 2027-10-22, 12 months
                  hours    27h30m left, expire at the end of 2026-12-22
                nothing was changed

                """)
    }

    @Test("what is suspended or active already is said in one sentence, and the reason is not kept")
    func alreadySo() {
        let rest =
            #""unchanged":true,"suspension":{"from":"2026-12-10","reason":"no shop"},"#
            + Self.balance
        func suspend(_ reason: String) -> String {
            run(
                "contract suspend acme --reason \(reason)",
                ContractSamples.answer(rest, contract: ContractSamples.eventful)
            ).output
        }
        let suspended = "contract 3 is suspended from 2026-12-10 on already; nothing was changed"
        #expect(suspend("r") == "\(suspended), and the reason was not kept\n")
        let same = Run(
            ["contract", "suspend", "acme", "--reason", "no shop"],
            desk: FakeDesk(
                result: ContractSamples.answer(rest, contract: ContractSamples.eventful)))
        #expect(same.output == "\(suspended)\n" && same.code == 0)
        let tried = Run(
            ["contract", "suspend", "acme", "--reason", "no shop", "--dry-run"],
            desk: FakeDesk(
                result: ContractSamples.answer(
                    rest, contract: ContractSamples.eventful, dryRun: true)))
        #expect(tried.output == "\(suspended)\n", "once, also of a rehearsal")
        let active = #""unchanged":true,"on":"2026-11-24","days":0,\#(Self.balance)"#
        #expect(
            run("contract resume acme", ContractSamples.answer(active)).output
                == "contract 3 is active already; nothing was changed\n")
        #expect(
            run("contract resume acme --on 2026-11-24", ContractSamples.answer(active)).output
                == "contract 3 resumes on 2026-11-24 already; nothing was changed\n")
    }

    @Test func resume() {
        let members = #""on":"2026-12-16","days":1,\#(Self.balance)"#
        #expect(
            run("contract resume acme", ContractSamples.answer(members)).output == """
                contract 3 resumes from 2026-12-16 on, after 1 day of suspension
                  cycle  2, from 2026-11-23, now ends with 2026-12-22
                  term   2026-10-23 to 2027-10-22, 12 months
                  after  granted 40h - used 12h30m - expired 0m = left 27h30m, extra 2h; room this week 7h30m, more from Monday 2026-11-30

                """)
    }

    @Test func terminate() {
        let members =
            #""owed":\#(ContractSamples.owed),"later_cycles":0,"open_tickets":[\#(Samples.ticket)],"#
            + #""more_tickets":false,"dissolved":[\#(ContractSamples.group)]"#
        #expect(
            run(
                "contract terminate acme --reason r --dry-run",
                ContractSamples.answer(members, contract: ContractSamples.ending, dryRun: true)
            ).output == """
                contract 3 would end after 2026-11-30: it closes
                  closes   cycle 2, by itself at the end of that day
                  expires  27h30m with cycle 2, unless they are used before
                  cycles 2 and 3 would no longer be grouped (R11; olena agreed: the relaunch)
                  what passes the first one's own hours is extra

                owed for cycle 2, 2026-11-23 to 2026-11-30, as it stands
                OWED              AMOUNT  FOR
                fee          1200.00 EUR  the month
                upgrade       500.00 EUR  Standard, 15 of 30 days
                discount     -170.00 EUR  10% of the fee (R5)
                extra hours    90.00 EUR  2h at 45.00 EUR (R8)
                adjustments   -22.50 EUR  1 late entry or void of earlier cycles (R10)
                total        1597.50 EUR

                tickets still open
                TICKET  LEVEL  STATE   ASSIGNEE  SUBJECT
                    12      1  active  olena     Checkout fails with 500
                nothing was changed

                """)
        let nothing = #""later_cycles":2,"open_tickets":[],"more_tickets":false"#
        #expect(
            run(
                "contract terminate acme --reason r",
                ContractSamples.answer(nothing, contract: ContractSamples.ending)
            ).output == """
                contract 3 ends after 2026-11-30: it closes
                  closes   cycle 4, by itself at the end of that day
                  later    2 more cycles until then, each with its own fee
                  tickets  none is open

                """)
    }

    @Test func renew() {
        let members =
            #""cycle":13,"from":"2027-10-23","months":12,"terms":\#(ContractSamples.planned),"#
            + Self.balance
        #expect(
            run("contract renew acme", ContractSamples.answer(members)).output == """
                contract 3 renewed for 12 months: Standard
                  begins  with cycle 13, 2027-10-23
                  term    2026-10-23 to 2027-10-22, 12 months
                  terms   80h a month, at most 40h a week; 2200.00 EUR a month, less 10%; 40.00 EUR an extra hour

                """)
    }

    @Test func groupAndUngroup() {
        let members =
            #""group":\#(ContractSamples.group),"expires":"2027-01-23",\#(Self.balance)"#
        #expect(
            run(
                "contract group acme --cycles 2,3 --agreed-by olena --reason r",
                ContractSamples.answer(members)
            ).output == """
                contract 3: cycles 2 and 3 grouped, agreed by olena: the relaunch
                  expires  what is left of both, at the end of 2027-01-22
                  a week   at most 30h, as agreed
                  after    granted 40h - used 12h30m - expired 0m = left 27h30m, extra 2h; room this week 7h30m, more from Monday 2026-11-30

                """)
        let revoked = run(
            "contract ungroup acme --dry-run",
            ContractSamples.answer(#""cycles":[2,3],\#(Self.balance)"#, dryRun: true)
        ).output
        #expect(
            revoked == """
                contract 3: cycles 2 and 3 would no longer be grouped
                  after  granted 40h - used 12h30m - expired 0m = left 27h30m, extra 2h; room this week 7h30m, more from Monday 2026-11-30
                nothing was changed

                """)
    }

    @Test func signInAdvance() {
        let answer = Samples.contract.replacing(
            #""months":12"#, with: #""months":12,"renewal":"auto""#)
        let sign =
            "contract sign acme --package starter --from 2026-10-23 --months 12 --manager olena "
            + "--renewal auto --dry-run"
        let words = sign.split(separator: " ").map(String.init)
        #expect(
            Run(words, desk: FakeDesk(result: answer)).output == """
                contract 3 would be signed for acme: Starter, 40h a month, 2026-10-23 to 2027-10-22
                  1200.00 EUR a month, less 10%; 45.00 EUR an extra hour
                  renewal auto: for 12 months on the terms of that day
                nothing was changed

                """)
        #expect(Run(words + ["-q"], desk: FakeDesk(result: answer)).output.isEmpty)
    }

    @Test func showListsWhatHappenedAndWhatIsToCome() {
        #expect(
            run("contract show acme", ContractSamples.eventful).output == """
                contract 3: Starter for acme
                project    shop
                status     suspended
                term       2026-10-23 to 2027-10-22 at the earliest, 12 months
                renewal    auto: for 12 months on the terms of that day
                planned    Standard from cycle 3, 2026-12-23, on: 80h a month, 2200.00 EUR
                \(Samples.agreed)

                grouped hours
                CYCLES  AGREED BY  AT                 A WEEK  REASON
                2,3     olena      2026-11-23 10:00Z     30h  the relaunch

                suspended
                FROM        RESUMES       DAYS  REASON
                2026-12-10  when resumed        no shop

                upgrades of the open cycle
                ON          TO            DAYS  GRANTED         FEE
                2026-12-08  Standard  15 of 30      20h  500.00 EUR

                cycles
                CYCLE  FROM        TO          GRANTED  GROUPED    USED  EXPIRED  EXTRA  STATE
                    1  2026-10-23  2026-11-22      40h           37h30m    2h30m    30m  closed
                    2  2026-11-23  2026-12-22      40h      40h                          suspended

                """)
        let tomorrow = ContractSamples.eventful
            .replacing(#""standing":"suspended""#, with: #""standing":"active""#)
        #expect(
            run("contract show acme", tomorrow).output.hasSuffix(
                "  40h      40h                          suspended from 2026-12-10 on\n"))
        let ending = run("contract show acme", ContractSamples.ending).output
        #expect(
            ending.contains(
                "ends       after 2026-11-30: it closes (terminated 2026-11-24 08:00Z by alice:1000)\n"
            ))
    }

    @Test("a signature for the past lists what closes and is billed at once")
    func signedForThePast() {
        let closing =
            #"{"cycle":1,"from":"2026-10-23","to":"2026-11-23","expired":2400,"#
            + #""total":{"minor_units":108000,"currency":"EUR"}}"#
        let answer = Samples.contract.dropLast() + #","closing":[\#(closing)]}"#
        let words =
            "contract sign acme --package starter --from 2026-10-23 --months 12 --manager olena"
        let run = Run(line: words, result: String(answer))
        #expect(
            run.output.hasSuffix(
                """
                warning: 1 cycle is over and closes at once, each with a final statement (R10)
                CYCLE  FROM        TO          EXPIRES       BILLED
                    1  2026-10-23  2026-11-22      40h  1080.00 EUR

                """))
    }

    @Test func listShowsWhatIsToComeInAWord() {
        let answer =
            #"{"contracts":[\#(ContractSamples.eventful),\#(ContractSamples.ending)]}"#
        #expect(
            Run("contract", "list", result: answer).output == """
                CONTRACT  CLIENT  PACKAGE  STATUS     FROM        TO          HOURS  MANAGER  PROJECT  NOTE
                       3  acme    starter  suspended  2026-10-23  2027-10-22    40h  olena    shop     suspended until it is resumed; Standard from 2026-12-23
                       3  acme    starter  active     2026-10-23  2027-10-22    40h  olena    shop     terminated

                """)
        let calledOff = ContractSamples.ending.replacing(
            #""end":"2027-10-23""#, with: #""end":"2026-10-23""#)
        let until = ContractSamples.eventful.replacing(
            #""from":"2026-12-10","#, with: #""from":"2026-12-10","to":"2027-01-29","#)
        #expect(
            Run("contract", "list", result: #"{"contracts":[\#(until)]}"#).output.contains(
                "suspended until 2027-01-28;"), "the last day, as hours says it")
        #expect(
            Run("contract", "list", result: #"{"contracts":[\#(calledOff)]}"#).output.contains(
                "2026-10-23  never    40h  olena    shop     called off"))
        let coloured = Run("contract", "list", result: answer) { console in
            console.outputIsTerminal = true
            console.environment["TERM"] = "xterm"
        }
        #expect(coloured.output.contains("\u{1B}[33msuspended\u{1B}[0m"))
    }
}
