package import SupportWire
import Synchronization

/// One thing that is looked at: a row of the table of examinations.
package struct Examination: Sendable {
    /// What its findings are about.
    package let area: ExaminedArea
    /// Looks, which may take as long as the host does not answer; what is fine is found too.
    package let look: @Sendable (ExaminedDesk) -> [Finding]

    init(_ area: ExaminedArea, _ look: @escaping @Sendable (ExaminedDesk) -> [Finding]) {
        (self.area, self.look) = (area, look)
    }

    /// Everything that is examined. What asks the host for its users and for other file systems comes
    /// last, as it may never return.
    package static let all: [Examination] = [
        Examination(.program, UpkeepExamination.program),
        Examination(.backup, UpkeepExamination.backup),
        Examination(.mail, UpkeepExamination.mail),
        Examination(.clock, ClockExamination.look),
        Examination(.journal, JournalExamination.look),
        Examination(.attachments, AttachmentExamination.look),
        Examination(.worker, WorkerExamination.look),
        Examination(.sockets, SocketExamination.look),
        Examination(.disk, DiskExamination.look),
        Examination(.config, ConfigurationExamination.look),
        Examination(.key, KeyExamination.look),
        Examination(.rights, RightsExamination.look),
    ]

    /// Everything that is found, however long it takes.
    package static func findings(of desk: ExaminedDesk) -> [Finding] {
        all.flatMap { $0.look(desk) }.sortedForReading
    }
}

/// An examination that is under way: what it has found so far can be read at any time.
package final class ExaminationRun: Sendable {
    private let seen = Mutex(Seen())

    /// What is known so far.
    private struct Seen: Sendable {
        var findings: [Finding] = []
        var areas: Set<ExaminedArea> = []
        var isOver = false
        /// Its place among the work of the thread.
        var ticket: WorkQueue.Ticket?
    }

    /// Nothing is seen yet.
    package init() {}

    /// Keeps its place among the work of a thread.
    func wait(with ticket: WorkQueue.Ticket) { seen.withLock { $0.ticket = ticket } }

    /// Its place among the work of a thread; nil before it waits for one.
    var ticket: WorkQueue.Ticket? { seen.withLock { $0.ticket } }

    /// Looks at everything, one after the other, until it is over.
    package func run(_ desk: ExaminedDesk) {
        for examination in Examination.all {
            if seen.withLock({ $0.isOver }) { return }
            let found = examination.look(desk)
            seen.withLock {
                $0.findings += found
                $0.areas.insert(examination.area)
            }
        }
    }

    /// Ends it, and returns what was found; an area that was not seen to its end is a finding.
    package func end(seconds: Int) -> [Finding] {
        seen.withLock { seen in
            seen.isOver = true
            let missing = ExaminedArea.allCases.filter { !seen.areas.contains($0) }
            return (seen.findings + missing.map { .unanswered($0, seconds: seconds) })
                .sortedForReading
        }
    }
}
