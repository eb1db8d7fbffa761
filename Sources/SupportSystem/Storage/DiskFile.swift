import Glibc

/// One open file on a disk.
final class DiskFile: StorageFile {
    private let descriptor: OwnedDescriptor
    private let path: String

    init(_ descriptor: OwnedDescriptor, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    func size() throws(SystemFault) -> Int {
        var status = stat()
        _ = try systemCall("read the size of", path) { fstat(descriptor.number, &status) }
        return Int(status.st_size)
    }

    func read(at offset: Int, count: Int) throws(SystemFault) -> [UInt8] {
        let count = min(count, max(0, try size() - offset))
        var failure: SystemFault?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(SystemFault) {
                filled = try fill(UnsafeMutableRawBufferPointer(buffer), at: offset)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    private func fill(
        _ buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(SystemFault) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = try systemCall("read", path) {
                pread(descriptor.number, rest.baseAddress, rest.count, off_t(offset + filled))
            }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemFault) {
        var failure: SystemFault?
        bytes.withUnsafeBytes { buffer in
            do throws(SystemFault) {
                try drain(buffer, at: offset)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    private func drain(_ buffer: UnsafeRawBufferPointer, at offset: Int) throws(SystemFault) {
        var written = 0
        while written < buffer.count {
            let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
            written += try systemCall("write", path) {
                pwrite(descriptor.number, rest.baseAddress, rest.count, off_t(offset + written))
            }
        }
    }

    func syncData() throws(SystemFault) {
        _ = try systemCall("sync", path) { fdatasync(descriptor.number) }
    }

    func sync() throws(SystemFault) {
        _ = try systemCall("sync", path) { fsync(descriptor.number) }
    }
}
