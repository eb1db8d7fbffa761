import Testing

/// The units of systemd, as systemd itself sees them. `make test-host` runs them.
@Suite(.enabled(if: Repository.run("systemd-analyze", "--version").status == 0, "needs systemd"))
struct UnitTests {
    /// The most that each unit may be exposed, in tenths.
    private static let exposureMax = [
        "supportd.service": 8, "supportd-worker.service": 15,
        "supportd-mail@.service": 15,
    ]

    @Test(arguments: exposureMax.keys.sorted())
    func littleIsExposed(unit: String) throws {
        let path = Repository.location("systemd/\(unit)")
        let most = try #require(Self.exposureMax[unit])
        let run = Self.exposure(path, most: most)
        #expect(run.status == 0, "\(run.output)")
        // Able to fail: no unit of a network service is exposed so little.
        #expect(Self.exposure(path, most: 1).status != 0)
    }

    @Test(
        arguments: exposureMax.keys.sorted() + [
            "supportd.socket", "supportd-reading.socket",
            "supportd-mail.socket",
        ])
    func systemdUnderstandsThem(unit: String) {
        let run = Repository.run(
            "systemd-analyze", "verify", "--man=no", Repository.location("systemd/\(unit)"))
        // The programs are not installed where the tests run.
        let complaints = run.output.split(separator: "\n").filter {
            $0.contains("supportd") && !$0.contains("is not executable")
        }
        #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
    }

    private static func exposure(_ path: String, most: Int) -> (status: Int32, output: String) {
        Repository.run(
            "systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=\(most)",
            path)
    }
}
