import SupportModel
import SupportSystem

/// Looks at the room of one file system.
enum DiskReading {
    /// The verdict on the room, as it is now. Blocks while the file system does not answer.
    static func verdict(_ check: DiskCheck) -> Verdict {
        do {
            return ResourceJudgement.verdict(check, try FileSystemRoom.read(path: check.path))
        } catch {
            guard error == .noSuchFileOrDirectory else {
                return Verdict(.unknown, "could not look: \(check.path): \(error)")
            }
            return Verdict(.unknown, "could not look: the path \(check.path) does not exist")
        }
    }
}
