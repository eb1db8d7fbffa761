import Glibc
import SupportSystem
import Testing

/// Each runs in a process of its own, which stays within its walls.
struct ConfinementTests {
    @Test("files of the desk can neither be read nor written, and the disk can still be asked")
    func files() async {
        await #expect(processExitsWith: .success) {
            let path = "/tmp/confined-\(getpid())"
            let file = open(path, O_CREAT | O_WRONLY, 0o600)
            close(file)
            let wall = Confinement.closeFiles()
            guard wall.hasPrefix("files closed") else { exit(wall.contains("no Landlock") ? 0 : 1) }
            guard open(path, O_RDONLY) < 0, errno == EACCES else { exit(2) }
            guard open(path, O_WRONLY) < 0, errno == EACCES else { exit(3) }
            guard open("\(path)-new", O_CREAT | O_WRONLY, 0o600) < 0 else { exit(4) }
            guard unlink(path) < 0 else { exit(5) }
            guard open("/etc/passwd", O_RDONLY) >= 0 else { exit(6) }
            guard open("/etc/passwd", O_WRONLY) < 0 else { exit(7) }
            var room = statvfs()
            guard statvfs(path, &room) == 0, room.f_blocks > 0 else { exit(8) }
            guard open("/dev/null", O_WRONLY) >= 0, open("/proc/meminfo", O_RDONLY) >= 0 else {
                exit(9)
            }
        }
    }

    @Test("no other local socket can be reached, and one that stands goes on; the network stays")
    func sockets() async {
        await #expect(processExitsWith: .success) {
            var ends: [CInt] = [-1, -1]
            guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { exit(1) }
            guard Confinement.closeLocalSockets().hasPrefix("local sockets closed") else { exit(2) }
            guard socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) < 0, errno == EACCES else {
                exit(3)
            }
            guard socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0) < 0 else { exit(4) }
            guard socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0 else { exit(5) }
            guard write(ends[0], "a", 1) == 1 else { exit(6) }
            guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { exit(7) }
        }
    }
}
