import SupportModel

/// A place in the order of looks that are due: earliest first, then first come, first served.
struct DueTime: Hashable, Comparable {
    /// Milliseconds on the boot clock.
    let time: Int64
    /// Counted up with every place given; a monitor's newest is the one that holds.
    let ticket: UInt64
    let monitor: Name<Monitor>

    static func < (left: DueTime, right: DueTime) -> Bool {
        (left.time, left.ticket) < (right.time, right.ticket)
    }
}
