import Testing

/// Every change says what it did, and with `-q` the number or name of what it did it to.
struct SentenceTests {
    @Test(arguments: [
        (
            "client add acme --name A", Samples.client,
            "client acme added: Acme Outdoor GmbH, Europe/Berlin", "acme"
        ),
        (
            "client set acme --name A", Samples.client,
            "client acme changed: Acme Outdoor GmbH, Europe/Berlin", "acme"
        ),
        ("client archive acme", Samples.client, "client acme archived", "acme"),
        ("client note acme hello", Samples.client, "note written on client acme", "acme"),
        (
            "mail file 7 --client acme", #"{"ticket":12,"client":"acme","mail":7,"opened":true}"#,
            "the mail opened ticket 12 of acme", "12"
        ),
        (
            "mail file 7 --ticket 12", #"{"ticket":12,"client":"acme","mail":7,"opened":false}"#,
            "the mail went to ticket 12 of acme", "12"
        ),
        ("mail discard 7 --reason r", #"{"discarded":7}"#, "mail 7 discarded", "7"),
        ("staff add olena --role manager", Samples.staff, "olena added as manager", "olena"),
        (
            "staff set olena --role manager", Samples.staff, "olena changed: manager, user olena",
            "olena"
        ),
        ("staff remove olena", #"{"removed":"olena"}"#, "olena removed", "olena"),
        (
            "contract sign acme --package starter --from 2026-10-23 --months 12 --manager olena",
            Samples.contract,
            "contract 3 signed for acme: Starter, 40h a month, 2026-10-23 to 2027-10-22\n"
                + "  1200.00 EUR a month, less 10%; 45.00 EUR an extra hour",
            "3"
        ),
        (
            "ticket open acme --level 1 --subject s", Samples.ticket,
            "ticket 12 opened for acme: level 1, on contract 3", "12"
        ),
        (
            "ticket open zoo --level 4 --subject s --on-demand", Samples.onDemandTicket,
            "ticket 9 opened for zoo: level 4, on demand", "9"
        ),
        ("ticket assign 12 olena", Samples.ticket, "ticket 12 assigned to olena", "12"),
        ("ticket assign 9 --nobody", Samples.onDemandTicket, "ticket 9 assigned to nobody", "9"),
        ("ticket note 12 n", Samples.ticket, "note written on ticket 12", "12"),
        ("ticket level 12 1", Samples.ticket, "ticket 12 is level 1 now", "12"),
        ("ticket resolve 12", Samples.ticket, "ticket 12 resolved", "12"),
        ("ticket close 12", Samples.ticket, "ticket 12 closed", "12"),
        ("ticket reopen 12 --reason r", Samples.ticket, "ticket 12 reopened", "12"),
        (
            "ticket detach 12 a.png --reason r", Samples.ticket, "a.png taken off ticket 12", "12"
        ),
        (
            "monitor add acme acme-shop --memory", Samples.monitor,
            "monitor acme-shop added for acme: https://shop.example.com/ every 1m, level 1",
            "acme-shop"
        ),
        (
            "monitor set srv-disk --level 2", Samples.diskMonitor,
            "monitor srv-disk changed: disk /srv, at least 10% free every 5m, level 2", "srv-disk"
        ),
        (
            "monitor check acme-shop", Samples.monitor,
            "monitor acme-shop is probed now; it was down", "acme-shop"
        ),
        ("monitor pause acme-shop", Samples.monitor, "monitor acme-shop paused", "acme-shop"),
        (
            "monitor resume srv-disk", Samples.diskMonitor, "monitor srv-disk resumed: up",
            "srv-disk"
        ),
        ("monitor remove m", #"{"removed":"m"}"#, "monitor m removed", "m"),
        ("snapshot", #"{"seq":55,"bytes":1024}"#, "snapshot written: record 55, 1024 bytes", "55"),
        (
            "clock advance 1d", #"{"now":"2026-11-24T00:00:00.000Z","closed":1}"#,
            "it is 2026-11-24 00:00:00Z now; 1 cycle closed", "2026-11-24T00:00:00.000Z"
        ),
    ])
    func isPrinted(arguments: String, result: String, sentence: String, identifier: String) {
        let words = arguments.split(separator: " ").map(String.init)
        let run = Run(words, desk: FakeDesk(result: result))
        #expect(run.output == sentence + "\n")
        #expect(run.errors.isEmpty)
        #expect(run.code == 0)
        #expect(Run(words + ["-q"], desk: FakeDesk(result: result)).output == identifier + "\n")
        let json = Run(words + ["--json"], desk: FakeDesk(result: result)).output
        #expect(json == #"{"v":1,"# + result.dropFirst() + "\n")
    }
}
