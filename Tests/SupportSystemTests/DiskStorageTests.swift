import Glibc
import SupportSystem
import Testing

@Suite struct DiskStorageTests {
    private let directory: TemporaryDirectory
    private let storage: DiskStorage

    init() throws {
        directory = try TemporaryDirectory()
        storage = try DiskStorage(directory: directory.path, creating: false)
    }

    @Test func writesAndReadsBack() throws {
        let file = try storage.create("a")
        try file.write([1, 2, 3][...], at: 0)
        try file.write([9][...], at: 5)
        try file.syncData()
        #expect(try file.size() == 6)
        #expect(try file.read(at: 0, count: 100) == [1, 2, 3, 0, 0, 9])
        #expect(try storage.open("a", writing: false).read(at: 1, count: 2) == [2, 3])
        #expect(try file.read(at: 7, count: 1) == [])
    }

    @Test func emptiesRenamesAndRemoves() throws {
        let file = try storage.create("a")
        try file.write([1, 2, 3][...], at: 0)
        _ = try storage.create("a")
        #expect(try file.size() == 0)
        try storage.rename("a", to: "b")
        #expect(try storage.names() == ["b"])
        try storage.remove("b")
        #expect(try storage.names() == [])
    }

    @Test func namesWhatIsMissing() throws {
        let error = #expect(throws: SystemFault.self) {
            _ = try storage.open("nothing", writing: false)
        }
        #expect(error?.isMissing == true)
        #expect(
            error?.description
                == "cannot open \(directory.path)/nothing: No such file or directory")
    }

    @Test func createsItsDirectoryForTheOwnerAlone() throws {
        let path = directory.path + "/new"
        _ = try DiskStorage(directory: path, creating: true)
        _ = try DiskStorage(directory: path, creating: true)
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o700)
        #expect(throws: SystemFault.self) {
            _ = try DiskStorage(directory: directory.path + "/x/y", creating: true)
        }
    }

    @Test func isLockedForOneAtATime() throws {
        let lock = try storage.lock()
        let other = try DiskStorage(directory: directory.path, creating: false)
        let error = #expect(throws: SystemFault.self) { _ = try other.lock() }
        #expect(error?.isHeldElsewhere == true)
        lock.release()
        lock.release()
        #expect(throws: Never.self) { _ = try other.lock() }
    }

    @Test func replacesAFileWhole() throws {
        try writeFileDurably("a", [[1, 2, 3][...]], in: storage)
        try writeFileDurably("a", [[4][...], [5][...]], in: storage)
        #expect(try storage.names() == ["a"])
        #expect(try storage.open("a", writing: false).read(at: 0, count: 9) == [4, 5])
    }

    @Test func leavesNothingBesideAfterAFailure() throws {
        #expect(mkdir(directory.path + "/a", 0o700) == 0)
        let error = #expect(throws: SystemFault.self) {
            try writeFileDurably("a", [[1][...]], in: storage)
        }
        #expect(error?.doing == "rename to a")
        #expect(try storage.names() == ["a"])
    }
}
