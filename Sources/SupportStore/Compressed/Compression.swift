import SupportSystem

/// A segment of which both kept snapshots hold everything, and that others follow: a plain one, or one
/// that is compressed and not in the archive yet.
package struct OldSegment: Hashable, Sendable {
    /// The first record of the segment.
    package let first: UInt64
    /// The first record after it.
    package let next: UInt64
    /// Whether it is plain.
    package let isPlain: Bool
    /// The name of its file.
    package var name: String {
        isPlain ? StoreFileName.segment(first) : StoreFileName.compressed(first)
    }
}

/// A segment that was compressed, or moved into the archive.
package struct CompressedSegment: Hashable, Sendable {
    /// The name of its file now.
    package let name: String
    /// The length of the plain segment, in bytes.
    package let plainBytes: Int
    /// The length of the compressed file, in bytes.
    package let bytes: Int
}

extension Store {
    /// The segments that may be compressed or archived, oldest first; none where segments are removed
    /// instead.
    package func oldSegments() throws(StoreFault) -> [OldSegment] {
        guard shape.retention == .keepAll, firsts.count > 1 else { return [] }
        let own = archived?.state ?? storage
        let names = try StoreFault.naming(own.place, "look for old segments") {
            () throws(SystemFault) in Set(try own.names())
        }
        let firsts = firsts
        let kept = zip(firsts, firsts.dropFirst()).map {
            OldSegment(
                first: $0, next: $1, isPlain: names.contains(StoreFileName.segment($0)))
        }.filter { $0.isPlain || archived != nil && names.contains($0.name) }
        // The snapshots are read whole for it, so only where there is something to compress.
        guard !kept.isEmpty, let older = try snapshots.older() else { return [] }
        return kept.filter { $0.next <= older + 1 }
    }

    /// Whether old segments go to an archive: then each waits for those before it.
    package var hasArchive: Bool { archived != nil }

    private var archived: ArchivedStorage? { storage as? ArchivedStorage }

    /// Compresses a segment, into the archive where there is one, verifies the compressed file, and
    /// removes the other. A damaged segment is refused, and stays as it is.
    ///
    /// One at a time; other calls wait.
    ///
    /// - Parameter isWanted: called for every record and every frame, and may wait; false ends it,
    ///   which returns nil and changes nothing.
    package func compress(
        _ segment: OldSegment, while isWanted: () -> Bool
    ) throws(StoreFault) -> CompressedSegment? {
        let result = compressionTurn.withLock { _ -> Result<CompressedSegment?, StoreFault> in
            do throws(StoreFault) {
                let run = SegmentCompression(
                    storage: archived?.state ?? storage, archive: archived?.archive, desk: desk,
                    segment: segment, frameBytes: shape.frameBytes)
                return .success(try run.run(while: isWanted))
            } catch {
                if error.cause == .stopped { return .success(nil) }
                return .failure(error.placed(among: firsts))
            }
        }
        return try result.get()
    }
}
