import SupportModel
import SupportTestKit
import Testing

/// Staff and clients out of a file: only the difference, all or nothing, twice is once.
struct ApplyPeopleTests {
    private func desk() throws -> DeskFixture {
        try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
    }

    @Test("what is new is added, in one record")
    func added() throws {
        var desk = try desk()
        let records = desk.records.count
        let lines = try desk.apply(
            file(
                [staff("olena", .manager, user: "olena", mail: "o@a.example")],
                [
                    client("boot", "Boot Ltd"),
                    client(
                        "coat", "Coat", zone: "Asia/Tokyo", mails: ["a@c.example", "b@c.example"]),
                ], [contract("boot", manager: "olena", line: 9)]))
        #expect(
            lines == [
                "+ staff olena: role manager, user olena, mail o@a.example",
                "+ client boot: title Boot Ltd, zone UTC",
                "+ client coat: title Coat, zone Asia/Tokyo, mails a@c.example, b@c.example",
                "+ contract 1: package starter, hours 40h, from 2026-10-01, months 12, "
                    + "manager olena, extra allow, renewal manual",
            ])
        #expect(desk.records.count == records + 1)
    }

    @Test("what differs is changed; what the file does not name stays")
    func changed() throws {
        var desk = try desk()
        let lines = try desk.apply(
            file(
                [
                    staff("mara", .manager), staff("emil", .viewer, user: "emil"),
                    staff("vera", .viewer),
                ],
                [client("acme", "Acme", mails: ["a@b.example"])]))
        #expect(
            lines == [
                "= staff mara", "~ staff emil: role engineer -> viewer, user emil", "= staff vera",
                "~ client acme: title Acme Outdoor GmbH -> Acme, mails a@b.example",
            ])
        #expect(desk.state.staff["mara"]?.user == "mara")
        #expect(
            try desk.apply(file([], [client("acme", "Acme", zone: "Europe/Berlin", mails: [])]))
                == ["~ client acme: zone UTC -> Europe/Berlin, mails a@b.example -> nothing"])
    }

    @Test("one table may make room for another, in whatever order they stand")
    func room() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        let users = try desk.apply(
            file([
                staff("zoe", .manager, user: "mara"), staff("mara", .manager, user: "m2"),
            ]))
        #expect(
            users == ["+ staff zoe: role manager, user mara", "~ staff mara: user mara -> m2"])
        let contracts = try desk.apply(
            file(
                [staff("mara", .engineer), staff("yuri", .manager)], [],
                [contract(manager: "yuri")]))
        #expect(
            contracts == [
                "~ staff mara: role manager -> engineer", "+ staff yuri: role manager",
                "~ contract 1: manager mara -> yuri",
            ])
    }

    @Test("what no other table makes room for is refused at its key")
    func noRoom() throws {
        let desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        #expect(
            tableWords(refusal(ApplyDesired(file([staff("mara", .engineer)])), on: desk)) == [
                "1 staff[0].role: the role of mara is needed by contract 1, which needs its "
                    + "account manager (R7)"
            ])
    }

    @Test("every mistake is reported at its key, and nothing is changed")
    func refused() throws {
        var desk = try desk()
        try desk.perform(AddClient(client: "gone", name: "Gone"))
        try desk.perform(ArchiveClient(client: "gone"))
        let all = file(
            [
                staff("olena", .manager, mail: "nobody", line: 1),
                staff("paul", .viewer, user: "mara", line: 2), staff("fine", .viewer, line: 3),
            ],
            [
                client("boot", "a\nb", line: 4), client("coat", "Coat", zone: "Mars/Base", line: 5),
                client("gone", "Gone", line: 6), client("dots", "D", mails: ["x"], line: 7),
            ],
            [
                // Not blamed: what they name was refused already.
                contract("boot", line: 20), contract(manager: "olena", line: 40),
                contract("zoo", line: 60), contract("gone", line: 80),
            ])
        #expect(
            tableWords(refusal(ApplyDesired(all), on: desk)) == [
                "1 staff[0].mail: the address \"nobody\" is not a mail address",
                "2 staff[0].user: the Unix user mara is needed by staff mara",
                "4 client[0].title: the client's name holds a control character",
                "5 client[0].zone: no zone Mars/Base", "6 client[0].name: clientArchived(gone)",
                "7 client[0].mails: the address \"x\" is not a mail address",
                "61 contract[0].client: no client zoo",
                "81 contract[0].client: clientArchived(gone)",
            ])
    }

    @Test("at most 2000 things")
    func limit() throws {
        let desk = try desk()
        for count in [Limits.desiredCountMax, Limits.desiredCountMax + 1] {
            let people = (1...count).map { staff(Name("p\($0)") ?? "p", .viewer) }
            let decided = Result {
                try desk.state.decide(ApplyDesired(file(people)), in: desk.context())
            }
            #expect(
                (try? decided.get())?.events.count == (count > Limits.desiredCountMax ? nil : count)
            )
        }
    }
}
