import Testing

/// The words that programs read of an answer stand in the protocol's page, all of them.
struct ProtocolPageTests {
    private static let page = Result { try Repository.required("man/supportd-protocol.7") }
    private static let model = below("Sources/SupportModel/")
    private static let wire = below("Sources/SupportWire/")
    private static let messages = wire.filter {
        !$0.path.contains("/Protocol/") && !$0.path.hasSuffix("Limits.swift")
    }
    /// Where errors are put into words.
    private static let errors =
        wire + below("Sources/SupportDaemon/").filter { !$0.path.contains("/Configuration/") }

    private static func below(_ folder: String) -> [SourceFile] {
        Repository.sources.filter { $0.path.hasPrefix(folder) }
    }

    @Test func everyErrorIsDocumented() throws {
        let sample = [
            file("WireError(.refused, \"late-day\", \"x\")"),
            file("WireError(\n    .notFound, \"unknown-\\(subject.rawValue)\", \"x\")"),
        ]
        func missing(_ page: String) -> [String] {
            ProtocolRules.everyErrorIsDocumented(
                sample, kinds: ["cat", "dog"], page: ".Sh WORDS OF ERRORS\n\(page)\n.Sh SEE ALSO\n"
            ).map { $0.advice.split(separator: "`")[1].description }
        }
        #expect(missing("late-day, in a sentence") == ["late-day", "unknown-cat", "unknown-dog"])
        #expect(missing(".It Er late-day , unknown-cat") == ["unknown-dog"])
        #expect(missing(".It Er late-day\n.It Er unknown-cat , unknown-dog") == [])
        #expect(missing(".It Er late-day\nAfter unknown- stands cat or dog.") == [])

        let kinds = ProtocolRules.words(of: "Subject", in: Self.model)
        #expect(kinds.contains("ticket"))
        expectNone(
            ProtocolRules.everyErrorIsDocumented(
                Self.errors, kinds: kinds, page: try Self.page.get()))
    }

    @Test func everyFigureIsDocumented() throws {
        let sample = [file("figures: [\"left\": \"1\", \"week\": \"2\"]")]
        let page = ".Sh WORDS OF ERRORS\nA week.\nFigures: left (of\nit), right.\nA week.\n"
        #expect(
            ProtocolRules.everyFigureIsDocumented(sample, page: page).map(\.advice) == [
                "man/supportd-protocol.7 does not document the figure `week` of an error"
            ])

        let files =
            Self.errors.filter { $0.path.contains("/Protocol/") || $0.path.contains("/Applying/") }
        expectNone(ProtocolRules.everyFigureIsDocumented(files, page: try Self.page.get()))
    }

    @Test func everyFindingIsDocumented() throws {
        let sample = [file("Finding(\n.disk, \"is-full\", \"x y\", figures: [\"left\": \"1\"])")]
        func missing(_ list: String) -> [Int] {
            ProtocolRules.everyFindingIsDocumented(
                sample, page: ".Sh OBJECTS\nis-full, left\n.Sh FINDINGS\n\(list)\n.Sh SEE ALSO\n"
            ).map(\.line)
        }
        #expect(missing("is-full (problem; left)") == [])
        #expect(missing("is, full; left") == [2] && missing("is-full") == [2])

        let files = Repository.sources.filter { $0.path.contains("/Examination/") }
        let words = files.filter { $0.path.hasPrefix("Sources/SupportWire/") }
        #expect(words.count >= 3)
        expectNone(
            ProtocolRules.everyFindingIsDocumented(
                words + files.filter { $0.path.hasSuffix("/OutsideFindings.swift") },
                page: try Self.page.get()))
    }

    @Test func everyWordIsDocumented() throws {
        let sample = """
            package enum Colour: String, Sendable {
                case red, blue
                case darkGreen = "dark-green"
                var isWarm: Bool {
                    switch self {
                    case .red: true
                    default: false
                    }
                }
            }
            """
        let user = file("    package var colour: Colour?")
        func missing(_ page: String, usedBy wire: [SourceFile]) -> [Int] {
            ProtocolRules.everyWordIsDocumented([file(sample)], usedBy: wire, page: page).map(
                \.line)
        }
        #expect(missing("red, or blue", usedBy: [user]) == [3])
        #expect(missing("(red, dark-green)", usedBy: [user]) == [2])
        #expect(missing("", usedBy: []) == [])

        expectNone(
            ProtocolRules.everyWordIsDocumented(
                Self.model, usedBy: Self.messages, page: try Self.page.get()))
    }

    @Test func everyMemberIsDocumented() throws {
        let sample = [
            file(
                "struct A {\n    package var weekRoom: Minutes?\n    package var left: Int { 1 }\n}"
            )
        ]
        #expect(
            ProtocolRules.everyMemberIsDocumented(sample, page: "week, room").map(\.line) == [2])
        #expect(ProtocolRules.everyMemberIsDocumented(sample, page: "[week_room]") == [])
        let request = [
            file(
                "package struct B: Request {\nstatic let method = Method<Day>.read(\"a.b\")\n    package var on: Day?"
            )
        ]
        let other = ".It Ic a.b\nTakes nothing.\n.It Ic a.c\nTakes [on].\n.El\n"
        #expect(ProtocolRules.everyMemberIsDocumented(request, page: other).map(\.line) == [3])
        #expect(
            ProtocolRules.everyMemberIsDocumented(request, page: ".It Ic a.b\n[on].\n.El\n") == [])

        let command = file("struct C: Command {\n    package var note: String\n}\nstruct D {\n}")
        let wire = [file("extension C: Request {\nstatic let method = Method<D>.write(\"a.b\")\n}")]
        #expect(
            ProtocolRules.everyMemberIsDocumented(wire, model: [command], page: other).map(
                \.line)
                == [2])
        let value = file(
            """
            struct E: Codable {
                package var isOpen: Bool
                package var name: String
                private enum CodingKeys: String, CodingKey {
                    case isOpen = "open"
                    case name
                }
            }
            """)
        func members(_ answer: String, _ page: String) -> [Int] {
            ProtocolRules.everyMemberIsDocumented(
                [file("    package var all: \(answer)")], model: [value], page: "all, \(page)"
            ).map(\.line)
        }
        #expect(members("[E]", "is_open") == [2, 3])
        #expect(members("[E]", "[open], [name]") == [])
        #expect(members("Identifier<E>", "") == [], "a number has no members")
        expectNone(
            ProtocolRules.everyMemberIsDocumented(
                Self.messages, model: Self.model, page: try Self.page.get()))
    }

    @Test func everyEventIsDocumented() throws {
        let sample = [file("static let type = \"cat.fed\"")]
        let listed = ".Sh WATCHING\n.Ic cat.fed ,\n.Ic dog.fed .\n.Sh OBJECTS\n"
        #expect(ProtocolRules.everyEventIsDocumented(sample, page: listed) == [])
        let other = ".Sh WATCHING\n.Ic cat.fed-twice .\n.Sh OBJECTS\ncat.fed\n"
        #expect(ProtocolRules.everyEventIsDocumented(sample, page: other).map(\.line) == [1])

        expectNone(ProtocolRules.everyEventIsDocumented(Self.model, page: try Self.page.get()))
    }

    private func file(_ text: String) -> SourceFile {
        SourceFile(path: "Sources/SupportWire/Sample.swift", text: text)
    }
}
