import SupportDaemon
import SupportJSON
import SupportStore
import Testing

/// `log.list`: what it finds by client, ticket and type, and what it says of damage.
struct LogListTests {
    @Test(
        "the log gives all that can be read, and says what cannot"
    )
    func damagedLog() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        for _ in 1...20 { _ = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#) }
        desk.log.fail(
            after: 10,
            StoreFault(doing: "read the journal", file: "j", offset: 7, cause: .damaged("torn")))
        func list(_ params: String) async throws -> (seqs: [Int], next: Int?, gaps: [[Int?]]) {
            let result = try #require(try await desk.ask("log.list", params).result)
            let records = result[member: "records"].map { Array($0.elements) } ?? []
            let gaps = result[member: "unreadable"].map { Array($0.elements) } ?? []
            for gap in gaps {
                #expect(
                    gap[member: "why"]?.string == "cannot read the journal: j at byte 7: torn")
            }
            return (
                records.compactMap { $0[member: "seq"]?.int }, result[member: "next"]?.int,
                gaps.map { [$0[member: "from"]?.int, $0[member: "to"]?.int] }
            )
        }
        let newest = try await list(#"{"last":true,"limit":1,"type":"ticket.noted"}"#)
        #expect(newest.seqs == [24] && newest.next == nil && newest.gaps.isEmpty)
        #expect(try await list(#"{"last":true,"limit":10}"#).seqs == Array(15...24))
        let whole = try await list(#"{"type":"ticket.noted"}"#)
        #expect(whole.seqs == Array(5...10) + Array(12...24) && whole.next == nil)
        #expect(whole.gaps == [[11, 11]])
        let behind = try await list(#"{"since":10}"#)
        #expect(behind.seqs == Array(12...24) && behind.gaps == [[11, 11]])
        let last = try await list(#"{"last":true,"limit":20}"#)
        #expect(last.seqs == Array(5...10) + Array(12...24) && last.gaps == [[11, 11]])
        let first = try await list(#"{"last":true,"limit":1,"type":"client.added"}"#)
        #expect(first.seqs == [1] && first.gaps == [[11, 11]])
        desk.log.fail(after: 10, StoreFault(doing: "read", file: "j", cause: .inUse))
        await #expect(throws: StoreFault.self, "it may be read later") {
            _ = try await list(#"{"since":10}"#)
        }
    }

    @Test("one answer passes over so many places of damage, and the next call goes on")
    func muchDamage() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let max = LedgerLimits.gapsMax
        for _ in 0...2 * max + 2 {
            _ = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#)
        }
        for place in 0...max {
            desk.log.fail(
                after: UInt64(4 + 2 * place),
                StoreFault(doing: "read the journal", file: "j", cause: .damaged("torn")))
        }
        let full = try #require(try await desk.ask("log.list", #"{"since":4}"#).result)
        #expect(full[member: "unreadable"].map { Array($0.elements).count } == max)
        let next = try #require(full[member: "next"]?.int)
        let rest = try #require(try await desk.ask("log.list", #"{"since":\#(next)}"#).result)
        #expect(rest[member: "unreadable"].map { Array($0.elements).count } == 1)
        #expect(rest[member: "next"] == nil)
    }
}
