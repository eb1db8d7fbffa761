package import SupportModel
package import SupportSystem

/// Judges the resources of this host: pure functions of the check and the figures read.
package enum ResourceJudgement {
    /// Judges the free space of a file system.
    package static func verdict(_ check: DiskCheck, _ room: FileSystemRoom) -> Verdict {
        let free = room.availablePercent
        let used = "\(whole((100 - free).rounded(.up))) % used on \(check.path)"
        return verdict(
            free >= Double(check.freePercentMin), used,
            else: ", at least \(check.freePercentMin) % must be free")
    }

    /// Judges the available memory.
    package static func verdict(_ check: MemoryCheck, _ memory: MemoryFigures) -> Verdict {
        verdict(
            memory.availablePercent >= Double(check.availablePercentMin),
            "\(whole(memory.availablePercent)) % of the memory available",
            else: ", expected \(check.availablePercentMin) % or more")
    }

    /// Judges the 5-minute load average per processor.
    package static func verdict(
        _ check: LoadCheck, _ load: LoadFigures, processors: Int
    ) -> Verdict {
        let each = load.hundredthsPerProcessor(processors)
        let words =
            "load \(load.fiveMinutesHundredths.hundredths) on \(max(1, processors)) processors"
        return verdict(
            each <= check.loadPerProcessorHundredthsMax, words,
            else: ", \(each.hundredths) each; "
                + "allowed are \(check.loadPerProcessorHundredthsMax.hundredths) each")
    }

    /// What was read, and in failure what else is said of it.
    private static func verdict(_ isGood: Bool, _ words: String, else why: String) -> Verdict {
        isGood ? Verdict(.success, words) : Verdict(.failure, words + why)
    }

    /// A share in whole percent. Callers round a used share up and a free share is rounded down
    /// here, so that the text never contradicts the verdict.
    private static func whole(_ percent: Double) -> Int { Int(max(0, min(100, percent))) }
}

/// Probes the memory and the load of this host; neither blocks.
package enum HostResources {
    /// The verdict on the memory now.
    package static func verdict(_ check: MemoryCheck) -> Verdict {
        read("/proc/meminfo") { bytes in
            MemoryFigures(meminfo: bytes).map { ResourceJudgement.verdict(check, $0) }
        }
    }

    /// The verdict on the load now.
    package static func verdict(_ check: LoadCheck) -> Verdict {
        read("/proc/loadavg") { bytes in
            LoadFigures(loadavg: bytes).map {
                ResourceJudgement.verdict(check, $0, processors: ProcessorCount.online())
            }
        }
    }

    private static func read(_ path: String, _ judge: ([UInt8]) -> Verdict?) -> Verdict {
        do {
            let bytes = try SmallFile.read(path, bytesMax: ProbeLimits.procFileBytesMax)
            return judge(bytes) ?? Verdict(.unknown, "could not probe: \(path) makes no sense")
        } catch {
            return Verdict(.unknown, "could not probe: \(path): \(error)")
        }
    }
}

/// The load of this host, from the text of `/proc/loadavg`.
package struct LoadFigures: Hashable, Sendable {
    /// The load average of the last 5 minutes, in hundredths, 0 or more.
    package let fiveMinutesHundredths: Int

    /// Reads the text of `/proc/loadavg`; nil where it does not have the kernel's format.
    package init?(loadavg: [UInt8]) {
        let text = String(decoding: loadavg, as: UTF8.self)
        let figures = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).prefix(3)
            .compactMap(Self.hundredths)
        guard figures.count == 3 else { return nil }
        fiveMinutesHundredths = figures[1]
    }

    /// The load per processor, in hundredths; a count below 1 counts as 1.
    package func hundredthsPerProcessor(_ processors: Int) -> Int {
        fiveMinutesHundredths / max(1, processors)
    }

    /// Reads `1.25` as 125: up to six digits, a point and two digits.
    private static func hundredths(_ word: Substring) -> Int? {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, (1...6).contains(parts[0].utf8.count),
            parts.allSatisfy(\.isOfDigits), let whole = Int(parts[0]), let rest = Int(parts[1])
        else { return nil }
        return whole * 100 + rest
    }
}

extension Substring {
    fileprivate var isOfDigits: Bool { utf8.allSatisfy { (48...57).contains($0) } }
}

/// The total and the available memory of this host, from the text of `/proc/meminfo`.
package struct MemoryFigures: Hashable, Sendable {
    /// The whole memory, in kibibytes, above 0.
    package let total: UInt64
    /// What programs can take without swapping, in kibibytes, at most `total`.
    package let available: UInt64

    /// Reads the text of `/proc/meminfo`; nil where a figure is missing or impossible.
    package init?(meminfo: [UInt8]) {
        let text = String(decoding: meminfo, as: UTF8.self)
        guard let total = Self.figure("MemTotal:", in: text), total > 0,
            let available = Self.figure("MemAvailable:", in: text), available <= total
        else { return nil }
        self.total = total
        self.available = available
    }

    /// The share that is available, in percent, 0 to 100.
    package var availablePercent: Double { Double(available) / Double(total) * 100 }

    private static func figure(_ key: String, in text: String) -> UInt64? {
        for line in text.split(separator: "\n") where line.hasPrefix(key) {
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            guard words.count == 3, words[2] == "kB" else { return nil }
            return UInt64(words[1])
        }
        return nil
    }
}
