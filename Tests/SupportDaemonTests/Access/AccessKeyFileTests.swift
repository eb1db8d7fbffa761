import Foundation
import Glibc
import SupportDaemon
import SupportWire
import Testing

/// The key's file in every state that it can be in.
struct CredentialKeyFileTests {
    private let folder: KeyFolder
    private let good = [UInt8](repeating: 9, count: 32)

    init() throws {
        folder = try KeyFolder()
    }

    /// What using the key is refused with, by each way to it.
    private func refusals(_ file: CredentialKeyFile) -> [WireError?] {
        let problems = [
            error { try file.read() }, error { try file.readOrMake(hasSecrets: true) },
            error { try file.readOrMake(hasSecrets: false) },
        ]
        return problems + [file.problem(hasSecrets: true), file.problem(hasSecrets: false)]
    }

    private func error(_ use: () throws -> CredentialKeys) -> WireError? {
        do {
            _ = try use()
            return nil
        } catch {
            return error as? WireError
        }
    }

    @Test("the first secret makes the key: 32 bytes for the daemon's user alone, then the same")
    func made() throws {
        let made = try folder.own.readOrMake(hasSecrets: false)
        #expect(folder.bytes?.count == 32)
        #expect(folder.mode == 0o600)
        #expect(try folder.own.read().current.mark == made.current.mark)
        #expect(try folder.own.readOrMake(hasSecrets: true).current.mark == made.current.mark)
        #expect(folder.own.problem(hasSecrets: true) == nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names == ["access.key"])
        let other = try KeyFolder()
        #expect(try other.own.readOrMake(hasSecrets: false).current.mark != made.current.mark)
    }

    @Test("a key that is missing while secrets are kept is never made anew")
    func lost() throws {
        #expect(folder.own.problem(hasSecrets: true)?.data.error == "access-key")
        #expect(folder.own.problem(hasSecrets: false) == nil)
        for error in refusals(folder.own).prefix(2) {
            #expect(error?.data.error == "access-key")
            #expect(error?.message.contains(folder.own.path) == true)
            #expect(error?.data.hint?.contains("backup") == true)
        }
        #expect(folder.bytes != nil, "made where nothing is kept")
    }

    @Test("a file that the operator named is never made, and its absence is reported at once")
    func named() throws {
        for error in refusals(folder.named) {
            #expect(error?.data.error == "access-key")
            #expect(error?.data.hint?.contains("key_file") == true)
        }
        #expect(folder.bytes == nil)
        try folder.put(good)
        #expect(
            try folder.named.readOrMake(hasSecrets: false).current.mark
                == folder.own.read().current.mark)
        let nowhere = CredentialKeyFile(named: "\(folder.own.path)/below/a/file")
        #expect(refusals(nowhere).allSatisfy { $0?.data.error == "access-key" })
    }

    @Test("a file of another length is refused and left alone", arguments: [0, 1, 31, 33, 5000])
    func length(count: Int) throws {
        try folder.put([UInt8](repeating: 1, count: count))
        for error in refusals(folder.own) {
            #expect(error?.message.contains("does not hold 32 bytes") == true)
        }
        #expect(folder.bytes?.count == count)
    }

    @Test(
        "a file that others can read or change is refused",
        arguments: [0o604, 0o606, 0o602, 0o620, 0o660, 0o644, 0o601, 0o777] as [mode_t])
    func openToOthers(mode: mode_t) throws {
        try folder.put(good, mode: mode)
        for error in refusals(folder.own) {
            #expect(error?.message.contains("0\(String(mode, radix: 8))") == true)
            #expect(error?.data.hint?.hasPrefix("chmod 600 ") == true)
        }
    }

    @Test("a file that only its user reads is taken", arguments: [0o600, 0o400] as [mode_t])
    func closed(mode: mode_t) throws {
        try folder.put(good, mode: mode)
        #expect(refusals(folder.own).allSatisfy { $0 == nil })
    }

    @Test(
        "a credential of the service manager is taken: root's, with its group's bit",
        .enabled(if: geteuid() == 0, "needs root"))
    func credential() throws {
        try folder.put(good, mode: 0o440)
        #expect(refusals(folder.named).allSatisfy { $0 == nil })
        chown(folder.own.path, 0, 65_534)
        #expect(refusals(folder.named).allSatisfy { $0 != nil })
    }

    @Test(
        "another user's file is refused", .enabled(if: geteuid() == 0, "needs root"))
    func foreign() throws {
        try folder.put(good)
        chown(folder.own.path, 65_534, 65_534)
        for error in refusals(folder.own) {
            #expect(error?.message.contains("belongs to user 65534") == true)
        }
    }

    @Test("what is no plain file is refused and does not hold the desk up")
    func noFile() throws {
        #expect(mkfifo(folder.own.path, 0o600) == 0)
        for error in refusals(folder.own) {
            #expect(error?.message.contains("is no plain file") == true)
        }
        unlink(folder.own.path)
        #expect(mkdir(folder.own.path, 0o700) == 0)
        #expect(refusals(folder.own).allSatisfy { $0?.data.error == "access-key" })
    }

    @Test("a key that was put aside is followed by a new one, and still opens what it sealed")
    func followed() throws {
        let first = try folder.own.readOrMake(hasSecrets: false)
        #expect(first.old == nil)
        #expect(rename(folder.own.path, folder.own.oldPath) == 0)
        #expect(folder.own.problem(hasSecrets: true)?.data.hint?.contains("reseal") == true)
        #expect(error { try folder.named.readOrMake(hasSecrets: true) } != nil)
        let next = try folder.own.readOrMake(hasSecrets: true)
        #expect(next.current.mark != first.current.mark)
        #expect(next.old?.mark == first.current.mark)
        chmod(folder.own.oldPath, 0o644)
        for error in refusals(folder.own) {
            #expect(error?.message.contains("access.key.old (mode 0644)") == true)
        }
        #expect(unlink(folder.own.oldPath) == 0)
        #expect(try folder.own.read().old == nil)
    }
}
