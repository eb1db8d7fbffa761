import Glibc

/// What this process has used of its host so far, all its threads together.
package struct ProcessUsage: Hashable, Sendable {
    /// Processor time in the program itself and in the kernel on its behalf, in microseconds.
    package let processorMicroseconds: Int

    /// What was used up to now.
    package static func now() -> ProcessUsage {
        var usage = rusage()
        guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else {
            return ProcessUsage(processorMicroseconds: 0)
        }
        return ProcessUsage(
            processorMicroseconds: microseconds(usage.ru_utime) + microseconds(usage.ru_stime))
    }

    private static func microseconds(_ time: timeval) -> Int {
        Int(time.tv_sec) * 1_000_000 + Int(time.tv_usec)
    }
}
