import Foundation
import SupportDaemon
import SupportSystem
import SupportWire
import Testing

/// What an examination finds of the files of the configuration.
struct ConfigurationTroubleTests {
    /// A desk that was started with the files of a folder.
    private static func examination(
        _ folder: ConfigurationFolder
    ) async throws -> ExaminationUnderTest {
        var examination = try await ExaminationUnderTest()
        let main = folder.main
        examination.examined.facts.configuration = ConfigurationInUse(
            try ConfigurationLoader(file: main).load(), at: "2026-01-05T09:00:00Z"
        ) { () throws(ConfigurationReport) in try ConfigurationLoader(file: main).load() }
        return examination
    }

    @Test("files that say what holds are fine, however they are written")
    func unchanged() async throws {
        let folder = try ConfigurationFolder()
        try folder.write("[tickets]\nreopen_days = 7\n")
        let examination = try await Self.examination(folder)
        #expect(
            examination.finding("config-read")?.message
                == "1 file, read 2026-01-05 09:00Z")
        try folder.write("tickets.reopen_days = 7 # a week\n")
        #expect(examination.toChange == [])
    }

    @Test("files that changed, that wait for a start and that are wrong are told apart")
    func changed() async throws {
        let folder = try ConfigurationFolder()
        try folder.write("")
        let examination = try await Self.examination(folder)
        try folder.write("[tickets]\nreopen_days = 7\n", to: "conf.d/a.toml")
        #expect(examination.toChange == ["advice config-changed"])
        // A reload would not take these up.
        try folder.write("[limits]\nconnections = 600\n", to: "conf.d/a.toml")
        #expect(examination.toChange == ["advice config-waits"])
        #expect(examination.finding("config-waits")?.figures == ["tables": "limits"])
        try folder.write(
            "[journal]\nsnapshot_records = 7\n[tickets]\nreopen_days = 7\n", to: "conf.d/a.toml")
        #expect(examination.toChange == ["advice config-waits", "advice config-changed"])
        try folder.write("[tickets]\nreopen = 7\nmore = 1\n", to: "conf.d/a.toml")
        #expect(examination.toChange == ["problem config-wrong"])
        let wrong = examination.finding("config-wrong")
        #expect(wrong?.message.contains("conf.d/a.toml:2: tickets.reopen: ") == true)
        #expect(wrong?.message.hasSuffix(", and 1 mistake more") == true)
        #expect(wrong?.figures == ["mistakes": "2"])
    }

    @Test("files and directories that others may write are named")
    func writable() async throws {
        let folder = try ConfigurationFolder()
        try folder.write("")
        var examination = try await Self.examination(folder)
        examination.host.files[folder.main] = FileFacts(kind: .regular, mode: 0o644, owner: 0)
        examination.host.files[folder.path] = FileFacts(kind: .directory, mode: 0o755, owner: 998)
        #expect(examination.toChange == [])
        examination.host.files[folder.main]?.mode = 0o664
        #expect(examination.toChange == ["advice config-writable"])
        examination.host.files[folder.main]?.mode = 0o666
        #expect(examination.toChange == ["problem config-writable"])
        examination.host.files[folder.main] = FileFacts(kind: .regular, mode: 0o600, owner: 1001)
        #expect(examination.toChange == ["problem config-writable"])
        examination.host.files[folder.main] = nil
        examination.host.files[folder.path]?.mode = 0o777
        #expect(examination.finding("config-writable")?.figures == ["file": folder.path])
        // In a directory like /tmp nobody can put another file in its place.
        examination.host.files[folder.path]?.mode = 0o1777
        #expect(examination.toChange == [])
    }
}
