import SupportDaemon
import SupportModel
import SupportTestKit
import Testing

/// The routes of notices, as a file says them.
struct NoticeConfigurationTests {
    private static let mail = "[smtp]\nhost = \"mail.example.com\"\nfrom = \"desk@example.com\"\n"

    private static func configuration(_ text: String) throws -> Configuration {
        let folder = try ConfigurationFolder()
        try folder.write(text)
        return try folder.load()
    }

    @Test func thereIsNoRouteUnlessOneIsGiven() {
        let rules = Configuration().noticeRules
        #expect(rules.routes.isEmpty && !rules.hasMail)
        #expect(rules.domain == "localhost")
        #expect((rules.groupMilliseconds, rules.giveUpMilliseconds) == (30_000, 259_200_000))
    }

    @Test func aRouteSaysWhatAndToWhom() throws {
        let rules = try Self.configuration(
            Self.mail + """
                [[route]]
                name = "on-call"
                events = ["outage", "recovery"]
                levels = [1, 2]
                clients = ["acme"]
                to = ["ops@example.com", "staff:olena", "assignee", "client"]
                language = "uk"
                [[route]]
                name = "pager"
                events = ["deadline-missed"]
                command = ["/bin/true", "-x"]
                calendar = "late"
                [[calendar]]
                name = "office"
                hours = ["mon-fri 09:00-17:00"]
                [[calendar]]
                name = "late"
                hours = ["mon-sun 16:00-24:00"]
                packages = ["advanced"]
                [[template]]
                event = "outage"
                language = "uk"
                subject = "{monitor}"
                text = "{{{detail}}}"
                """
        ).noticeRules
        try #require(rules.routes.map(\.name) == ["on-call", "pager"])
        let (one, two) = (rules.routes[0], rules.routes[1])
        #expect((one.kinds, one.levels) == ([.outage, .recovery], [.emergency, .partialOutage]))
        #expect(one.clients == ["acme"])
        #expect(
            one.recipients
                == [.address("ops@example.com"), .staff("olena"), .assignee, .client])
        #expect((one.language, one.calendar?.name) == (.ukrainian, "office"))
        #expect((two.recipients, two.levels) == (nil, Set(Level.allCases)))
        #expect(two.calendar?.name == "late")
        #expect((rules.domain, rules.hasMail) == ("example.com", true))
        #expect(rules.templates.count == 1)
    }

    @Test(
        "what cannot be is named with its line",
        arguments: [
            ("name = \"reply\"\nevents = []\nto = [\"a@b\"]", 5, "route[0].name"),
            ("name = \"a\"\nevents = [\"fire\"]\nto = [\"a@b\"]", 6, "route[0].events[0]"),
            ("name = \"a\"\nevents = [\"reply\"]\nto = [\"a@b\"]", 6, "route[0].events[0]"),
            ("name = \"a\"\nevents = []", 4, "route[0].to"),
            ("name = \"a\"\nevents = []\nto = [\"a@b\"]\nurl = \"https://x\"", 7, "route[0].to"),
            ("name = \"a\"\nevents = []\nto = [\"nobody\"]", 7, "route[0].to[0]"),
            ("name = \"a\"\nevents = []\nto = []", 7, "route[0].to"),
            ("name = \"a\"\nevents = []\ncommand = [\"sh\"]", 7, "route[0].command[0]"),
            ("name = \"a\"\nevents = []\nurl = \"http://example.com/x\"", 7, "route[0].url"),
            ("name = \"a\"\nevents = []\nurl = \"ftp://example.com/x\"", 7, "route[0].url"),
            ("name = \"a\"\nevents = []\nlevels = [5]\nto = [\"a@b\"]", 7, "route[0].levels[0]"),
            (
                "name = \"a\"\nevents = []\nto = [\"a@b\"]\ncalendar = \"none\"", 8,
                "route[0].calendar"
            ),
        ])
    func mistakes(route: String, line: Int, key: String) throws {
        let problems = try ConfigurationFolder.problems("\(Self.mail)[[route]]\n\(route)\n")
        #expect(problems.count == 1, "\(problems)")
        #expect(problems.first?.hasPrefix("supportd.toml:\(line): \(key): ") == true, "\(problems)")
    }

    @Test(
        "a web address of this host may be plain, and another with `plain`",
        arguments: [
            "url = \"http://127.0.0.1:8080/x\"", "url = \"http://localhost/x\"",
            "url = \"http://[::1]:80/x\"", "url = \"http://example.com/x\"\nplain = true",
            "url = \"https://example.com/x\"",
        ])
    func plainAddresses(url: String) throws {
        let text = "[[route]]\nname = \"a\"\nevents = [\"outage\"]\n\(url)\n"
        #expect(try Self.configuration(text).routes.count == 1)
    }

    @Test(
        "mail that could not go out, or would give its password away",
        arguments: [
            ("[smtp]\nhost = \"m.example.com\"\n", "smtp.host: mail has no sender"),
            (
                "[smtp]\nfrom = \"a@b\"\nhost = \"m\"\nuser = \"u\"\n",
                "smtp.user: a login takes a user and the file of a password"
            ),
            (
                "[smtp]\nfrom = \"a@b\"\nhost = \"m\"\nuser = \"u\"\npassword_file = \"/x\"\n"
                    + "security = \"none\"\n", "smtp.security: the password would cross"
            ),
            (
                "[smtp]\nfrom = \"a@b\"\nhost = \"m\"\nsendmail = \"/bin/true\"\n",
                "smtp.sendmail: mail would go to a server and to a program"
            ),
            (
                "[[route]]\nname = \"a\"\nevents = []\nto = [\"a@b\"]\n",
                "route[0].to: it writes mail, and no mail can be sent"
            ),
            ("[smtp]\nfrom = \"a b\"\n", "smtp.from: \"a b\" does not fit"),
            (
                "[[template]]\nevent = \"outage\"\nlanguage = \"en\"\nsubject = \"{what}\"\ntext = \"\"\n",
                "template[0].subject: there is no placeholder \"what\""
            ),
            (
                "[[template]]\nevent = \"outage\"\nlanguage = \"en\"\nsubject = \"x\"\ntext = \"{\"\n",
                "template[0].text: a brace opens or closes nothing"
            ),
        ])
    func mailMistakes(text: String, words: String) throws {
        let problems = try ConfigurationFolder.problems(text)
        #expect(problems.count == 1, "\(problems)")
        #expect(problems.first?.contains(words) == true, "\(problems)")
        #expect(problems.first?.hasPrefix("supportd.toml:") == true)
    }
}
