package import SupportModel

// Sentences and hints of findings about the desk itself: rights, journal, worker, key, sockets.

/// Rights.
extension Finding {
    /// How many people can act under their own name.
    package static func rightsHeld(bound: Int, staff: Int, groups: [String]) -> Finding {
        let people =
            staff == 0 ? "no staff yet" : "\(bound) of \(staff) of the staff have a Unix user"
        let named = groups.isEmpty ? "" : ", roles for the groups \(SentenceList.text(groups))"
        return Finding(
            .rights, .fine, "rights-held", people + named,
            figures: ["staff": "\(staff)", "bound": "\(bound)"])
    }

    /// Nobody but root and the daemon's user has a permission that the desk needs somebody to have.
    package static func nobodyMay(_ permission: Permission, roles: [Role]) -> Finding {
        let isOperator = permission == .operate
        let act = isOperator ? "run the desk" : "agree to exceptions under their own name (R9, R11)"
        let role = roles.last ?? .operator
        return Finding(
            .rights, .advice, isOperator ? "nobody-operates" : "nobody-agrees",
            "nobody but root and the user of supportd may \(act)",
            hint: roles.isEmpty
                ? "no role has the right \(permission.rawValue): give it to one under [rights]"
                : "supportc staff set NAME --role \(role.rawValue) --user USER, or name a group under "
                    + "[roles], \(role.rawValue) = [\"GROUP\"]",
            figures: ["permission": permission.rawValue])
    }

    /// A member of staff is bound to a user that the host does not have.
    package static func noSuchUser(_ user: String, of staff: Name<Staff>) -> Finding {
        Finding(
            .rights, .advice, "no-such-user",
            "staff \(staff) has the Unix user \(user), and the host has none of that name",
            hint: "supportc staff set \(staff) --user USER, or create the user",
            figures: ["staff": staff.text, "user": user])
    }

    /// A group that has a role is unknown to the host.
    package static func noSuchGroup(_ group: String, _ role: Role) -> Finding {
        Finding(
            .rights, .advice, "no-such-group",
            "[roles] gives the group \(group) the role \(role.rawValue), and the host has no such group",
            hint: "correct the name, or create the group", figures: ["group": group])
    }

    /// Two members of staff are the same Unix user.
    package static func sameUser(_ staff: [Name<Staff>], _ uid: UInt32) -> Finding {
        let names = staff.map(\.text)
        return Finding(
            .rights, .problem, "same-user",
            "\(names.joined(separator: " and ")) have the same Unix user, \(uid): what one does is "
                + "recorded of \(names.first ?? "one") alone",
            hint: "supportc staff set NAME --user USER, with a user for each",
            figures: ["staff": names.joined(separator: " "), "uid": "\(uid)"])
    }

    /// A role that somebody has permits nothing.
    package static func emptyRole(_ role: Role, _ who: [String]) -> Finding {
        Finding(
            .rights, .advice, "empty-role",
            "the role \(role.rawValue) permits nothing, and \(SentenceList.text(who)) "
                + (who.count == 1 ? "has it" : "have it"),
            hint: "give it rights under [rights], \(role.rawValue) = [\"read\"]",
            figures: ["role": role.rawValue])
    }

    /// Viewers may more than read.
    package static func viewersMayMore(_ permissions: [Permission]) -> Finding {
        let names = permissions.map(\.rawValue)
        return Finding(
            .rights, .advice, "viewers-may-more",
            "[rights] gives viewers \(names.joined(separator: ", ")) besides read",
            hint: "take that away, or give those people another role",
            figures: ["permissions": names.joined(separator: " ")])
    }

    /// The directory of users and groups could not be asked.
    package static func directoryUnread(_ why: String) -> Finding {
        Finding(
            .rights, .unknown, "directory-unread",
            "the host's users and groups could not be looked up: \(why)",
            hint: "getent passwd shows whether the directory service answers")
    }
}

/// The journal.
extension Finding {
    /// Changes are stored, and the files are whole as far as it is known.
    package static func journalWorks(
        records: UInt64, verifiedAt: Instant?, sinceSnapshot: UInt64
    ) -> Finding {
        let verified = verifiedAt.map { "whole at \(minute($0))" } ?? "not verified since the start"
        return Finding(
            .journal, .fine, "journal-works",
            "\(records) records, \(verified), \(sinceSnapshot) since the last snapshot",
            figures: ["records": "\(records)", "since_snapshot": "\(sinceSnapshot)"])
    }

    /// Nothing can be stored now, or soon.
    package static func changesRefused(_ why: String, isNow: Bool) -> Finding {
        Finding(
            .journal, .problem, isNow ? "changes-refused" : "changes-end-soon", why,
            hint: isNow
                ? "reading works; see to the cause: supportd(8), Storage"
                : "changes are stored until the present file is full; see to the cause before: "
                    + "supportd(8), Storage")
    }

    /// A check of the files has found something wrong, or could not be made.
    package static func journalUnsound(_ problem: String, isDamage: Bool) -> Finding {
        Finding(
            .journal, .problem, isDamage ? "journal-damaged" : "journal-unread", problem,
            hint: isDamage
                ? "save the state directory before anything else; journalctl -u supportd has the way "
                    + "out: supportd(8), Storage"
                : "see to the cause, then supportc verify")
    }

    /// The files have not been checked for too long.
    package static func verificationOld(_ at: Instant?, now: Instant) -> Finding {
        let when = at.map { "since \(minute($0))" } ?? "since the start of the daemon"
        return Finding(
            .journal, .advice, "verification-old",
            "the files of the journal were not verified \(when)",
            hint: "supportc verify does it now; the desk does it once a day by itself")
    }

    /// No snapshot was written for too many records.
    package static func snapshotOverdue(_ records: UInt64, every: Int) -> Finding {
        let rule =
            every > 0
            ? "and one is due after \(every)" : "and journal.snapshot_records has none written"
        return Finding(
            .journal, .advice, "snapshot-overdue",
            "\(records) records followed the last snapshot, \(rule): a start reads them all",
            hint: "supportc snapshot writes one, or says why not",
            figures: ["since_snapshot": "\(records)"])
    }

    /// Files lie in the state directory that a recovery put aside.
    package static func remains(_ names: [String]) -> Finding {
        Finding(
            .journal, .advice, "remains-kept",
            "a recovery put aside what was no whole record: \(SentenceList.text(names))",
            hint:
                "if no change is missed, remove these files from the state directory: supportd(8), "
                + "Storage", figures: ["files": names.joined(separator: " ")])
    }
}

/// The worker.
extension Finding {
    /// A worker is connected; its figures.
    package static func workerConnected(
        release: String, process: Int32, monitors: Int, isWalled: Bool?
    ) -> Finding {
        let wall =
            switch isWalled {
            case true?: ", its system calls filtered"
            case false?, nil: ""
            }
        return Finding(
            .worker, .fine, "worker-connected",
            "release \(release), process \(process)\(wall), for \(count(monitors, "monitor"))",
            figures: ["release": release, "process": "\(process)", "monitors": "\(monitors)"])
    }

    /// None is wanted.
    package static let workerNotWanted = Finding(
        .worker, .fine, "worker-not-wanted", "none is started, and nothing is monitored")

    /// None is connected.
    package static func workerMissing(_ standing: WorkerStanding, monitors: Int) -> Finding {
        let since = standing.since.map { " since \(minute($0))" } ?? ""
        let why = standing.note.map { ": \($0)" } ?? ""
        let loss =
            monitors > 0
            ? "\(count(monitors, "monitor", "is", "are")) not probed" : "no login can be tried"
        return Finding(
            .worker, monitors > 0 ? .problem : .advice, "worker-missing",
            "no worker is connected\(since), and \(loss)\(why)",
            hint: "systemctl status supportd-worker; journalctl -u supportd-worker; supportd(8), "
                + "Monitoring", figures: ["monitors": "\(monitors)"])
    }

    /// It is connected and does not report.
    package static func workerSilent(seconds: Int) -> Finding {
        Finding(
            .worker, .problem, "worker-silent", "the worker is silent for \(seconds) s",
            hint: "the desk replaces one that hangs; if it comes again, see how busy the host is",
            figures: ["seconds": "\(seconds)"])
    }

    /// It is of another release than the desk.
    package static func workerOther(_ release: String, ours: String) -> Finding {
        Finding(
            .worker, .advice, "worker-other-release",
            "the worker is of release \(release), and the desk of \(ours)",
            hint: "systemctl restart supportd-worker; see what daemon.worker names",
            figures: ["release": release])
    }

    /// It runs as the desk's user and the kernel filters nothing that it does.
    package static func workerOpen(_ process: Int32) -> Finding {
        Finding(
            .worker, .advice, "worker-without-wall",
            "the worker, process \(process), runs as the desk's user and no wall stands around it",
            hint:
                "run it as the unit supportd-worker.service, under a user of its own: supportd(8), "
                + "Monitoring", figures: ["process": "\(process)"])
    }

    /// Monitors were not probed when they were due.
    package static func monitorsOverdue(_ names: [Name<Monitor>]) -> Finding {
        Finding(
            .worker, .problem, "monitors-not-probed",
            "\(count(names.count, "monitor", "was", "were")) not probed for three intervals and longer: "
                + SentenceList.text(names),
            hint: "supportc status shows how busy the worker is; journalctl -u supportd-worker",
            figures: ["monitors": "\(names.count)"])
    }
}

/// The key of the access data (R6).
extension Finding {
    /// Every secret opens.
    package static func keyWorks(_ secrets: Int, mark: String?) -> Finding {
        Finding(
            .key, .fine, "key-works",
            secrets == 0
                ? "no access data are kept yet"
                : count(secrets, "secret", "opens", "open")
                    + (mark.map { " with key \($0)" } ?? ""),
            figures: ["secrets": "\(secrets)"])
    }

    /// The key cannot be used, as the error says.
    package static func keyUnusable(_ error: WireError) -> Finding {
        Finding(.key, .problem, "key-unusable", error.message, hint: error.data.hint)
    }

    /// Some secrets do not open.
    package static func secretsClosed(_ closed: Int, of all: Int) -> Finding {
        Finding(
            .key, .problem, "secrets-closed",
            "of \(count(all, "secret")) \(closed) \(closed == 1 ? "does" : "do") not open",
            hint: "supportc access verify names them and says why",
            figures: ["closed": "\(closed)", "secrets": "\(all)"])
    }

    /// A change of keys is not finished, or its old key is still there.
    package static func oldKey(_ path: String, sealing: Int) -> Finding {
        Finding(
            .key, .advice, sealing > 0 ? "key-change-open" : "old-key-kept",
            sealing > 0
                ? "\(count(sealing, "secret", "is", "are")) still sealed with the key before, \(path)"
                : "\(path) opens nothing that the desk keeps any more",
            hint: sealing > 0
                ? "supportc access reseal finishes the change of keys"
                : "remove it, once no backup from before the change is wanted",
            figures: ["secrets": "\(sealing)"])
    }

    /// Whether there is a copy of the key is not to be seen.
    package static func keyCopyUnknown(_ path: String, inState: Bool) -> Finding {
        Finding(
            .key, .unknown, "key-copy-unknown",
            "whether there is a copy of \(path) is not known, and a backup holds none",
            hint: "keep one where the backups do not lie"
                + (inState
                    ? "; a copy of the whole state directory has key and secrets together" : "")
                + ": supportd(8), Access data")
    }
}

/// The sockets.
extension Finding {
    /// A socket is there.
    package static func socketOpen(
        _ path: String, mode: UInt32?, isManagers: Bool, connections: (now: Int, most: Int)?
    ) -> Finding {
        let bits = mode.map { ", mode 0\(String($0, radix: 8))" } ?? ""
        let whose = isManagers ? ", the service manager's" : ""
        let taken =
            connections.map { ", \($0.now) of \(count($0.most, "connection")) in use" } ?? ""
        var figures = ["socket": path]
        if let connections { figures["connections"] = "\(connections.now)" }
        return Finding(
            .sockets, .fine, "socket-open", path + bits + whose + taken, figures: figures)
    }

    /// Nothing is at the path any more.
    package static func socketGone(_ path: String, isManagers: Bool) -> Finding {
        Finding(
            .sockets, .problem, "socket-gone",
            "\(path) is not there any more: nobody can connect by it",
            hint:
                "systemctl restart \(isManagers ? "supportd.socket supportd" : "supportd"); see what "
                + "removed it", figures: ["socket": path])
    }

    /// The rights of a socket are others than those that were configured.
    package static func socketMode(_ path: String, _ mode: UInt32, wanted: UInt32) -> Finding {
        let (is_, should) = (String(mode, radix: 8), String(wanted, radix: 8))
        return Finding(
            .sockets, .advice, "socket-mode",
            "\(path) has mode 0\(is_), and it was made with mode 0\(should)",
            hint: "chmod 0\(should) \(path), or name the mode that is wanted in daemon.socket_mode",
            figures: ["socket": path, "mode": "0\(is_)"])
    }

    /// Nearly all connections are taken.
    package static func connectionsScarce(_ now: Int, of most: Int) -> Finding {
        Finding(
            .sockets, .advice, "connections-scarce", "\(now) of \(most) connections are in use",
            hint: "ss -xp shows whose they are; limits.connections raises the limit",
            figures: ["connections": "\(now)", "limit": "\(most)"])
    }

    /// Callers find less room than was configured.
    package static func connectionsShort(_ why: String) -> Finding {
        Finding(
            .sockets, .advice, "connections-short", why,
            hint: "raise LimitNOFILE= of the unit, or lower limits.connections")
    }
}

/// What was not seen.
extension Finding {
    /// What is examined there did not answer.
    package static func unanswered(_ area: ExaminedArea, seconds: Int) -> Finding {
        Finding(
            area, .problem, "not-answered",
            "it could not be seen within \(seconds) s: a file system or the directory of users does not "
                + "answer", figures: ["seconds": "\(seconds)"])
    }
}
