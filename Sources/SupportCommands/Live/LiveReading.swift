import SupportModel
import SupportWire

/// What the desk answered to one reading for the screen, all of it at nearly the same moment.
struct LiveReading: Sendable {
    let status: DeskStatus.Reply
    /// The working order, as far as it is shown.
    let queue: QueueList.Reply
    /// Who reads, and what they may do.
    let person: PersonRights
    /// When it came, by the screen's clock.
    let at: Duration
}

/// What is told to the view besides keys.
enum LiveNews: Sendable {
    /// A reading, and the number that `LiveAct.read` gave it; of one that failed, why.
    case read(LiveReading, Int)
    case unread(WireError)
    /// A ticket in full, and the number that was asked, which may be that of one that was merged into
    /// it; of one that cannot be shown, why.
    case ticket(Identifier<Ticket>, TicketShow.Reply)
    case noTicket(Identifier<Ticket>, WireError)
    /// Records are followed from now on; what came before may have been missed.
    case following
    /// A record.
    case record
    /// The connection is lost.
    case lost(WireError?)
    /// A change was made, the version that the ticket has by it, and what is said of it.
    case done(LiveChange, UInt64, [StyledText])
    /// A change was refused, why, and what is said of it: also what others did where that was the
    /// reason.
    case refused(LiveChange, WireError, [StyledText])
    /// Nobody knows whether a change was made.
    case unknown(LiveChange)
}

/// A change that the person asks for.
struct LiveChange: Hashable, Sendable {
    let ticket: Identifier<Ticket>
    /// The version of the ticket that the person saw; nil where it was not on the screen any more.
    let version: UInt64?
    let kind: Kind

    /// What is to be done.
    enum Kind: Hashable, Sendable {
        /// The ticket becomes the person's own.
        case take
        /// A note is written on it.
        case note(String)
    }
}

/// What the view wants done.
enum LiveAct: Hashable, Sendable {
    /// Read the desk again; the number comes back with the reading.
    case read(Int)
    /// Read a ticket in full.
    case readTicket(Identifier<Ticket>)
    case change(LiveChange)
    /// Draw everything anew.
    case redraw
    /// Stop until the shell lets it go on.
    case stop
    case quit
}
