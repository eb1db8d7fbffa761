import Glibc
import SupportSystem
import Testing

/// Files and directories that people write, read as they are.
struct RegularFileTests {
    private func fault(_ path: String) -> SystemFault? {
        TemporaryDirectory.thrown { () throws(SystemFault) in
            _ = try RegularFile.read(path, bytesMax: 10)
        }
    }

    @Test("a file is read up to its bound, also through a link")
    func read() throws {
        let directory = try TemporaryDirectory()
        let storage = try DiskStorage(directory: directory.path, creating: false)
        try storage.create("file").write([1, 2, 3, 4], at: 0)
        let path = "\(directory.path)/file"
        #expect(symlink(path, "\(directory.path)/link") == 0)
        #expect(try RegularFile.read(path, bytesMax: 4) == [1, 2, 3, 4])
        #expect(try RegularFile.read(path, bytesMax: 3) == [1, 2, 3])
        #expect(try RegularFile.read("\(directory.path)/link", bytesMax: 10) == [1, 2, 3, 4])
        #expect(try Set(DirectoryEntries.names(in: directory.path)) == ["file", "link"])
    }

    @Test("what is no regular file is reported and not opened")
    func strange() throws {
        let directory = try TemporaryDirectory()
        let pipe = "\(directory.path)/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(fault(pipe)?.reason == "it is a FIFO, not a regular file")
        #expect(fault(pipe)?.isOfName == true)
        #expect(fault(directory.path)?.found == "a directory")
        #expect(fault("\(directory.path)/none")?.isMissing == true)
        #expect(throws: SystemFault(doing: "list", subject: pipe, errno: ENOTDIR)) {
            try DirectoryEntries.names(in: pipe)
        }
    }

    @Test("a name that is at fault stays so, trouble of the system passes")
    func kinds() {
        func isOfName(_ errno: Int32) -> Bool {
            SystemFault(doing: "open", subject: "x", errno: errno).isOfName
        }
        for errno in [ENOENT, ENOTDIR, EACCES, EPERM, ELOOP, ENAMETOOLONG, EISDIR] {
            #expect(isOfName(errno), "\(errno)")
        }
        for errno in [EMFILE, ENFILE, ENOMEM, EIO, EINTR, EAGAIN, ESTALE, ENOSPC] {
            #expect(!isOfName(errno), "\(errno)")
        }
    }
}
