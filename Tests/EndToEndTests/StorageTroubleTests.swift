import FoundationEssentials
import Glibc
import SupportSystem
import SupportTestKit
import Testing

/// A disk that is full, and a disk that fails.
struct StorageTroubleTests {
    private static let mount = "/bin/mount"
    private static let strace = "/usr/bin/strace"

    /// A directory on a small file system of its own.
    final class SmallDisk {
        let place: RunningPlace
        let isMounted: Bool
        var path: String { "\(place.path)/disk" }

        init() throws {
            place = try RunningPlace()
            mkdir("\(place.path)/disk", 0o700)
            let said = try RunningProgram.run(
                mount, ["-t", "tmpfs", "-o", "size=36m", "tmpfs", "\(place.path)/disk"])
            isMounted = said.end == .exited(status: 0)
        }

        deinit {
            if isMounted { _ = try? RunningProgram.run("/bin/umount", ["-l", path]) }
        }
    }

    /// A small disk, and a desk with small segments on it.
    private static func smallDesk() throws -> (SmallDisk, RunningDesk) {
        let disk = try SmallDisk()
        try #require(disk.isMounted, "a tmpfs cannot be mounted here")
        let desk = try RunningDesk(
            .init(
                configuration: "[journal]\nsegment_bytes = 1048576\n", state: "\(disk.path)/state"))
        return (disk, desk)
    }

    @Test(
        "a full disk refuses writes, goes on reading, and works again once there is room",
        .enabled(if: geteuid() == 0, "needs root, to mount a small file system"))
    func fullDisk() throws {
        let (disk, desk) = try Self.smallDesk()
        let client = try desk.signedClient()
        let body = String(repeating: "b", count: 20_000)
        func note(_ number: Int) throws -> WireReply {
            try client.call(
                "ticket.note",
                #"{"ticket":1,"text":"\#(number) \#(body)","idempotency_key":"\#(number)"}"#)
        }
        var stored = 0
        var refusal: WireReply?
        var small = 0
        while refusal == nil, stored < 2000 {
            let reply = try note(stored + 1)
            if reply.result != nil { stored += 1 } else { refusal = reply }
        }
        #expect(refusal?.code == 8)
        #expect(refusal?.error == "cannot-store")
        #expect(stored > 50)
        while try client.call("ticket.note", #"{"ticket":1,"text":"x"}"#).result != nil {
            small += 1
        }
        let status = try client.result("desk.status")
        #expect(status.at("storage")?.string?.contains("full") == true)
        #expect(try client.wholeLog().count == 5 + stored + small)
        #expect(try note(stored).result != nil, "an answer that is stored is still sent")
        let size = "remount,size=80m"
        _ = try RunningProgram.run(Self.mount, ["-o", size, disk.path])
        #expect(try RunningProgram.eventually { try note(stored + 1).result != nil })
        #expect(try client.result("desk.status").at("storage")?.string == "ok")
        try desk.restart()
        #expect(try desk.client().wholeLog().count == 6 + stored + small)
        #expect(try desk.client().result("desk.verify").at("records")?.int == 6 + stored + small)
        desk.kill()
    }

    @Test(
        "a desk that is full when it starts still reads",
        .enabled(if: geteuid() == 0, "needs root, to mount a small file system"))
    func fullFromTheStart() throws {
        let (disk, desk) = try Self.smallDesk()
        try desk.client().sign()
        desk.kill()
        try? Data(repeating: 1, count: 16_000_000).write(to: URL(filePath: "\(disk.path)/filler"))
        let filler = open("\(disk.path)/filler", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        let block = [UInt8](repeating: 1, count: 4096)
        while write(filler, block, block.count) > 0 {}
        close(filler)
        try desk.start()
        #expect(try desk.client().wholeLog().count == 5)
        unlink("\(disk.path)/filler")
        let client = try desk.client()
        #expect(
            try RunningProgram.eventually {
                try client.call("ticket.note", #"{"ticket":1,"text":"x"}"#).result != nil
            })
        desk.kill()
    }

    @Test(
        "a sync that fails ends the daemon with 74, and what was acknowledged is there",
        .enabled(if: RunningProgram.exists(strace), "needs strace"), arguments: [2, 9, 30])
    func failedSync(at count: Int) throws {
        let home = try RunningPlace.ofStoppedDesk()
        let failing = try home.traced("fdatasync", "error=EIO:when=\(count)+")
        let client = try failing.client()
        var acknowledged: [String] = []
        do {
            for number in 1...200 {
                let reply = try client.call("ticket.note", #"{"ticket":1,"text":"n\#(number)"}"#)
                if reply.result != nil { acknowledged.append("n\(number)") }
            }
        } catch SocketFault.closedByPeer {}
        #expect(failing.awaitEnd() == .exited(status: 74))
        #expect(acknowledged.count < 200)
        let after = try RunningDesk(.init(state: home.state))
        let text = try after.client().wholeLog().map(\.rawText).joined(separator: "\n")
        for note in acknowledged { #expect(text.contains("\"\(note)\"")) }
        #expect(try after.client().result("desk.verify").at("differences")?.array.isEmpty == true)
    }

    @Test(
        "a next segment that the disk refuses is reported while that lasts, and so is its recovery",
        .enabled(if: RunningProgram.exists(strace), "needs strace"))
    func noNextSegment() throws {
        let home = try RunningPlace.ofStoppedDesk()
        // The shorter the watchdog's interval, the more often the desk checks itself.
        let desk = try home.traced(
            "fdatasync", "error=EIO:when=1..6", of: "journal-spare.tmp",
            before: ["/usr/bin/env", "WATCHDOG_USEC=900000"])
        let client = try desk.client()
        func storage() throws -> String {
            try client.result("desk.status").at("storage")?.string ?? ""
        }
        let words = "the next segment of the journal cannot be prepared"
        #expect(try RunningProgram.eventually { try storage().hasPrefix("\(words): cannot ") })
        try client.result("ticket.note", #"{"ticket":1,"text":"x"}"#)
        #expect(RunningProgram.eventually { desk.log.contains("\(words): changes are refused") })
        #expect(try RunningProgram.eventually { try storage() == "ok" })
        let again = "the next segment of the journal was prepared: changes are stored"
        #expect(RunningProgram.eventually { desk.log.contains(again) })
        #expect(desk.log.components(separatedBy: words).count == 2, "\(desk.log)")
        #expect(!desk.log.contains("is full: changes"))
        desk.kill()
    }
}
