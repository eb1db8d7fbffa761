import SupportModel
import SupportWire

/// What an administrator does from time to time: backups, upgrades, addresses.
enum UpkeepExamination {
    static func program(_ desk: ExaminedDesk) -> [Finding] {
        let started = desk.view.startedAt
        return desk.host.programIsReplaced
            ? [.programReplaced(Release.version, since: started)]
            : [.programCurrent(Release.version, since: started)]
    }

    /// The desk knows of backups that were taken through it since its start.
    static func backup(_ desk: ExaminedDesk) -> [Finding] {
        let (now, started) = (desk.view.now, desk.view.startedAt)
        let last = desk.facts.backupAt
        let most = ExaminationLimits.backupDaysMax * Instant.millisecondsPerDay
        guard now.milliseconds(since: last ?? started) <= most else {
            return [.backupMissing(since: last ?? started, now: now)]
        }
        return last.map { [.backupTaken($0, now: now)] } ?? [.backupUnknown(since: started)]
    }

    static func mail(_ desk: ExaminedDesk) -> [Finding] {
        let clients = desk.view.state.clients.values.filter { !$0.archived }
        let staff = Array(desk.view.state.staff.values)
        let held = desk.view.state.heldMails.count
        return notices(desk) + (held > 0 ? [.mailsHeld(held)] : []) + [
            .mailAddresses(
                clients: (clients.count { !$0.mails.isEmpty }, clients.count),
                staff: (staff.count { $0.mail != nil }, staff.count))
        ]
    }

    /// What keeps notices from going out.
    private static func notices(_ desk: ExaminedDesk) -> [Finding] {
        let outbox = desk.view.state.outbox
        var found = desk.view.settings.deliveries.troubles.map {
            Finding.secretUnread($0.path, $0.why)
        }
        if outbox.deadCount > 0 { found.append(.deadLetters(outbox.deadCount)) }
        if outbox.liveCount > 0, !desk.view.worker.connected {
            found.append(.noticesUnsent(outbox.liveCount))
        }
        return found
    }
}
