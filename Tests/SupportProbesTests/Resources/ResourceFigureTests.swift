import SupportModel
import SupportProbes
import SupportSystem
import Testing

struct ResourceFigureTests {
    private static let meminfo = """
        MemTotal:       24684336 kB
        MemFree:        23021100 kB
        MemAvailable:   24007096 kB
        Buffers:           25276 kB
        HugePages_Total:       0
        """

    @Test func memoryOfARealHost() throws {
        let figures = try #require(MemoryFigures(meminfo: Array(Self.meminfo.utf8)))
        #expect(figures.total == 24_684_336 && figures.available == 24_007_096)
        #expect((97.2..<97.3).contains(figures.availablePercent))
    }

    @Test(arguments: [
        "", "MemTotal: 5 kB", "MemAvailable: 5 kB", "MemTotal: 0 kB\nMemAvailable: 0 kB",
        "MemTotal: -5 kB\nMemAvailable: 1 kB", "MemTotal: 5 MB\nMemAvailable: 1 kB",
        "MemTotal: 5 kB\nMemAvailable: 6 kB", "MemTotal: 5\nMemAvailable: 1",
        "MemTotal: 99999999999999999999999 kB\nMemAvailable: 1 kB", "MemTotal:\0\u{ff} kB",
    ])
    func junkIsNoMemory(text: String) {
        #expect(MemoryFigures(meminfo: Array(text.utf8)) == nil)
    }

    @Test func loadOfARealHost() throws {
        let figures = try #require(LoadFigures(loadavg: Array("0.52 1.25 12.09 2/345 6789\n".utf8)))
        #expect(figures.fiveMinutesHundredths == 125)
        #expect(figures.hundredthsPerProcessor(2) == 62)
        #expect(figures.hundredthsPerProcessor(0) == 125)
    }

    @Test(arguments: [
        "", "1.00", "1.00 2.00", "1.00 x 2.00", "1 2 3", "1.0 2.0 3.0", "-1.00 -2.00 -3.00",
        "1.00 9999999.00 1.00", "1.00 2.+5 1.00", "nan nan nan", "1.00 2..0 3.00",
    ])
    func junkIsNoLoad(text: String) {
        #expect(LoadFigures(loadavg: Array(text.utf8)) == nil)
    }

    @Test func bytesThatAreNoTextAreNeither() {
        let junk = [UInt8](repeating: 255, count: 300)
        #expect(MemoryFigures(meminfo: junk) == nil && LoadFigures(loadavg: junk) == nil)
    }
}
