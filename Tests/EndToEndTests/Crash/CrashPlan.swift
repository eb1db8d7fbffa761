import FoundationEssentials

/// How often and from which seed the desk is killed.
enum CrashPlan {
    /// Kills in all: `SUPPORTD_CRASH_ROUNDS`, else few, so that a run of all tests stays short.
    static let rounds = number("SUPPORTD_CRASH_ROUNDS") ?? 12
    /// Where the random numbers begin: `SUPPORTD_CRASH_SEED`, else another one each time. A failure
    /// says it. It repeats what was sent and when; the machine decides how far that came.
    static let seed =
        number("SUPPORTD_CRASH_SEED").map(UInt64.init) ?? UInt64.random(in: 1...999_999)

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }
}
