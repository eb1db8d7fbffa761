import SupportDaemon
import SupportModel
import SupportTestKit
import Testing

/// The hours in which business time runs, as a file says them.
struct CalendarTests {
    private static func calendars(_ text: String) throws -> [BusinessCalendar] {
        let folder = try ConfigurationFolder()
        try folder.write(text)
        return try folder.load().calendars
    }

    @Test func theDefaultIsAnOffice() {
        #expect(Configuration().calendars == [BusinessCalendar(name: "office")])
        #expect(Configuration().deadlines.warnPercent == 75)
        #expect(Configuration().queue.order == .packageFirst)
        #expect(Configuration().queue.ageingDays == 0)
    }

    @Test func aCalendarSaysItsHoursHolidaysAndPackages() throws {
        let calendars = try Self.calendars(
            """
            [[calendar]]
            name = "kyiv"
            zone = "Europe/Kyiv"
            hours = ["mon-thu 09:00-13:00 14:00-18:00", "fri 09:00-15:30", "sun 00:00-24:00"]
            holidays = ["2026-12-25", "2027-01-01"]
            packages = ["advanced"]
            [[calendar]]
            name = "rest"
            hours = ["mon-sun 08:00-20:00"]
            """)
        try #require(calendars.map(\.name) == ["kyiv", "rest"])
        let long = [540..<780, 840..<1080]
        #expect(
            calendars[0].week == [
                long, long, long, long, [540..<930], [],
                [0..<1440],
            ])
        #expect(calendars[0].holidays == ["2026-12-25", "2027-01-01"])
        #expect(calendars[0].packages == ["advanced"] && calendars[1].packages.isEmpty)
        #expect(calendars[1].zone == nil)
    }

    @Test(arguments: [
        "[]", #"["mon"]"#, #"["mon 9:00-17:00"]"#, #"["mon 09:00-09:00"]"#,
        #"["mon 17:00-09:00"]"#, #"["fri-mon 09:00-17:00"]"#, #"["mon 09:00-24:01"]"#,
        #"["mon 09:00-12:00 11:00-17:00"]"#, #"["mon 09:60-12:00"]"#, #"["Mon 09:00-12:00"]"#,
        #"["mon 09:00-12:00", "mon-fri 13:00-17:00"]"#, #"["holiday 09:00-12:00"]"#, "\"mon\"",
    ])
    func hoursThatCannotBe(hours: String) throws {
        let problems = try ConfigurationFolder.problems(
            "[[calendar]]\nname = \"a\"\nhours = \(hours)\n")
        #expect(problems.count == 1, "\(problems)")
        #expect(problems.first?.hasPrefix("supportd.toml:3: calendar[0].hours") == true)
        #expect(problems.first?.contains("mon-fri 09:00-13:00 14:00-18:00") == true)
    }

    @Test func aZoneThatTheHostDoesNotHave() throws {
        let problems = try ConfigurationFolder.problems(
            "[[calendar]]\nname = \"a\"\nzone = \"Europe/Nowhere\"\nhours = [\"mon 09:00-10:00\"]\n"
        )
        #expect(problems.count == 1)
        #expect(problems.first?.contains("calendar[0].zone: this host has no zone") == true)
    }

    @Test func everyPackageHasOneCalendar() throws {
        func problem(_ packages: String...) throws -> [String] {
            let calendars = packages.enumerated().map { place, packages in
                "[[calendar]]\nname = \"c\(place)\"\nhours = [\"mon 09:00-10:00\"]\n"
                    + "packages = [\(packages)]\n"
            }
            return try ConfigurationFolder.problems(calendars.joined())
        }
        #expect(try problem("") == [])
        #expect(try problem("", "\"advanced\"", "\"starter\", \"flexible\"") == [])
        #expect(try problem("\"advanced\"").first?.contains("0 calendars name no packages") == true)
        #expect(try problem("", "").first?.contains("2 calendars name no packages") == true)
        #expect(
            try problem("", "\"advnaced\"").first?.contains("there is no package advnaced") == true)
        #expect(
            try problem("", "\"advanced\"", "\"advanced\"").first?
                .contains("calendar[2].packages: another calendar names") == true)
    }

    @Test func oneNameTwice() throws {
        let one = "[[calendar]]\nname = \"a\"\nhours = [\"mon 09:00-10:00\"]\n"
        #expect(try ConfigurationFolder.problems(one).isEmpty)
        #expect(try ConfigurationFolder.problems(one + one).count == 1)
    }
}
