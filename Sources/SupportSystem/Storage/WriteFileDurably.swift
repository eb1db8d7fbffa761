/// What is added to the name of a file while it is being written.
package let unfinishedFileSuffix = ".tmp"

/// Replaces a file so that after a power cut there is the old content or the new, never a mixture.
///
/// It writes beside, syncs, renames, and syncs the directory. When it returns the new content is
/// durable; when it throws the old content may or may not have been replaced, and what was written
/// beside is removed if the disk lets it.
package func writeFileDurably(
    _ name: String, _ content: [ArraySlice<UInt8>], in storage: any Storage
) throws(SystemFault) {
    let beside = name + unfinishedFileSuffix
    do throws(SystemFault) {
        let file = try storage.create(beside)
        var offset = 0
        for part in content {
            try file.write(part, at: offset)
            offset += part.count
        }
        try file.sync()
        try storage.rename(beside, to: name)
        try storage.syncDirectory()
    } catch {
        // Best effort: the fault that is reported is the first one.
        try? storage.remove(beside)
        throw error
    }
}
