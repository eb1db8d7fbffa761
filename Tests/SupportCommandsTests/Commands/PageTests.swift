import Testing

/// The output of the reading commands for people, to the character.
struct PageTests {
    @Test func client() {
        let answer =
            #"{"client":\#(Samples.client),"contracts":[\#(Samples.contract)],"live_tickets":2,"monitors":1}"#
        #expect(
            Run("client", "show", "acme", result: answer).output == """
                client acme: Acme Outdoor GmbH
                zone      Europe/Berlin
                mail      it@acme.example
                since     2026-09-01 08:00Z
                tickets   2 open
                monitors  1
                version   3

                contracts
                CONTRACT  CLIENT  PACKAGE  STATUS  FROM        TO          HOURS  MANAGER  PROJECT
                       3  acme    starter  active  2026-10-23  2027-10-22    40h  olena    shop

                """)
        #expect(
            Run("client", "list", result: #"{"clients":[\#(Samples.client)]}"#).output == """
                CLIENT  NAME               ZONE           MAIL
                acme    Acme Outdoor GmbH  Europe/Berlin  it@acme.example

                """)
    }

    @Test func staff() {
        #expect(
            Run("staff", "list", result: #"{"staff":[\#(Samples.staff)]}"#).output == """
                STAFF  ROLE     USER   MAIL
                olena  manager  olena

                """)
    }

    @Test func catalogue() {
        let package =
            #"{"package":"starter","title":"Starter","hours":40,"monthly_fee":{"minor_units":120000,"#
            + #""currency":"EUR"},"extra_rate":{"minor_units":4500,"currency":"EUR"},"#
            + #""weekly_share_percent":50,"services":["bugs","design"],"#
            + #""services_not_included":["training"],"weekly_limit":1200,"#
            + #""rounding":{"step_minutes":15,"mode":"up"},"targets":[\#(Samples.target),"#
            + #"{"level":3,"first_response":240,"resolution":960,"business_time":true}]}"#
        // As a desk answers it that knows less.
        let flexible =
            #"{"package":"flexible","title":"Flexible","monthly_fee":{"minor_units":1,"#
            + #""currency":"EUR"},"extra_rate":{"minor_units":4500,"currency":"EUR"},"#
            + #""weekly_share_percent":50,"services":["bugs","design"]}"#
        #expect(
            Run("package", "list", result: #"{"packages":[\#(package),\#(flexible)]}"#).output
                == """
                PACKAGE   TITLE      HOURS  MONTHLY FEE  EXTRA HOUR      A WEEK  ROUNDING  SERVICES  FIRST RESPONSE
                starter   Starter      40h  1200.00 EUR   45.00 EUR  20h of 40h  up 15m    2 of 3    1: 30m, 3: 4h
                flexible  Flexible  agreed     0.01 EUR   45.00 EUR         50%  none      2

                """)
        #expect(
            Run("package", "show", "starter", result: package).output == """
                package starter: Starter
                hours         40h a month
                fee           1200.00 EUR a month
                extra         45.00 EUR an hour
                week          at most 20h of 40h a week
                rounding      each entry up to a multiple of 15m
                services      bugs, design
                not included  training

                targets
                LEVEL  FIRST RESPONSE  RESOLUTION  COUNTED IN
                    1             30m          4h  real time
                    3              4h         16h  business time

                """)
        #expect(
            Run("package", "show", "flexible", result: flexible).output == """
                package flexible: Flexible
                hours     agreed per contract
                fee       0.01 EUR a month
                extra     45.00 EUR an hour
                week      at most 50% of the hours a week
                rounding  none
                services  bugs, design

                """)
        let service = #"{"service":"bugs","title":"Bug fixing"}"#
        #expect(
            Run("service", "list", result: #"{"services":[\#(service)]}"#).output
                == "SERVICE  TITLE\nbugs     Bug fixing\n")
        #expect(
            Run(
                "service", "show", "bugs",
                result: #"{"service":\#(service),"packages":["starter"]}"#
            )
            .output == "service bugs: Bug fixing\nincluded in  starter\n")
    }

    @Test func levels() {
        let bare = #"{"level":1,"title":"emergency","examples":["site down","breach"]}"#
        let level =
            #"{"level":1,"title":"emergency","text":"All hands.","#
            + #""examples":["site down","breach"],"target":\#(Samples.target)}"#
        #expect(
            Run("level", "list", result: #"{"levels":[\#(level),\#(bare)]}"#).output == """
                LEVEL  TITLE      FIRST RESPONSE  RESOLUTION  EXAMPLES
                    1  emergency             30m          4h  site down; breach
                    1  emergency                              site down; breach

                """)
        #expect(
            Run("level", "show", "1", result: level).output == """
                level 1: emergency
                All hands.
                  site down
                  breach
                first response within 30m, resolution within 4h, in real time

                """)
        #expect(
            Run("level", "show", "1", result: bare).output
                == "level 1: emergency\n  site down\n  breach\n")
    }

    @Test func contract() {
        #expect(
            Run("contract", "show", "acme", result: Samples.contract).output == """
                contract 3: Starter for acme
                project    shop
                status     active
                term       2026-10-23 to 2027-10-22, 12 months
                \(Samples.agreed)

                cycles
                CYCLE  FROM        TO          GRANTED    USED  EXPIRED  EXTRA  STATE
                    1  2026-10-23  2026-11-22      40h  37h30m    2h30m    30m  closed
                    2  2026-11-23  2026-12-22      40h                          open

                """)
    }

    @Test func aContractsOwnRoundingAndTargets() {
        let contract = Samples.contract.replacing(
            #""cycle":{"cycle":2"#,
            with:
                #""rounding":{"step_minutes":30,"mode":"nearest"},"targets":[\#(Samples.target)],"#
                + #""cycle":{"cycle":2"#)
        let page = Run("contract", "show", "acme", result: contract).output
        #expect(
            page.contains("\nrounding   each entry to the nearest multiple of 30m, at least 30m\n"))
        #expect(
            page.contains(
                """

                targets
                LEVEL  FIRST RESPONSE  RESOLUTION  COUNTED IN
                    1             30m          4h  real time

                cycles

                """))
    }

    @Test func ticket() {
        let history =
            #"[{"at":"2026-11-23T18:32:54.000Z","by":"alice:1000","text":"opened","note":false},"#
            + #"{"at":"2026-11-23T18:35:00.000Z","by":"olena:1002","text":"first\nsecond","note":true}]"#
        let answer =
            #"{"ticket":\#(Samples.ticket),"body":"Hello,\r\n\tit \u001b[31mfails\n\nBye","#
            + #""history":\#(history),"entries":[\#(Samples.entry)]}"#
        #expect(
            Run("ticket", "show", "12", result: answer).output == """
                ticket 12: Checkout fails with 500
                client    acme, on contract 3
                level     1 emergency
                state     active
                assignee  olena
                service   bugs
                estimate  6h
                planned   2026-W48, Monday 2026-11-23
                opened    2026-11-23 18:32Z by alice:1000
                version   50

                  Hello,
                      it \\u{1b}[31mfails

                  Bye

                history
                2026-11-23 18:32Z  alice:1000: opened
                2026-11-23 18:35Z  olena:1002 noted, note 2:
                    first
                    second

                time
                ENTRY  TICKET  DATE         WORK  PACKAGE  EXTRA  SERVICE  BY          NOTE
                   41      12  2026-11-23  2h30m       2h    30m  bugs     alice:1000  found the lock

                """)
    }

    @Test func tickets() {
        let answer = #"{"tickets":[\#(Samples.ticket),\#(Samples.onDemandTicket)],"more":false}"#
        #expect(
            Run("ticket", "list", result: answer).output == """
                TICKET  LEVEL  STATE   CLIENT  CONTRACT  ASSIGNEE  OPENED             ESTIMATE  WEEK      SUBJECT
                    12      1  active  acme           3  olena     2026-11-23 18:32Z        6h  2026-W48  Checkout fails with 500
                     9      4  open    zoo            -            2026-11-20 07:00Z                      New banner 日本

                """)
        #expect(Run("ticket", "list", "-q", result: answer).output == "12\n9\n")
        #expect(
            Run("queue", result: #"{"queue":[\#(Samples.place)],"more":false}"#).output == """
                RANK  TICKET  LEVEL  CLIENT  ASSIGNEE  REASON                           SUBJECT
                   1      12      1  acme    olena     package, level 1, waiting 8 min  Checkout fails with 500

                """)
    }

    @Test func monitor() {
        #expect(
            Run("monitor", "show", "acme-shop", result: Samples.monitor).output == """
                monitor acme-shop for acme: down
                check       https://shop.example.com/, status 200-399, holds "Cart", within 2s500ms
                since       2026-11-23 18:30:10Z
                down since  2026-11-23 18:29:10Z
                detail      connection refused
                ticket      12
                level       1
                rhythm      every 1m, retry 15s, time-out 10s; down after 3 failures, up after 2 successes
                last probe  2026-11-23 18:33:10Z: failure, HTTP 503 in 24 ms (4 in a row)
                phases      resolve 1.2 ms, connect 8.0 ms, first byte 15.2 ms, total 24.6 ms
                version     48

                """)
        let answer = #"{"monitors":[\#(Samples.monitor),\#(Samples.diskMonitor)]}"#
        #expect(
            Run("monitor", "list", result: answer).output == """
                MONITOR    STATE  SINCE              CLIENT  LEVEL  TICKET  CHECK                         DETAIL
                acme-shop  down   2026-11-23 18:30Z  acme        1      12  https://shop.example.com/     HTTP 503 in 24 ms
                srv-disk   up     2026-11-22 06:00Z  acme        2          disk /srv, at least 10% free  71% free

                """)
    }

    @Test func desk() {
        #expect(
            Run("verify", result: #"{"records":10,"cycles":1,"differences":[]}"#).output
                == "10 records read, 1 closed cycle computed again: nothing differs\n")
        #expect(
            Run("verify", "--since", "9", result: #"{"records":1,"cycles":0,"differences":[]}"#)
                .output
                == "1 record after 9 read, 0 closed cycles computed again: nothing differs\n")
        let differs =
            #"{"records":1,"cycles":2,"differences":[{"contract":3,"cycle":1,"text":"used 20h"}]}"#
        #expect(
            Run("verify", result: differs).output == """
                1 record read, 2 closed cycles computed again: 1 difference
                  contract 3, cycle 1: used 20h

                """)
        #expect(
            Run(
                "clock", "show",
                result:
                    #"{"now":"2026-11-23T18:41:00.000Z","test":true,"next_boundary":"2026-12-22T23:00:00.000Z"}"#
            ).output == """
                now            2026-11-23 18:41:00Z
                clock          a test clock, which only moves on command
                next boundary  2026-12-22 23:00Z (in 29 d)

                """)
    }

    @Test(arguments: [
        ("client list", #"{"clients":[]}"#, "no clients"),
        ("staff list", #"{"staff":[]}"#, "no staff"),
        ("package list", #"{"packages":[]}"#, "no packages"),
        ("service list", #"{"services":[]}"#, "no services"),
        ("contract list", #"{"contracts":[]}"#, "no contracts"),
        ("time list", #"{"entries":[],"more":false}"#, "no time entries"),
        ("ticket list", #"{"tickets":[],"more":false}"#, "no tickets"),
        ("queue", #"{"queue":[],"more":false}"#, "the queue is empty"),
        ("monitor list", #"{"monitors":[]}"#, "no monitors"),
    ])
    func nothingToListIsSaidOnStandardError(arguments: String, result: String, remark: String) {
        let words = arguments.split(separator: " ").map(String.init)
        let run = Run(words, desk: FakeDesk(result: result))
        #expect(run.output.isEmpty)
        #expect(run.errors == remark + "\n")
        #expect(run.code == 0)
        #expect(Run(words + ["-q"], desk: FakeDesk(result: result)).errors.isEmpty)
    }

    @Test func noLineEndsWithABlank() {
        let answer = #"{"monitors":[\#(Samples.diskMonitor.replacing("71% free", with: ""))]}"#
        let lines = Run("monitor", "list", result: answer).output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.last != " " })
    }

    @Test func aNewerDesksAnswerIsStillPrintedAsJSON() {
        let newer = Samples.ticket.replacing("active", with: "parked")
        #expect(Run("--json", "ticket", "close", "12", result: newer).code == 0)
        #expect(Run("ticket", "close", "12", result: newer).code == 5)
    }
}
