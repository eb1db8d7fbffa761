package import SupportModel

// Sentences and hints of findings about the host: configuration, disk, clock, program, backup, mail.

/// The configuration.
extension Finding {
    /// The files say what the daemon goes by.
    package static func configRead(_ files: Int, at: Instant) -> Finding {
        let what = files == 0 ? "no file, so everything has its default" : count(files, "file")
        return Finding(
            .config, .fine, "config-read", "\(what), read \(minute(at))",
            figures: ["files": "\(files)"])
    }

    /// A start would refuse what the files say by now.
    package static func configWrong(_ first: String, more: Int) -> Finding {
        let rest = more > 0 ? ", and \(count(more, "mistake")) more" : ""
        return Finding(
            .config, .problem, "config-wrong",
            "a reload or a start would refuse the configuration: \(first)\(rest)",
            hint:
                "mend it until supportd --check-config is content; the daemon goes on with what it "
                + "has read before", figures: ["mistakes": "\(more + 1)"])
    }

    /// The files cannot be read now, so nobody knows what they say.
    package static func configUnread(_ why: String) -> Finding {
        Finding(
            .config, .unknown, "config-unread", "the configuration could not be read again: \(why)")
    }

    /// The files say something else than what the daemon has read.
    package static func configChanged(readAt: Instant) -> Finding {
        Finding(
            .config, .advice, "config-changed",
            "the files say something else than what was read \(minute(readAt))",
            hint: "systemctl reload supportd, or kill -HUP; the log says what was taken up")
    }

    /// Some tables hold only from the next start.
    package static func configWaits(_ tables: [String]) -> Finding {
        let names = tables.map { "[\($0)]" }.joined(separator: ", ")
        return Finding(
            .config, .advice, "config-waits",
            "what the files say in \(names) differs from what runs and holds from the next start",
            hint: "systemctl restart supportd; clients wait meanwhile",
            figures: ["tables": tables.joined(separator: " ")])
    }

    /// Somebody besides root and the daemon's user may write a file that the daemon obeys.
    package static func configWritable(_ path: String, _ how: ForeignHand) -> Finding {
        let isGroup = how == .group
        return Finding(
            .config, isGroup ? .advice : .problem, "config-writable", "\(path) \(how.words)",
            hint: "whoever writes it decides what the daemon starts and where its key lies: "
                + "chown root \(path); chmod go-w \(path)", figures: ["file": path])
    }
}

/// Who besides root and the daemon's user may write a file.
package enum ForeignHand: Hashable, Sendable {
    /// The members of its group.
    case group
    /// Everybody.
    case everybody
    /// Its owner, a user of this number.
    case owner(UInt32)

    var words: String {
        switch self {
        case .group: "can be written by its group"
        case .everybody: "can be written by everybody"
        case .owner(let number): "belongs to user \(number)"
        }
    }
}

/// The disk.
extension Finding {
    /// The file system of the state directory has room.
    package static func diskRoom(_ bytes: UInt64, percent: Double) -> Finding {
        Finding(
            .disk, .fine, "disk-room", "\(ByteCount.text(bytes)) free, \(Int(percent)) %",
            figures: ["free_bytes": "\(bytes)", "free_percent": "\(Int(percent))"])
    }

    /// There is less room than the next files of the desk take, or little more.
    package static func diskFills(_ bytes: UInt64, needed: UInt64, _ path: String) -> Finding {
        let isShort = bytes < needed
        return Finding(
            .disk, isShort ? .problem : .advice, "disk-fills",
            "\(ByteCount.text(bytes)) are free for \(path), and "
                + (isShort
                    ? "the next files of the desk take \(ByteCount.text(needed))"
                    : "the next files of the desk take \(ByteCount.text(needed)) each time"),
            hint: "make room: when there is none, changes are refused (supportd(8), Storage)",
            figures: ["free_bytes": "\(bytes)", "needed_bytes": "\(needed)"])
    }

    /// The file system can hold few more files.
    package static func inodesEnd(_ left: UInt64, of all: UInt64, isShort: Bool) -> Finding {
        Finding(
            .disk, isShort ? .problem : .advice, "inodes-end",
            "the file system of the state directory can have \(left) more of its \(all) files",
            hint: "remove small files that nobody needs; df -i shows which file system it is",
            figures: ["left": "\(left)", "files": "\(all)"])
    }

    /// The state directory is lost with the next restart of the host.
    package static func stateInMemory(_ path: String) -> Finding {
        Finding(
            .disk, .problem, "state-in-memory",
            "\(path) lies in memory: a restart of the host loses everything",
            hint: "stop the desk, copy the directory to a disk, and name it in daemon.state")
    }

    /// The state directory lies on another host.
    package static func stateOnNetwork(_ path: String) -> Finding {
        Finding(
            .disk, .advice, "state-on-network",
            "\(path) lies on a network file system: a change waits for the network, and what is synced "
                + "and locked is the other host's word",
            hint: "stop the desk, copy the directory to a local disk, and name it in daemon.state")
    }

    /// The file system of the state directory takes no writes.
    package static func stateReadOnly(_ path: String) -> Finding {
        Finding(
            .disk, .problem, "state-read-only", "the file system of \(path) is mounted read-only",
            hint:
                "dmesg says whether the kernel did that after an error of the disk; mount it again "
                + "with the right to write")
    }

    /// Others can change the files of the state directory.
    package static func stateOpen(_ path: String, _ how: ForeignHand) -> Finding {
        Finding(
            .disk, .problem, "state-open",
            "\(path) \(how.words), and the next start would refuse it",
            hint:
                "take that right away, if nobody else has changed what lies in it: chmod go-w \(path), "
                + "and chown to the user that supportd runs as")
    }

    /// The system does not let the desk see its own directory.
    package static func diskUnread(_ why: String) -> Finding {
        Finding(.disk, .unknown, "disk-unread", why)
    }
}

/// The clock.
extension Finding {
    /// The clock is trusted; the release of the zone data where it is known.
    package static func clockTrusted(isSynchronised: Bool, zoneData: String?) -> Finding {
        let zones = zoneData.map { ", zone data \($0)" } ?? ""
        return Finding(
            .clock, .fine, "clock-trusted",
            (isSynchronised ? "synchronised" : "trusted") + zones,
            figures: zoneData.map { ["zone_data": $0] })
    }

    /// Nothing keeps the wall clock right.
    package static let clockFree = Finding(
        .clock, .advice, "clock-not-synchronised",
        "nothing keeps the host's clock right, and cycles, deadlines and expiry go by it",
        hint: "timedatectl set-ntp true, or install chrony; timedatectl shows whether it works")

    /// The kernel does not say whether something keeps the wall clock right.
    package static let clockUnknown = Finding(
        .clock, .unknown, "clock-unknown",
        "the kernel does not say whether something keeps the host's clock right",
        hint: "timedatectl shows it")

    /// Nothing expires until the clock is confirmed or set right (R10).
    package static func clockDoubted(_ doubt: ClockDoubt) -> Finding {
        Finding(
            .clock, .problem, "clock-in-doubt",
            "the clock went \(count(doubt.days, "day")) ahead, to \(minute(doubt.jumpedTo)), and no cycle closes "
                + "until it is set right or confirmed",
            hint: "supportc clock show says what would close, and supportc clock confirm closes it",
            figures: ["days": "\(doubt.days)"])
    }

    /// The clock shows a time before the last record's.
    package static func clockBehind(_ now: Instant, last: Instant) -> Finding {
        Finding(
            .clock, .advice, "clock-behind",
            "the clock shows \(minute(now)), and the last record was made at \(minute(last))",
            hint: "set the host's clock right; new records keep the later time until then",
            figures: ["now": "\(now)", "last_record": "\(last)"])
    }

    /// The clock only moves by request.
    package static let testClock = Finding(
        .clock, .advice, "test-clock",
        "the desk runs on a test clock: no cycle ends and no hour expires by itself",
        hint: "start supportd without --test-clock where it serves clients")

    /// The host's zone data has lost zones by which clients count days.
    package static func zonesMissing(_ zones: [ZoneName], of clients: Int) -> Finding {
        let names = SentenceList.text(zones)
        return Finding(
            .clock, .problem, "zone-missing",
            "the host's zone data has no \(names), and the cycles of \(count(clients, "client")) "
                + "cannot close",
            hint: "install tzdata (and tzdata-legacy for old names), then restart supportd",
            figures: ["zones": zones.map(\.text).joined(separator: " ")])
    }

    /// A cycle or a month has ended and is not closed.
    package static func cycleOverdue(_ what: String, since: Instant) -> Finding {
        Finding(
            .clock, .problem, "cycle-overdue", "\(what) should have closed at \(minute(since))",
            hint: "journalctl -u supportd says why it does not")
    }
}

/// The program, the backup and mail.
extension Finding {
    /// What runs is what is installed.
    package static func programCurrent(_ release: String, since: Instant) -> Finding {
        Finding(
            .program, .fine, "program-current",
            "supportd \(release), running since \(minute(since))",
            figures: ["release": release])
    }

    /// The program's file is another one than what runs.
    package static func programReplaced(_ release: String, since: Instant) -> Finding {
        Finding(
            .program, .advice, "program-replaced",
            "supportd \(release) runs since \(minute(since)), and its program was replaced or removed since",
            hint: "systemctl restart supportd; clients wait meanwhile",
            figures: ["release": release])
    }

    /// A backup was taken lately.
    package static func backupTaken(_ at: Instant, now: Instant) -> Finding {
        Finding(
            .backup, .fine, "backup-taken",
            "the last one that asked the desk was \(DurationText.distance(of: at, from: now))",
            figures: ["at": "\(at)"])
    }

    /// None was taken since the start, which was lately; of what was before the desk knows nothing.
    package static func backupUnknown(since start: Instant) -> Finding {
        Finding(
            .backup, .unknown, "backup-unknown",
            "none was taken since this start, \(minute(start)); the desk does not know of earlier ones",
            hint: "supportc backup DIR takes one; supportd --verify-state DIR checks it")
    }

    /// None was taken for a long time.
    package static func backupMissing(since: Instant, now: Instant) -> Finding {
        let days = Int(now.milliseconds(since: since) / Instant.millisecondsPerDay)
        return Finding(
            .backup, .advice, "backup-missing",
            "no backup was taken through the desk for \(count(days, "day"))",
            hint: "supportc backup DIR, from a timer; supportd(8), Backups",
            figures: ["days": "\(days)"])
    }

    /// Whose mail the desk can recognise.
    package static func mailAddresses(
        clients: (with: Int, all: Int), staff: (with: Int, all: Int)
    ) -> Finding {
        Finding(
            .mail, .fine, "mail-addresses",
            "\(share(clients, "client")) and \(share(staff, "member")) of the staff have an address",
            figures: [
                "clients": "\(clients.all)", "clients_with_address": "\(clients.with)",
                "staff": "\(staff.all)", "staff_with_address": "\(staff.with)",
            ])
    }

    /// Notices were given up.
    package static func deadLetters(_ number: Int) -> Finding {
        Finding(
            .mail, .problem, "dead-letters",
            "\(count(number, "notice")) could not be delivered and \(number == 1 ? "was" : "were") "
                + "given up",
            hint: "supportc notice list --dead says why; supportc notice retry --dead sends them "
                + "again, discard --dead does not",
            figures: ["dead": "\(number)"])
    }

    /// A file of a secret that deliveries need cannot be used.
    package static func secretUnread(_ path: String, _ why: String) -> Finding {
        Finding(
            .mail, .problem, "secret-unread", "notices cannot be delivered: \(why)",
            hint: "put it right, then have the configuration read again: systemctl reload supportd",
            figures: ["path": path])
    }

    /// Notices wait, and nobody sends them.
    package static func noticesUnsent(_ number: Int) -> Finding {
        Finding(
            .mail, .problem, "notices-unsent",
            "\(count(number, "notice")) cannot be sent while no worker is connected",
            hint: "supportc status says why there is none", figures: ["pending": "\(number)"])
    }

    /// Mails wait for somebody to file or discard them.
    package static func mailsHeld(_ number: Int) -> Finding {
        Finding(
            .mail, .advice, "mails-held",
            "\(count(number, "mail")) \(number == 1 ? "waits" : "wait") to be filed or discarded",
            hint: "supportc mail list shows them", figures: ["held": "\(number)"])
    }

    /// `2 of 3 clients`, `no client`.
    private static func share(_ numbers: (with: Int, all: Int), _ one: String) -> String {
        numbers.all == 0 ? "no \(one)" : "\(numbers.with) of \(count(numbers.all, one))"
    }

    /// `2026-10-05 09:00Z`: findings are read by people, whose zone the desk does not know.
    static func minute(_ instant: Instant) -> String {
        instant.description.prefix(16).replacing("T", with: " ") + "Z"
    }

    /// `1 file`, `2 files`.
    static func count(_ number: Int, _ one: String) -> String {
        "\(number) \(number == 1 ? one : one + "s")"
    }

    /// `1 file is`, `2 files are`.
    static func count(_ number: Int, _ one: String, _ verb: String, _ verbOfMany: String) -> String
    {
        "\(count(number, one)) \(number == 1 ? verb : verbOfMany)"
    }
}
