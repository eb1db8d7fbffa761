import FoundationEssentials
import Glibc
import SupportSystem
import SupportTestKit
import Testing

/// R6 with the programs themselves: what is handed over, how it is stored on the disk, who revealed
/// it.
struct CredentialTests {
    /// A private key's text, as `ssh-keygen` writes it.
    private static let key =
        "-----BEGIN OPENSSH PRIVATE KEY-----\n"
        + String(
            repeating: "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtz\n",
            count: 20)
        + "-----END OPENSSH PRIVATE KEY-----\n"

    private func supportc(
        _ desk: RunningDesk, _ arguments: String, input: String? = nil
    ) throws -> (output: String, end: ProcessEnd) {
        let program = RunningPlace.program("supportc")
        let from = "\(desk.directory)/input"
        try desk.write(input ?? "", to: from)
        let said = try RunningProgram.run(
            "/bin/sh",
            ["-c", "exec '\(program)' --socket '\(desk.socket)' \(arguments) <'\(from)'"])
        return (said.output, said.end)
    }

    /// Every byte of every file below the state directory but the key, as text.
    private func everything(in desk: RunningDesk) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.state)
        return names.filter { $0 != "access.key" }.map { name in
            let bytes = FileManager.default.contents(atPath: "\(desk.state)/\(name)") ?? Data()
            return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        }.joined()
    }

    @Test("a key that is handed over comes back byte for byte, after a power cut too")
    func roundTrip() throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        let set = try supportc(
            desk, "access set acme ssh --user deploy --address shop.example.com", input: Self.key)
        #expect(set.end == .exited(status: 0))
        _ = try supportc(desk, "access set acme admin", input: "Zutritt-geheim-42\n")
        let again = try supportc(desk, "access set acme admin --key k", input: "Anders-geheim-43\n")
        #expect(again.end == .exited(status: 0))
        try desk.restart()
        let revealed = try supportc(desk, "access reveal acme ssh --reason 'ticket 1' --stdout")
        #expect(revealed.output == Self.key)
        #expect(revealed.end == .exited(status: 0))
        #expect(
            try supportc(desk, "access reveal acme admin --reason r --stdout").output
                == "Anders-geheim-43")
        let log = try supportc(desk, "log --type access").output
        #expect(log.contains("ssh access of acme looked at: ticket 1"))
        #expect(log.contains("admin access of acme looked at"))
        let list = try supportc(desk, "access list acme").output
        #expect(list.contains("MISSING"))
        #expect(try supportc(desk, "access verify").end == .exited(status: 0))
        try desk.client().result("desk.snapshot")
        #expect(desk.terminate() == .exited(status: 0))
        let disk = try everything(in: desk) + desk.log + log + list
        for part in ["Zutritt-geheim-42", "Anders-geheim-43", "b3BlbnNzaC1rZXktdjE"] {
            #expect(!disk.contains(part))
            for phase in 0..<3 {
                let bytes = [UInt8](repeating: 0, count: phase) + Array(part.utf8)
                let base64 = Data(bytes).base64EncodedString()
                #expect(!disk.contains(base64.dropFirst(4).prefix(12)))
            }
        }
        var status = stat()
        #expect(stat("\(desk.state)/access.key", &status) == 0)
        #expect(status.st_mode & 0o7777 == 0o600)
        #expect(status.st_size == 32)
    }

    @Test("without its key the desk starts, says so, and sends no secret")
    func lostKey() throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        _ = try supportc(desk, "access set acme ftp", input: "geheim\n")
        let path = "\(desk.state)/access.key"
        let key = try #require(FileManager.default.contents(atPath: path))
        unlink(path)
        try desk.restart()
        #expect(desk.log.contains("no access data can be sealed or opened"))
        #expect(desk.log.contains("access.key is not there"))
        let refused = try desk.client().call(
            "access.reveal", #"{"client":"acme","kind":"ftp","reason":"r"}"#)
        #expect(refused.error == "access-key")
        #expect(refused.code == 1)
        #expect(try supportc(desk, "access verify").end == .exited(status: 1))
        #expect(FileManager.default.contents(atPath: path) == nil)
        try key.write(to: URL(filePath: path))
        chmod(path, 0o644)
        #expect(
            !(try supportc(desk, "access reveal acme ftp --reason r --stdout").output.contains(
                "geheim")))
        chmod(path, 0o600)
        #expect(try supportc(desk, "access reveal acme ftp --reason r --stdout").output == "geheim")
        #expect(try desk.client().result("desk.verify").at("differences")?.array.isEmpty == true)
    }

    @Test("a change of keys is safe against a kill after each of its steps")
    func killedWhileKeysChange() throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        let kinds = ["admin", "ssh"]
        for kind in kinds { _ = try supportc(desk, "access set acme \(kind)", input: "pw-\(kind)") }
        let (path, old) = ("\(desk.state)/access.key", "\(desk.state)/access.key.old")
        func expectAllOpen(old: Bool) throws {
            for kind in kinds {
                let told = try supportc(desk, "access reveal acme \(kind) --reason r --stdout")
                #expect(told.output == "pw-\(kind)")
            }
            let verified = try supportc(desk, "access verify")
            #expect(verified.end == .exited(status: 0))
            #expect(verified.output.contains("2 still sealed with the old key") == old)
        }
        #expect(rename(path, old) == 0)
        try desk.restart()
        let refused = try supportc(desk, "access reveal acme ssh --reason r --stdout")
        #expect(refused.end == .exited(status: 1))
        #expect(!refused.output.contains("pw-ssh"))
        // The new key was made, and the record was not.
        try Data(repeating: 9, count: 32).write(to: URL(filePath: path))
        chmod(path, 0o600)
        try desk.restart()
        try expectAllOpen(old: true)
        #expect(try supportc(desk, "access reseal").output.hasPrefix("2 secrets sealed with key "))
        try desk.restart()
        try expectAllOpen(old: false)
        #expect(try supportc(desk, "access reseal").output.hasPrefix("0 secrets sealed with key "))
        #expect(unlink(old) == 0)
        try desk.restart()
        try expectAllOpen(old: false)
    }

    @Test("the operator's key is used after a reload, and never made")
    func namedKey() throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        let path = "\(desk.directory)/elsewhere.key"
        try desk.write(
            "[daemon]\nstart_worker = false\n[access]\nkey_file = \"\(path)\"\n",
            to: desk.configurationPath)
        try desk.restart()
        let first = try supportc(desk, "access set acme ftp", input: "geheim\n")
        #expect(first.end == .exited(status: 1))
        #expect(FileManager.default.contents(atPath: path) == nil)
        try Data(repeating: 5, count: 32).write(to: URL(filePath: path))
        chmod(path, 0o600)
        #expect(
            try supportc(desk, "access set acme ftp", input: "geheim\n").end == .exited(status: 0))
        #expect(FileManager.default.contents(atPath: "\(desk.state)/access.key") == nil)
        #expect(try supportc(desk, "access reveal acme ftp --reason r --stdout").output == "geheim")
    }

    @Test("a stream of hostile requests stores no secret and receives none")
    func hostile() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        try client.result("access.set", #"{"client":"acme","kind":"ssh","secret":"geheim"}"#)
        let before = try client.wholeLog().count
        let long = String(repeating: "x", count: 60_000)
        for (params, code) in [
            (#"{"client":"acme","kind":"ssh","secret":"\#(long)"}"#, 2),
            (#"{"client":"acme","kind":"ssh","secret":"a\u0000b"}"#, 2),
            (#"{"client":"acme","kind":"ssh","secret":"\ud800"}"#, 2),
            (#"{"client":"acme","kind":"telnet","secret":"x"}"#, 2),
            (#"{"client":"acme","kind":"ssh","project":"","secret":"x"}"#, 3),
            (#"{"client":"acme","kind":"ssh","project":"../..","secret":"x"}"#, 3),
            (#"{"client":"acme","kind":"ssh","address":"u:p@h","secret":"x"}"#, 2),
            (#"{"client":"acme","kind":"ssh","secret":"x","secret":"y"}"#, 2),
            (#"{"client":"acme","kind":"ssh"}"#, 2), (#"{"client":"zoo","kind":"ssh"}"#, 2),
            (#"{"client":"acme","kind":"ssh","secret":null}"#, 2),
        ] {
            let reply = try client.call("access.set", params)
            #expect(reply.code == code, "\(params.prefix(80)): \(reply.text.prefix(300))")
            #expect(!reply.text.contains("xxxxxxxx"))
        }
        for params in [
            #"{"client":"acme","kind":"ssh","reason":"r","idempotency_key":"k"}"#,
            #"{"client":"acme","kind":"ssh"}"#,
            #"{"client":"acme","kind":"ssh","reason":""}"#,
            #"{"client":"acme","kind":"ssh","reason":"a\nb"}"#,
            #"{"client":"acme","kind":"ftp","reason":"r"}"#,
        ] {
            let reply = try client.call("access.reveal", params)
            #expect(reply.result == nil)
            #expect(!reply.text.contains("geheim"))
        }
        #expect(try client.wholeLog().count == before)
    }

    @Test(
        "while the key's file does not answer all other connections are served, and its own waits",
        .enabled(if: RunningProgram.exists(strace), "needs strace"))
    func slowKey() throws {
        let home = try RunningPlace.ofStoppedDesk()
        // A start checks once whether the key can be used.
        let desk = try home.traced("openat", "delay_enter=700000:when=2..3", of: "access.key")
        let (waiting, other) = (try desk.client(), try desk.client())
        let begun = Deadline(after: .milliseconds(1300))
        try waiting.request(
            "access.set", #"{"client":"acme","kind":"ssh","secret":"Zutritt-geheim-44"}"#)
        try waiting.request("access.reveal", #"{"client":"acme","kind":"ssh","reason":"r"}"#)
        try waiting.request("clock.show")
        var served = 0
        while !begun.isOver {
            try other.result("ticket.note", #"{"ticket":1,"text":"n"}"#)
            served += 1
        }
        #expect(served > 20, "nobody waits for the key but who asked for it")
        #expect(try waiting.receive().result?.at("kind")?.string == "ssh")
        #expect(try waiting.receive().result?.at("secret")?.string == "Zutritt-geheim-44")
        #expect(try waiting.receive().root[member: "id"]?.int == 3, "in order")
        desk.kill()
    }

    private static let strace = "/usr/bin/strace"
}
