package import NIOCore

/// From where on an examination says something.
package enum ExaminationLimits {
    /// How long a caller waits for all of it: 10 s.
    package static let wait = TimeAmount.seconds(10)
    /// The files for which there should be room, as multiples of what one takes: 2 segments and 3
    /// snapshots, one of which is being written.
    package static let (segments, snapshots): (UInt64, UInt64) = (2, 3)
    /// How many times that room is still said to be little, where it is also less than
    /// `freePercentMin`.
    package static let roomTimes: UInt64 = 8
    /// The share of a file system, in percent, below which it is nearly full.
    package static let freePercentMin = 5.0
    /// Files that can still be made, below which it is a problem.
    package static let filesMin: UInt64 = 100
    /// The share of files, in percent, below which few can still be made.
    package static let filesPercentMin: UInt64 = 1
    /// The share of the room for attachments, in percent, from which on little is left.
    package static let attachmentPercentMax = 90
    /// The age of a backup, or of a start without one, from which on one is missing, in days.
    package static let backupDaysMax: Int64 = 7
    /// The age of a check of the journal's files from which on it is old, in days; it is made daily.
    package static let verificationDaysMax: Int64 = 2
    /// After how many times the records between two snapshots one is overdue.
    package static let snapshotTimes: UInt64 = 2
    /// The records without a snapshot where none is written by itself.
    package static let unsnappedRecordsMax: UInt64 = 1_000_000
    /// How many intervals a monitor may go without a probe.
    package static let intervalsMax: Int64 = 3
    /// What is added to that, in milliseconds: a worker has just connected.
    package static let probeGraceMilliseconds: Int64 = 60_000
    /// The share of connections, in percent, from which on they are scarce.
    package static let connectionsPercentMax = 80
    /// How long something may be due before it is overdue, in milliseconds.
    package static let overdueMilliseconds: Int64 = 60_000
    /// The longest file of `/proc` that is read, in bytes.
    static let processFileBytesMax = 16_384
}
