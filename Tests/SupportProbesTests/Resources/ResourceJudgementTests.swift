import SupportModel
import SupportProbes
import SupportSystem
import Testing

struct ResourceJudgementTests {
    @Test func roomIsJudgedAtTheLimit() {
        let check = DiskCheck(path: "/srv", freePercentMin: 10)
        let enough = FileSystemRoom(usedBytes: 900, availableBytes: 100)
        #expect(ResourceJudgement.verdict(check, enough) == Verdict(.success, "90 % used on /srv"))
        let short = FileSystemRoom(usedBytes: 901, availableBytes: 99)
        #expect(
            ResourceJudgement.verdict(check, short)
                == Verdict(.failure, "91 % used on /srv, at least 10 % must be free"))
    }

    @Test func anEmptyOrHugeFileSystemDoesNotTrap() {
        #expect(FileSystemRoom(usedBytes: 0, availableBytes: 0).availablePercent == 0)
        #expect(FileSystemRoom(usedBytes: .max, availableBytes: .max).availablePercent == 50)
    }

    @Test func memoryIsJudgedAtTheLimit() throws {
        func verdict(_ available: Int) throws -> Verdict {
            let text = "MemTotal: 1000 kB\nMemAvailable: \(available) kB\n"
            let memory = try #require(MemoryFigures(meminfo: Array(text.utf8)))
            return ResourceJudgement.verdict(MemoryCheck(availablePercentMin: 5), memory)
        }
        #expect(try verdict(50) == Verdict(.success, "5 % of the memory available"))
        #expect(
            try verdict(49)
                == Verdict(.failure, "4 % of the memory available, expected 5 % or more"))
    }

    @Test func loadIsJudgedPerProcessor() throws {
        let load = try #require(LoadFigures(loadavg: Array("9.00 4.00 1.00 1/2 3".utf8)))
        let check = LoadCheck(loadPerProcessorHundredthsMax: 200)
        #expect(
            ResourceJudgement.verdict(check, load, processors: 2)
                == Verdict(.success, "load 4.00 on 2 processors"))
        #expect(
            ResourceJudgement.verdict(check, load, processors: 1)
                == Verdict(.failure, "load 4.00 on 1 processors, 4.00 each; allowed are 2.00 each"))
    }
}
