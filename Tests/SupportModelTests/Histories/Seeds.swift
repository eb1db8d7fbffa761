import Foundation

/// Which histories are tried: `SUPPORTD_SEEDS` says how many, `SUPPORTD_SEED_FIRST` from which on.
///
/// To see a failure again, set them to 1 and to the seed that it named.
enum Seeds {
    /// The tests of one property share the seeds out among so many lanes, which run side by side.
    static let lanes = 0..<4

    /// The seeds of one lane; `share` takes only every so manieth, for what costs much.
    static func lane(_ lane: Int, share: Int = 1) -> [UInt64] {
        let first = number("SUPPORTD_SEED_FIRST") ?? 1
        let count = number("SUPPORTD_SEEDS") ?? 4000
        return (0..<max(1, count / share)).filter { $0 % lanes.count == lane }.map {
            UInt64(max(0, first)) + UInt64($0)
        }
    }

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }
}
