import SupportJSON
import SupportModel
import SupportTestKit

/// A desk whose open cycle, March 2026, is as full as it can be: the second of a group, in the last
/// month of a term that renews itself, with all entries, adjustments and upgrades that fit.
enum FullestCycle {
    /// The most services that a configuration can have.
    static let serviceCount = 250
    /// A line as long as it can be: what a statement keeps of it is a character that JSON writes as
    /// two, the remainder characters of four bytes.
    private static let line =
        String(repeating: "\"", count: Limits.statementTextBytesMax)
        + String(
            repeating: "🙂", count: Limits.lineCharactersMax - Limits.statementTextBytesMax)

    struct NotAsExpected: Error {}

    static func desk() throws -> DeskFixture {
        var desk = DeskFixture(at: "2026-01-01T09:00:00Z")
        desk.catalogue = try catalogue()
        try desk.perform(AddClient(client: "acme", name: line, zone: "UTC"))
        try desk.perform(AddStaff(staff: "mara", role: .manager))
        try desk.perform(
            SignContract(
                client: "acme", package: "flexible", from: "2026-01-01", months: 3,
                manager: "mara", project: line, hours: .hours(Limits.packageHoursMax - 1)))
        try desk.perform(ChangeContract(contract: .number(1), renewal: .auto))
        try desk.perform(
            GroupHours(
                contract: .number(1), cycles: [1, 2],
                agreement: Agreement(by: "mara", reason: line), weeklyLimit: "74400h"))
        desk = try resuming(desk) {
            $0.replacing(#""last_ticket":0"#, with: #""last_ticket":1000000"#)
        }
        for _ in 1...Limits.entriesPerCycleMax {
            try desk.perform(OpenTicket(client: "acme", level: .regular, subject: line))
        }
        try desk.advance(to: "2026-03-05T09:00:00Z")
        try desk.perform(
            ChangeContract(
                contract: .number(1), package: "flexible", hours: .hours(Limits.packageHoursMax)))
        try desk.perform(AddTime(ticket: first(1), worked: "1m"))
        return try filled(desk)
    }

    private static func catalogue() throws -> Catalogue {
        var catalogue = Catalogue.test
        let names = try (1...serviceCount).map { number -> Name<Service> in
            let digits = "\(1000 + number)"
            let name = String(repeating: "s", count: Limits.nameBytesMax - digits.count) + digits
            guard let name = Name<Service>(name) else { throw NotAsExpected() }
            return name
        }
        catalogue.services = names.map { Service(name: $0, title: line) }
        for place in catalogue.packages.indices {
            catalogue.packages[place].title = line
            catalogue.packages[place].services = names
        }
        return catalogue
    }

    /// The desk with copies of its one entry in all the places there are.
    private static func filled(_ desk: DeskFixture) throws -> DeskFixture {
        guard var contract = desk.state.contracts[1], let entry = contract.account.entries.first,
            let grant = contract.account.open?.upgrades?.first
        else { throw NotAsExpected() }
        let before = try json(contract)
        let services = desk.catalogue.services.map(\.name)
        contract.account.open?.upgrades = Array(repeating: grant, count: Limits.upgradesPerCycleMax)
        contract.account.entries = (1...Limits.entriesPerCycleMax).map { number in
            var copy = entry
            copy.number = first(number)
            copy.ticket = first(number)
            copy.actual = "5h59m"
            copy.billed = "5h59m"
            copy.service = services[number % services.count]
            copy.level = Level(rawValue: number / services.count % 4 + 1)
            return copy
        }
        contract.account.late = (1...Limits.adjustmentsPerCycleMax).map { number in
            var copy = entry
            copy.number = first(Limits.entriesPerCycleMax + number)
            copy.ticket = first(number)
            copy.cycle = 0
            copy.date = "2026-01-01"
            copy.billed = Minutes(Limits.entryMinutesMax)
            copy.late = LateMark(reason: line)
            return copy
        }
        let after = try json(contract)
        return try resuming(desk) { $0.replacing(before, with: after) }
    }

    /// A number of seven digits.
    private static func first<Subject>(_ number: Int) -> Identifier<Subject> {
        Identifier(after: 1_000_000 + number - 1)
    }

    private static func json(_ value: some Encodable) throws -> String {
        String(decoding: try LineJSONEncoder.encode(value), as: UTF8.self)
    }

    /// The desk as it goes on from an image that was changed by hand.
    private static func resuming(
        _ desk: DeskFixture, _ change: (String) -> String
    ) throws -> DeskFixture {
        let document = try JSONDocument(text: change(desk.image))
        let image = try StrictJSONDecoder.decode(
            StateImage.self, from: document.root, unknownMembers: .refused)
        var resumed = DeskFixture(at: desk.now, state: State(image))
        resumed.catalogue = desk.catalogue
        return resumed
    }
}
