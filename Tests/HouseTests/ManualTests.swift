import Foundation
import Testing

struct ManualTests {
    /// The pages that the programs must come with, and any others there are.
    private static let pages = Set([
        "man/supportc.1", "man/supportd.toml.5", "man/supportd-protocol.7", "man/supportd.8",
    ]).union(Repository.paths.filter { $0.hasPrefix("man/") }).sorted()

    @Test func everyConfigurationKeyIsExplained() throws {
        let sample = "# a = prose\n[b]\nc = 1\n#d.e = 2\n\"2026-12-24\" = 3\nc = 4\n"
        #expect(ManualRules.keys(inConfiguration: sample).map(\.name) == ["c", "d.e"])
        #expect(
            ManualRules.everyKeyHasAnEntry(configuration: sample, page: ".It Ic c\nd.e\n")
                .map(\.line) == [4])
        #expect(
            ManualRules.everyKeyHasAnEntry(
                configuration: sample, page: ".It Ic c No = Ar n\n.It Ic d\\&.e\n") == [])

        let configuration = try Repository.required("config/supportd.toml")
        #expect(!ManualRules.keys(inConfiguration: configuration).isEmpty)
        expectNone(
            ManualRules.everyKeyHasAnEntry(
                configuration: configuration, page: try Repository.required("man/supportd.toml.5")))
    }

    @Test func everyRequestIsDocumented() throws {
        let sample = SourceFile(
            path: "Sources/SupportWire/Tickets/TicketMethods.swift",
            text: "\n    package static let method = Method<TicketView>.write(\"ticket.open\")\n")
        #expect(
            ManualRules.everyRequestIsDocumented([sample], page: ".It ticket.opened").map(\.line)
                == [2])
        #expect(ManualRules.everyRequestIsDocumented([sample], page: ".It Sy ticket.open") == [])

        let requests = Repository.sources.filter {
            $0.path.hasPrefix("Sources/SupportWire/")
        }
        #expect(!requests.isEmpty, "Sources/SupportWire holds no request")
        expectNone(
            ManualRules.everyRequestIsDocumented(
                requests, page: try Repository.required("man/supportd-protocol.7")))
    }

    @Test func everyCommandIsDocumented() throws {
        let sample = SourceFile(
            path: "Sources/SupportCommands/Tickets/TicketSubcommands.swift",
            text: "    CommandConfiguration(commandName: \"wait-client\")")
        #expect(
            ManualRules.everyCommandIsDocumented([sample], page: "wait-client\n").map(\.line) == [1]
        )
        let verbs = SourceFile(
            path: sample.path,
            text:
                "CommandConfiguration.verb(\n    \"add\", \"A\")\nCommandConfiguration.noun(\"b\", \"B\")"
        )
        #expect(ManualRules.commandNames(in: [verbs]).map(\.text) == ["add", "b"])
        #expect(
            ManualRules.everyCommandIsDocumented([sample], page: ".It Cm wait\\-client Ar n") == [])

        let commands = Repository.sources.filter { $0.path.hasPrefix("Sources/SupportCommands/") }
        let page = try Repository.required("man/supportc.1")
        #expect(
            ManualRules.commandNames(in: commands).count > 50,
            "the commands of Sources/SupportCommands were not found")
        expectNone(ManualRules.everyCommandIsDocumented(commands, page: page))
    }

    @Test(arguments: Self.pages)
    func pageIsWellFormed(page: String) throws {
        _ = try Repository.required(page)
        let lint = Repository.run("mandoc", "-T", "lint", "-W", "style", Repository.location(page))
        #expect(lint.status != 127, "mandoc is missing: run `make deps`")
        let complaints = ManualRules.complaints(ofLint: lint.output)
        #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
    }

    @Test func aPageThatIsNotWellFormedIsSeen() throws {
        let page = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).1")
        defer { try? FileManager.default.removeItem(at: page) }
        try Data(".Dd November 1, 2026\n.Dt A 1\n.Os\n.Sh NAME\n.Nm a\n.Nd b\n.Bl\n".utf8)
            .write(to: page)
        let lint = Repository.run("mandoc", "-T", "lint", "-W", "style", page.path)
        #expect(!ManualRules.complaints(ofLint: lint.output).isEmpty, "run `make deps`")
        let missing = "mandoc: a.1:8:6: STYLE: referenced manual not found: Xr b 1"
        #expect(ManualRules.complaints(ofLint: missing) == [])
    }
}
