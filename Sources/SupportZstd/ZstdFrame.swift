import CZstd

/// A frame of Zstandard (RFC 8878): some bytes, compressed by themselves.
///
/// Both directions take the whole of it at once, so that what they allocate follows from lengths
/// that the caller knows, and never from what a frame says of itself.
package enum ZstdFrame {
    /// How hard it tries: from 1, the quickest, to 19.
    package static let level: Int32 = 6

    /// The longest frame that so many bytes can become, in bytes.
    package static func bytesMax(of count: Int) -> Int { ZSTD_compressBound(count) }

    /// The bytes as one frame with a checksum; nil where the library has no memory for it.
    package static func compressed(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard let context = ZSTD_createCCtx() else { return nil }
        defer { ZSTD_freeCCtx(context) }
        guard isGood(ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)),
            isGood(ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1))
        else { return nil }
        let most = bytesMax(of: bytes.count)
        let frame = [UInt8](unsafeUninitializedCapacity: most) { room, filled in
            let written = bytes.withUnsafeBytes {
                ZSTD_compress2(context, room.baseAddress, room.count, $0.baseAddress, $0.count)
            }
            filled = isGood(written) ? written : 0
        }
        return frame.isEmpty ? nil : frame
    }

    /// What a frame holds; nil unless it is whole and holds so many bytes.
    package static func content(of frame: ArraySlice<UInt8>, bytes: Int) -> [UInt8]? {
        var isWhole = false
        let content = [UInt8](unsafeUninitializedCapacity: bytes) { room, filled in
            let written = frame.withUnsafeBytes {
                ZSTD_decompress(room.baseAddress, room.count, $0.baseAddress, $0.count)
            }
            isWhole = isGood(written) && written == bytes
            filled = isWhole ? bytes : 0
        }
        return isWhole ? content : nil
    }

    private static func isGood(_ answer: Int) -> Bool { ZSTD_isError(answer) == 0 }
}
