import Foundation
import Logging
import SupportDaemon
import SupportSystem
import Testing

/// The daemon's log as the journal and as a terminal get it.
struct OperatorLogHandlerTests {
    private func written(asJournal: Bool, _ body: (Logger) -> Void) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forWritingTo: file)
        let status = try FileManager.default.attributesOfItem(atPath: file.path)
        let device = (status[.systemNumber] as? NSNumber)?.uint64Value ?? 0
        let number = (status[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
        let stream = OperatorStream(
            descriptor: handle.fileDescriptor,
            journalStream: asJournal ? "\(device):\(number)" : nil)
        var logger = Logger(label: "supportd") {
            OperatorLogHandler(label: $0, log: OperatorLog(stream))
        }
        logger.logLevel = .trace
        body(logger)
        try handle.close()
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map(String.init)
    }

    @Test("the journal gets the priority, the message and its fields, and no time")
    func journal() throws {
        let lines = try written(asJournal: true) { logger in
            logger.critical("a")
            logger.error("the disk is full", metadata: ["cause": "no space", "b": "1"])
            logger.warning("c")
            logger.notice("d")
            logger.info("e", metadata: ["name": "x\n<0>y"])
            logger.debug("f")
            logger.trace("g")
        }
        #expect(
            lines == [
                "<2>a", "<3>the disk is full: b=1 cause=no space", "<4>c", "<5>d",
                "<6>e: name=x\\n<0>y", "<7>f", "<7>g",
            ])
    }

    @Test("words of strangers make no line of their own and move no cursor")
    func hostileText() throws {
        let lines = try written(asJournal: true) {
            $0.warning("refused: a\n<0>b\u{1B}[2J\u{202E}c\r\u{85}d é")
        }
        #expect(lines == ["<4>refused: a\\n<0>b\\u{1b}[2J\\u{202e}c\\r\\u{85}d é"])
    }

    @Test("elsewhere the time and the level stand before it")
    func plain() throws {
        let lines = try written(asJournal: false) { $0.notice("starting") }
        #expect(lines.count == 1)
        #expect(
            lines.first?.wholeMatch(
                of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z notice supportd: starting/) != nil)
    }
}
