import Testing

struct LayoutTests {
    @Test func theTopLevelIsTidy() {
        #expect(
            LayoutRules.topLevelIsTidy(["notes.txt", "Sources/A.swift", ".ci/run"]).map(\.path)
                == ["notes.txt"])
        expectNone(LayoutRules.topLevelIsTidy(Repository.paths))
        for entry in LayoutRules.topLevel {
            #expect(
                Repository.paths.contains { $0 == entry || $0.hasPrefix(entry + "/") },
                "\(entry) is missing")
        }
    }

    @Test func nothingBuiltIsKept() {
        #expect(
            LayoutRules.nothingBuiltIsKept(["Package.resolved", ".build-ci/a", ".ci/run"])
                .map(\.path) == ["Package.resolved", ".build-ci/a"])
        expectNone(LayoutRules.nothingBuiltIsKept(Repository.paths))
    }

    @Test func noMachineIsNamed() {
        let sample = "a\ncd /ho" + "me/somebody\n"
        #expect(LayoutRules.noMachineIsNamed("a", sample).map(\.line) == [2])
        for path in Repository.paths {
            expectNone(LayoutRules.noMachineIsNamed(path, Repository.text(path) ?? ""))
        }
    }

    @Test func whatIsExplainedOfMutantsIsThere() throws {
        let sample = "file: A.swift\nline: a\nchange: 1 -> 2\n\nfile: A.swift\nline: b\n"
        let findings = LayoutRules.explainedLinesAreThere(sample, path: "x") {
            $0 == "Sources/A.swift" ? "let a = 1" : nil
        }
        #expect(findings.map(\.line) == [6])
        let path = "Tests/Mutants/explained"
        expectNone(
            LayoutRules.explainedLinesAreThere(
                try Repository.required(path), path: path, text: Repository.text))
    }

    @Test func everyFilterOfTheMakefileRunsSomething() throws {
        let sample = "a:\n\tswift test --filter 'ATests|B'\n"
        #expect(
            LayoutRules.filtersAreOfTests(makefile: sample, tests: ["struct ATests {}"])
                .map(\.line) == [2])
        let tests = Repository.paths.filter { $0.hasPrefix("Tests/") && $0.hasSuffix(".swift") }
            .map { "\($0)\n\(Repository.text($0) ?? "")" }
        expectNone(
            LayoutRules.filtersAreOfTests(
                makefile: try Repository.required("Makefile"), tests: tests))
    }

    @Test func theChangelogListsTheVersion() throws {
        #expect(LayoutRules.version(inRelease: "let a = 1") == nil)
        #expect(LayoutRules.changesOfVersionAreListed("1.2.3", changelog: "## [1.2.30]").count == 1)
        let version = LayoutRules.version(
            inRelease: try Repository.required("Sources/SupportModel/Release.swift"))
        expectNone(
            LayoutRules.changesOfVersionAreListed(
                try #require(version, "Release.swift states no `static let version = \"...\"`"),
                changelog: try Repository.required("CHANGELOG.md")))
    }

    @Test(.enabled("systemd-analyze is not installed") { Self.verify("--version").status != 127 })
    func theUnitIsValid() {
        let output = Self.verify(Repository.location("systemd/supportd.service")).output
        // The program is not installed where the tests run; all else must be in order.
        let complaints = output.split(separator: "\n").filter {
            $0.contains("supportd.service") && !$0.contains("is not executable")
        }
        #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
        #expect(Repository.text("systemd/supportd.service") != nil)
    }

    private static func verify(_ argument: String) -> (status: Int32, output: String) {
        Repository.run("systemd-analyze", "verify", "--man=no", argument)
    }
}
