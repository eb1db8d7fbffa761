import FoundationEssentials
import Glibc
import SupportTestKit
import Testing

/// The journal is verified in the background, and what is found is reported.
struct VerificationTests {
    /// A desk with a snapshot and more than one segment behind it, at rest.
    private static func desk() throws -> RunningDesk {
        let desk = try RunningDesk(.init(configuration: "[journal]\nsegment_bytes = 1048576\n"))
        let client = try desk.signedClient()
        // A segment holds two of the longest records at least, whatever is configured.
        let text = String(repeating: "b", count: 30_000)
        for _ in 1...290 { try client.result("ticket.note", #"{"ticket":1,"text":"\#(text)"}"#) }
        #expect(desk.terminate() == .exited(status: 0))
        return desk
    }

    @Test("a journal that is whole is verified after the start, and status says so")
    func whole() throws {
        let desk = try Self.desk()
        try desk.start()
        let client = try desk.client()
        #expect(
            try RunningProgram.eventually { try client.result("desk.status").at("verified") != nil }
        )
        let verified = try #require(try client.result("desk.status").at("verified"))
        #expect(verified.at("through")?.int == 295 && verified.at("problem") == nil)
        #expect(verified.at("at")?.string == "2026-01-05T09:00:00.000Z")
        #expect(try client.result("desk.verify", #"{"since":290}"#).at("records")?.int == 5)
        #expect(try client.result("desk.verify", #"{"since":295}"#).at("records")?.int == 0)
        #expect(try client.result("desk.verify").at("records")?.int == 295)
    }

    @Test("damage behind a snapshot is found in the background and reported, and the desk goes on")
    func damaged() throws {
        let desk = try Self.desk()
        let name = "journal-00000000000000000001.jsonl"
        let path = "\(desk.state)/\(name)"
        var bytes = Array(try Data(contentsOf: URL(filePath: path)))
        bytes[300_000] ^= 1
        try Data(bytes).write(to: URL(filePath: path))
        try desk.start()
        let client = try desk.client()
        #expect(
            try RunningProgram.eventually {
                try client.result("desk.status").at("verified", "damaged") != nil
            })
        let problem = try client.result("desk.status").at("verified", "problem")?.string
        #expect(problem?.contains("\(name) at byte ") == true)
        #expect(desk.log.contains("the journal is damaged"))
        #expect(
            try RunningProgram.eventually {
                try client.result("log.list", #"{"since":295,"type":"journal.damaged"}"#)
                    .at("records")?.array.count == 1
            })
        let newest = #"{"type":"journal.damaged","last":true,"limit":1}"#
        #expect(try client.result("log.list", newest).at("records")?.array.count == 1)
        // What lies behind the damage is read; of the damage it is said which records it hides.
        let behind = try client.result("log.list", #"{"since":100}"#)
        #expect(behind.at("records", 0, "seq")?.int == 101 && behind.at("unreadable") == nil)
        let all = try client.result("log.list", #"{"since":0,"limit":1000}"#)
        let hidden = try #require(all.at("unreadable", 0, "from")?.int)
        #expect(hidden > 5 && hidden < 20 && all.at("unreadable", 0, "to")?.int == hidden)
        #expect(all.at("unreadable", 0, "why")?.string?.contains(name) == true)
        let seqs = try #require(all.at("records")?.array).compactMap { $0.at("seq")?.int }
        #expect(seqs.count > 100)
        #expect(seqs == (1...(seqs.last ?? 1)).filter { $0 != hidden })
        try Self.watch(desk, since: 0, endsIn: name)
        let verify = try client.call("desk.verify")
        #expect(verify.code == 1 && verify.error == "journal-damaged")
        #expect(desk.log.contains("put this file back from a backup that has the next file"))
        // What is not behind the damage can still be checked, and the desk takes changes.
        #expect(try client.call("desk.verify", #"{"since":295}"#).result != nil)
        #expect(try client.call("ticket.note", #"{"ticket":1,"text":"x"}"#).result != nil)
        bytes[300_000] ^= 1
        try Data(bytes).write(to: URL(filePath: path))
        #expect(try client.call("desk.verify").result != nil)
        #expect(try client.result("desk.status").at("verified", "problem") == nil)
    }

    @Test("damage in the only segment: the log shows what lies around it, the hint is another")
    func newest() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        for _ in 1...3 { try client.result("ticket.note", #"{"ticket":1,"text":"x"}"#) }
        let path = "\(desk.state)/journal-00000000000000000001.jsonl"
        var bytes = Array(try Data(contentsOf: URL(filePath: path)))
        let lines = bytes.split(separator: 10)
        bytes[lines[3].startIndex + 30] ^= 1
        let file = try #require(fopen(path, "r+"))
        fseek(file, lines[3].startIndex + 30, SEEK_SET)
        fputc(Int32(bytes[lines[3].startIndex + 30]), file)
        fclose(file)
        #expect(try client.call("desk.verify").error == "journal-damaged")
        #expect(desk.log.contains("no backup has all of this file"))
        let found = #"{"type":"journal","last":true,"limit":50}"#
        #expect(
            try RunningProgram.eventually {
                try client.result("log.list", found).at("records")?.array.count == 1
            })
        #expect(try client.result("log.list", found).at("unreadable", 0, "from")?.int == 3)
        let last = try client.result("log.list", #"{"last":true,"limit":2}"#)
        #expect(last.at("records")?.array.count == 2 && last.at("unreadable") == nil)
    }

    @Test("a first segment that is gone is missed at the start")
    func missing() throws {
        let desk = try Self.desk()
        let name = "journal-00000000000000000001.jsonl"
        rename("\(desk.state)/\(name)", "\(desk.directory)/aside")
        let refused = try desk.startRefused()
        #expect(refused.end == .exited(status: 65))
        #expect(refused.log.contains(name))
        rename("\(desk.directory)/aside", "\(desk.state)/\(name)")
        try desk.start()
        let client = try desk.client()
        rename("\(desk.state)/\(name)", "\(desk.directory)/aside")
        #expect(try client.call("desk.verify", #"{"since":295}"#).result != nil)
        // No snapshot ends before this one, so that the records before it are needed.
        let needed = try client.call("desk.verify", #"{"since":290}"#)
        #expect(needed.error == "journal-damaged" && needed.message.contains(name))
        let log = try client.result("log.list", #"{"limit":1}"#)
        #expect(log.at("unreadable", 0, "from")?.int == 1)
        rename("\(desk.directory)/aside", "\(desk.state)/\(name)")
    }

    @Test("what a request finds is logged and recorded, once, as in the background")
    func asked() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        #expect(
            try RunningProgram.eventually { try client.result("desk.status").at("verified") != nil }
        )
        rename("\(desk.state)/initialised", "\(desk.directory)/aside")
        for _ in 1...3 {
            let verify = try client.call("desk.verify")
            #expect(verify.code == 1 && verify.error == "journal-damaged")
            #expect(verify.message.contains("initialised: it is not there"))
        }
        let events = { try client.wholeLog(#","type":"journal.damaged""#).count }
        #expect(try RunningProgram.eventually { try events() == 1 })
        let words = "the journal is damaged"
        #expect(desk.log.components(separatedBy: words).count == 2, "\(desk.log)")
        #expect(try client.result("desk.status").at("verified", "damaged") != nil)
        rename("\(desk.directory)/aside", "\(desk.state)/initialised")
        #expect(try client.call("desk.verify").result != nil)
        #expect(try client.result("desk.status").at("verified", "problem") == nil)
        rename("\(desk.state)/initialised", "\(desk.directory)/aside")
        #expect(try client.call("desk.verify").error == "journal-damaged")
        #expect(try RunningProgram.eventually { try events() == 2 }, "after all was whole")
        rename("\(desk.directory)/aside", "\(desk.state)/initialised")
    }

    /// A watch receives every record before the damage, then why there are no more.
    private static func watch(_ desk: RunningDesk, since: Int, endsIn name: String) throws {
        let watcher = try desk.client()
        try watcher.result("events.watch", #"{"since":\#(since)}"#)
        var received = since
        var line = try watcher.receive()
        while line.error == nil {
            received += 1
            #expect(line.params?.at("seq")?.int == received)
            line = try watcher.receive()
        }
        #expect(received > 5 && received < 20)
        #expect(line.error == "journal-damaged" && line.code == 1)
        #expect(line.message.contains("\(name) at byte "))
        #expect(watcher.isClosed())
    }
}
