package import SupportModel
package import SupportSystem

/// Judges the resources of this host: pure, from what was asked and what was read.
package enum ResourceJudgement {
    /// Room on a file system.
    package static func verdict(_ check: DiskCheck, _ room: FileSystemRoom) -> Verdict {
        let free = room.availablePercent
        let used = "\(whole((100 - free).rounded(.up))) % used on \(check.path)"
        return free >= Double(check.freePercentMin)
            ? Verdict(.success, used)
            : Verdict(.failure, "\(used), at least \(check.freePercentMin) % must be free")
    }

    /// Memory that programs could still take.
    package static func verdict(_ check: MemoryCheck, _ memory: MemoryFigures) -> Verdict {
        let available = memory.availablePercent
        let words = "\(whole(available)) % of the memory available"
        return available >= Double(check.availablePercentMin)
            ? Verdict(.success, words)
            : Verdict(.failure, "\(words), expected \(check.availablePercentMin) % or more")
    }

    /// The 5-minute load, shared among the processors.
    package static func verdict(
        _ check: LoadCheck, _ load: LoadFigures, processors: Int
    ) -> Verdict {
        let each = load.hundredthsPerProcessor(processors)
        let words =
            "load \(decimal(load.fiveMinutesHundredths)) on \(max(1, processors)) processors"
        return each <= check.loadPerProcessorHundredthsMax
            ? Verdict(.success, words)
            : Verdict(
                .failure,
                "\(words), \(decimal(each)) each; "
                    + "allowed are \(decimal(check.loadPerProcessorHundredthsMax)) each")
    }

    /// A share in whole percent. What is used was rounded up before and what is free is rounded
    /// down, so that the words never seem to contradict the judgement.
    private static func whole(_ percent: Double) -> Int { Int(max(0, min(100, percent))) }

    private static func decimal(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
