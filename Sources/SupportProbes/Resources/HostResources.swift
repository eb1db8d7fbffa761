package import SupportModel
import SupportSystem

/// Looks at the memory and the load of this host: both answer at once.
package enum HostResources {
    /// The verdict on the memory, as it is now.
    package static func verdict(_ check: MemoryCheck) -> Verdict {
        read("/proc/meminfo") { bytes in
            MemoryFigures(meminfo: bytes).map { ResourceJudgement.verdict(check, $0) }
        }
    }

    /// The verdict on the load, as it is now.
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
            return judge(bytes) ?? Verdict(.unknown, "could not look: \(path) makes no sense")
        } catch {
            return Verdict(.unknown, "could not look: \(path): \(error)")
        }
    }
}
