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

    @Test func distinguishesFilesByWhatTheyAre() throws {
        let file = try storage.create("a")
        let identity = try storage.identity(of: "a")
        try storage.rename("a", to: "b")
        #expect(try storage.identity(of: "b") == identity)
        try storage.remove("b")
        #expect(throws: SystemFault.self) { _ = try storage.identity(of: "b") }
        _ = try storage.create("b")
        #expect(try storage.identity(of: "b") != identity)
        #expect(try file.size() == 0, "it is still open")
    }

    @Test func findsNothingInADirectoryThatWasMovedAway() throws {
        let place = "\(directory.path)/state"
        let moved = try DiskStorage(directory: place, creating: true)
        _ = try moved.create("a")
        let identity = try moved.identity(of: "a")
        try #require(rename(place, place + ".gone") == 0)
        for isReplaced in [false, true] {
            if isReplaced { try #require(mkdir(place, 0o700) == 0) }
            let fault = #expect(throws: SystemFault.self) { try moved.identity(of: "a") }
            #expect(fault?.isMissing == true)
        }
        try #require(rmdir(place) == 0 && rename(place + ".gone", place) == 0)
        #expect(try moved.identity(of: "a") == identity)
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
        #expect(error?.doing == "replace" && error?.found == "a directory")
        #expect(try storage.names() == ["a"])
    }

    /// A FIFO would wait for its other end, for ever.
    @Test(arguments: [
        ("fifo", "a FIFO"), ("socket", "a socket"), ("link", "a symbolic link"),
        ("directory", "a directory"),
    ])
    func opensOnlyRegularFiles(name: String, words: String) throws {
        #expect(mkfifo("\(directory.path)/fifo", 0o600) == 0)
        #expect(mkdir("\(directory.path)/directory", 0o700) == 0)
        #expect(symlink("nothing", "\(directory.path)/link") == 0)
        #expect(mknod("\(directory.path)/socket", S_IFSOCK | 0o600, 0) == 0)
        let calls: [() throws -> Void] = [
            { _ = try storage.open(name, writing: false) },
            { _ = try storage.open(name, writing: true) },
            { _ = try storage.create(name) },
            { try storage.remove(name) },
            { try writeFileDurably(name, [[1][...]], in: storage) },
        ]
        for call in calls {
            let error = #expect(throws: SystemFault.self) { try call() }
            #expect(error?.found == words)
            let sentence = "it is \(words), not a regular file"
            #expect(error?.description.hasSuffix(sentence) == true)
        }
        #expect(try storage.names().sorted() == ["directory", "fifo", "link", "socket"])
    }

    @Test func saysWhoElseMayChangeIt() throws {
        #expect(try storage.exposure() == nil)
        for mode: mode_t in [0o700, 0o750, 0o755, 0o555] {
            #expect(chmod(directory.path, mode) == 0)
            #expect(try storage.exposure() == nil)
        }
        for mode: mode_t in [0o777, 0o720, 0o702, 0o1777] {
            #expect(chmod(directory.path, mode) == 0)
            #expect(try storage.exposure() == .open(mode: mode))
        }
        #expect(chmod(directory.path, 0o700) == 0)
    }

    @Test(.enabled(if: geteuid() == 0, "needs root, to give a directory away"))
    func saysThatItIsAnothersDirectory() throws {
        #expect(chown(directory.path, 4711, 4711) == 0)
        #expect(try storage.exposure() == .foreign(owner: 4711))
        #expect(chown(directory.path, 0, 0) == 0)
    }
}
