import SupportDaemon
import SupportModel
import Testing

/// What is refused in the lists of services and packages.
struct CatalogueProblemTests {
    private static let package = """
        [[package]]
        name = "one"
        title = "One"
        monthly_fee = "1.00"
        extra_rate = "1.00"

        """

    @Test func aPackageNeedsLittle() throws {
        let loaded = try ConfigurationFolder.load(Self.package)
        #expect(loaded.packages.count == 1)
        #expect(loaded.packages.first?.hours == nil)
        #expect(loaded.packages.first?.weeklySharePercent == 50)
        #expect(loaded.packages.first?.services == loaded.services.map(\.name))
    }

    @Test func whatAPackageNeedsIsNamed() throws {
        let problems = try ConfigurationFolder.problems("\n[[package]]\nhours = 3\n")
        #expect(
            problems.map { $0.prefix { $0 != ";" } } == [
                "supportd.toml:2: package[0].name: it is missing",
                "supportd.toml:2: package[0].title: it is missing",
                "supportd.toml:2: package[0].monthly_fee: it is missing",
                "supportd.toml:2: package[0].extra_rate: it is missing",
            ])
    }

    @Test(arguments: [
        ("hours = 0", "hours: 0 is out of range; give an integer from 1 to 74400"),
        ("hours = 74401", "hours: 74401 is out of range; give an integer from 1 to 74400"),
        ("weekly_share_percent = 0", "weekly_share_percent: 0 is out of range; give an integer "),
        ("weekly_share_percent = 101", "weekly_share_percent: 101 is out of range; give an "),
        ("services = \"design\"", "services: it is a text; give a list of names in quotes"),
        ("services = [\"design\", 3]", "services[1]: it is an integer; give a list of names"),
        ("services = [\"Design\"]", "services[0]: \"Design\" is not a name; give a list"),
        ("services = [\"design\", \"design\"]", "services[1]: \"design\" stands in it already; "),
        ("services = [\"baking\"]", "services[0]: there is no service baking; the services are "),
        (
            "rounding_minutes = 0",
            "rounding_minutes: 0 is out of range; give an integer from 1 to 480"
        ),
        (
            "rounding_minutes = 481",
            "rounding_minutes: 481 is out of range; give an integer from 1 "
        ),
        (
            "rounding_minutes = \"15m\"",
            "rounding_minutes: it is a text; give an integer from 1 to "
        ),
        (
            "rounding = \"up\"",
            "rounding: there are no `rounding_minutes` to round to; "
                + "give `rounding_minutes` from 1 to 480, or leave `rounding` out"
        ),
        (
            "target = 3",
            "target: it is an integer; write 1 to 4 tables, each under [[package.target]]"
        ),
        ("hour = 3", "hour: there is no such key; did you mean hours?"),
        ("colour = 3", "colour: there is no such key; the keys here are name, title, hours, "),
    ])
    func aPackageDoesNotFit(line: String, problem: String) throws {
        let problems = try ConfigurationFolder.problems(Self.package + line)
        #expect(problems.count == 1)
        let whole = "supportd.toml:6: package[0].\(problem)"
        #expect(problems.first?.hasPrefix(whole) == true, "\(problems)")
    }

    @Test func roundingIsPutTogether() throws {
        func rounding(_ lines: String) throws -> Rounding? {
            try ConfigurationFolder.load(Self.package + lines).packages.first?.rounding
        }
        #expect(try rounding("") == nil)
        #expect(try rounding("rounding_minutes = 1\nrounding = \"nearest\"") == nil)
        #expect(try rounding("rounding_minutes = 2") == Rounding(stepMinutes: 2, mode: .up))
        #expect(
            try rounding("rounding = \"nearest\"\nrounding_minutes = 480")
                == Rounding(stepMinutes: 480, mode: .nearest))
        #expect(ConfigurationLimits.roundingStepMinutesMax == Limits.roundingStepMinutesMax)
        #expect(
            try ConfigurationFolder.problems(
                Self.package + "rounding_minutes = 0\nrounding = \"up\""
            )
            .count == 1, "no second complaint about steps that are wrong by themselves")
        #expect(
            try ConfigurationFolder.problems(
                Self.package + "rounding_minutes = 5\nrounding = \"down\"")
                == [
                    "supportd.toml:7: package[0].rounding: \"down\" is not one of the words; "
                        + "give one of up, nearest, in quotes"
                ])
    }

    @Test func aWeekHasRoomForSomeWork() throws {
        let text = Self.package + "hours = 1\nweekly_share_percent = "
        #expect(
            try ConfigurationFolder.problems(text + "1") == [
                "supportd.toml:7: package[0].weekly_share_percent: 1% of 1h is less than a minute; "
                    + "give a share that somebody can work in"
            ])
        #expect(try ConfigurationFolder.problems(text + "2") == [])
    }

    @Test func aPackageMayHoldTheMost() throws {
        let loaded = try ConfigurationFolder.load(
            Self.package + "hours = 74400\nweekly_share_percent = 100\nservices = []\n")
        #expect(loaded.packages.first?.hours == 74_400)
        #expect(loaded.packages.first?.services == [])
    }

    @Test func namesStandOnce() throws {
        #expect(
            try ConfigurationFolder.problems(Self.package + Self.package) == [
                "supportd.toml:7: package[1].name: \"one\" is the name of package[0] already; "
                    + "give it another name"
            ])
        let service = "[[service]]\nname = \"a\"\ntitle = \"A\"\n"
        #expect(
            try ConfigurationFolder.problems(service + service) == [
                "supportd.toml:5: service[1].name: \"a\" is the name of service[0] already; "
                    + "give it another name"
            ])
    }

    @Test func aListHoldsSomething() throws {
        #expect(
            try ConfigurationFolder.problems("package = []\nservice = []\n") == [
                "supportd.toml:1: package: it holds 0; "
                    + "write 1 to 250 tables, each under [[package]]",
                "supportd.toml:2: service: it holds 0; "
                    + "write 1 to 250 tables, each under [[service]]",
            ])
        let wrong = try ConfigurationFolder.problems("package = 1\nservice = [1]\n")
        #expect(
            wrong.map { $0.prefix { $0 != ";" } } == [
                "supportd.toml:1: package: it is an integer",
                "supportd.toml:2: service[0]: it is an integer",
            ])
    }

    @Test func aListHoldsNotTooMuch() throws {
        func services(_ count: Int) -> String {
            (0..<count).map { "[[service]]\nname = \"s\($0)\"\ntitle = \"S\"\n" }.joined()
        }
        let most = ConfigurationLimits.catalogueCountMax
        #expect(try ConfigurationFolder.problems(services(most)) == [])
        #expect(
            try ConfigurationFolder.problems(services(most + 1)).first?
                .contains("service: it holds 251; write 1 to 250") == true)
    }

    @Test func titlesAreShortLines() throws {
        func problems(_ title: String) throws -> Int {
            try ConfigurationFolder.problems("[[service]]\nname = \"a\"\ntitle = \"\(title)\"\n")
                .count
        }
        let most = Limits.lineCharactersMax
        #expect(try problems(String(repeating: "ü", count: most)) == 0)
        #expect(try problems(String(repeating: "t", count: most + 1)) == 1)
        #expect(try problems("") == 1)
        #expect(try problems("  \\u00A0") == 1, "blanks say nothing")
        #expect(try problems("a\\u0085b") == 1)
        #expect(try problems("a\\u2028b") == 1)
        #expect(try problems("a\\tb") == 1)
    }

    /// What is wrong with one key of a package does not hide what is wrong with its others.
    @Test func aWrongPackageIsJudgedToTheEnd() throws {
        let wrong = Self.package.replacing("monthly_fee = \"1.00\"", with: "monthly_fee = 1")
        let problems = try ConfigurationFolder.problems(
            Self.package + wrong + "services = [\"no\"]\n")
        #expect(
            problems.map { $0.prefix { $0 != ";" } } == [
                "supportd.toml:7: package[1].name: \"one\" is the name of package[0] already",
                "supportd.toml:9: package[1].monthly_fee: it is an integer",
                "supportd.toml:11: package[1].services[0]: there is no service no",
            ])
    }

    /// A wrong element does not hide what is wrong with the others, nor shift their places.
    @Test func everyElementIsJudged() throws {
        let text =
            "[[package]]\nname = \"bad\"\n" + Self.package
            + "services = [\n\"design\",\n\"no\"\n]\n"
        let problems = try ConfigurationFolder.problems(text)
        #expect(problems.count == 4)
        #expect(problems.last?.hasPrefix("supportd.toml:10: package[1].services[1]: ") == true)
    }
}
