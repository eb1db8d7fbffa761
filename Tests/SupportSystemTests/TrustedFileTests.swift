import Glibc
import SupportSystem
import Testing

/// Files that decide what a process does, and programs that have its terminal.
struct TrustedFileTests {
    private func fault(_ path: String) -> PrivateFile.Fault? {
        TemporaryDirectory.thrown { () throws(PrivateFile.Fault) in
            _ = try TrustedFile.read(path, bytesMax: 10)
        }
    }

    @Test("a file is read that others can read, and none that they can change")
    func modes() throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/file"
        #expect(fault(path) == .missing)
        #expect(fault("\(path)/below") == .missing)
        let storage = try DiskStorage(directory: directory.path, creating: false)
        try storage.create("file").write([1, 2, 3], at: 0)
        for mode: mode_t in [0o600, 0o644, 0o744, 0o444] {
            #expect(chmod(path, mode) == 0)
            #expect(try TrustedFile.read(path, bytesMax: 2) == [1, 2])
        }
        for mode: mode_t in [0o620, 0o602, 0o666] {
            #expect(chmod(path, mode) == 0)
            #expect(fault(path) == .open(mode: mode))
        }
        #expect(fault(directory.path) == .notAFile)
    }

    @Test("a file of another user is refused", .enabled(if: geteuid() == 0, "needs root"))
    func owner() throws {
        let directory = try TemporaryDirectory()
        let storage = try DiskStorage(directory: directory.path, creating: false)
        try storage.create("file").write([1], at: 0)
        let path = "\(directory.path)/file"
        #expect(chown(path, 4242, 0) == 0)
        #expect(fault(path) == .foreign(owner: 4242))
    }

    @Test("an edited file is private, and removed with what was put beside it")
    func editedFile() throws {
        let file = try EditedFile([65, 66], name: "text.txt")
        var status = stat()
        #expect(stat(file.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        let folder = String(file.path.dropLast("/text.txt".count))
        #expect(stat(folder, &status) == 0 && status.st_mode & 0o777 == 0o700)
        #expect(try file.read(bytesMax: 1) == [65])
        let end = try ForegroundProgram.run("cp \"$1\" \"$1~\"; printf X >", on: file.path)
        #expect(end == .exited(status: 0))
        #expect(try file.read(bytesMax: 9) == [88])
        file.remove()
        #expect(stat(folder, &status) != 0)
    }

    @Test("how a program ended that had the terminal is reported")
    func ends() throws {
        #expect(try ForegroundProgram.run("exit 3;", on: "/dev/null") == .exited(status: 3))
        #expect(try ForegroundProgram.run("kill -9 $$;", on: "/") == .killed(signal: 9))
        #expect(try ForegroundProgram.run("no-such-program", on: "/") == .exited(status: 127))
    }
}
