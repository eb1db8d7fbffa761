package import SupportModel
import SupportStore
package import SupportWire

/// How far the journal has been sent to a subscribed connection, one page at a time.
///
/// It streams from the journal itself and not from a queue of its own: however slow the client, no
/// record is skipped and no memory fills. A subscription that chooses events is told from time to
/// time how far it has passed over others, so that one that begins again does not read them again.
package struct Watch: Sendable {
    /// The last record that was sent.
    package private(set) var sent: UInt64
    /// True while a page is being read.
    package private(set) var isReading = false
    /// The last record that the client has been told of, or that it was passed over.
    private var told: UInt64
    private let filter: LogFilter
    /// The contract that was chosen; nil for none.
    var contract: Identifier<Contract>? { filter.contract }

    /// A subscription to which everything up to a record was sent.
    package init(since: UInt64, _ filter: LogFilter = .all) {
        (sent, told, self.filter) = (since, since, filter)
    }

    /// The page to read next; nil while one is being read, and when all is sent.
    package mutating func nextPage(durable: UInt64) -> Page? {
        guard !isReading, sent < durable else { return nil }
        isReading = true
        return Page(after: sent, told: told, filter: filter)
    }

    /// Takes a page back that could not be read now.
    package mutating func putBack() { isReading = false }

    /// Notes that a page was sent.
    package mutating func took(_ page: Page.Lines) {
        isReading = false
        sent = page.last
        told = page.told ?? told
    }

    /// A part of the journal to be sent.
    package struct Page: Sendable {
        /// The last record before it.
        package let after: UInt64
        /// The last record that the client knows of.
        fileprivate let told: UInt64
        fileprivate let filter: LogFilter

        /// Notification lines, and the last record in them.
        package struct Lines: Sendable {
            /// Whole lines, newlines included.
            package var lines: [UInt8]
            /// The last record that was read.
            package var last: UInt64
            /// The record that must be durable before the lines are sent: what they say of tickets
            /// and staff may depend on a later one than they show.
            package var after: UInt64
            /// The last record that the lines tell of; nil for none.
            fileprivate var told: UInt64?

            /// - Parameter after: counts only where it is later than the last record that was read.
            package init(lines: [UInt8], last: UInt64, after: UInt64 = 0) {
                (self.lines, self.last) = (lines, last)
                self.after = max(last, after)
            }

            fileprivate mutating func take(
                _ record: Record, _ subjects: EventSubjects, _ permissions: Set<Permission>,
                _ filter: LogFilter
            ) {
                last = record.stamp.sequence
                after = max(last, after)
                guard
                    let shown = LoggedRecord(
                        record, subjects, for: permissions, matching: filter)
                else { return }
                told = last
                let whole = ReplyLine.encoded(shown)
                let withMoney = permissions.contains(.seeMoney)
                lines += ReplyLine.notification(
                    EventsWatch.notification, withMoney ? whole : WithheldMoney.answer(whole))
            }

            /// Tells how far records were passed over, where they are many enough.
            fileprivate mutating func tellPassed(since before: UInt64) {
                guard last - min(last, told ?? before) >= LedgerLimits.passedRecordsMax else {
                    return
                }
                told = last
                lines += ReplyLine.notification(
                    EventsWatch.passed, ReplyLine.encoded(PassedRecords(seq: last)))
            }
        }

        /// What came of reading a page.
        package enum Reading: Sendable {
            /// What is to be sent next.
            case lines(Lines)
            /// The system refuses it for now: try again.
            case later
            /// What follows cannot be read, and why; everything before it was sent.
            case failed(WireError)
        }

        /// Reads the records and makes a notification of each, up to one that cannot be read: only
        /// where that is the first one does the page fail.
        ///
        /// - Parameters:
        ///   - state: holds everything that the records may name.
        ///   - permissions: what the reader may see; all by default.
        package func read(
            _ log: any DurableLog, knowing state: State,
            for permissions: Set<Permission> = Permission.all
        ) -> Reading {
            var result = Lines(lines: [], last: after, after: state.sequence)
            let subjects = EventSubjects(state)
            do {
                let texts = try log.records(after: after, countMax: LedgerLimits.pageRecordsMax)
                for text in texts {
                    let record = try RecordText.read(text)
                    // What became durable meanwhile may name what the state does not know.
                    guard record.stamp.sequence <= state.sequence else { break }
                    result.take(record, subjects, permissions, filter)
                }
            } catch let fault as StoreFault where fault.isShortage {
                return .later
            } catch {
                guard result.last > after else {
                    return .failed(Ledger.wireError(error, EventsWatch.method.name))
                }
            }
            result.tellPassed(since: told)
            return .lines(result)
        }
    }
}
