import Crypto
import SupportDaemon
import SupportModel
import SupportStore
import SupportWire
import Testing

/// An idempotency key compares requests, not the bytes in which they came.
struct RequestKeyTests {
    private static let first =
        #"{"client":"acme","level":3,"subject":"a/b é","on_demand":true,"idempotency_key":"k"}"#
    private static let same = [
        #"{ "idempotency_key" : "k", "on_demand":true,"subject":"a/b é","level":3,"client":"acme"}"#,
        #"{"client":"\u0061cme","level":3,"subject":"a\/b \u00e9","on_demand":true,"idempotency_key":"k"}"#,
        #"{"client":"acme","level":3,"subject":"a/b é","on_demand":true,"body":null,"idempotency_key":"k"}"#,
    ]
    private static let other = [
        #"{"client":"acme","level":3,"subject":"a/b e","on_demand":true,"idempotency_key":"k"}"#,
        #"{"client":"acme","level":2,"subject":"a/b é","on_demand":true,"idempotency_key":"k"}"#,
        #"{"client":"acme","level":3,"subject":"a/b é","on_demand":true,"body":"x","idempotency_key":"k"}"#,
        #"{"client":"acme","level":3,"subject":"a/b é","idempotency_key":"k"}"#,
        #"{"client":"acme","level":3,"subject":"a/b é","on_demand":true,"if_version":1,"idempotency_key":"k"}"#,
    ]

    @Test("another order, white space, escapes and null members are the same request")
    func sameRequest() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let opened = try await desk.ask("ticket.open", Self.first)
        #expect(opened.error == nil)
        for params in Self.same {
            let again = try await desk.ask("ticket.open", params)
            #expect(again.text == opened.text, "\(params)")
        }
        #expect(desk.log.submitted.count == 5)
    }

    @Test("a number that is not written as a whole one is no request", arguments: ["3.0", "3e0"])
    func otherNumber(level: String) async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        _ = try await desk.ask("ticket.open", Self.first)
        let params = Self.first.replacing(#""level":3"#, with: #""level":\#(level)"#)
        #expect(try await desk.ask("ticket.open", params).error?.data.error == "bad-parameters")
        #expect(desk.log.submitted.count == 5)
    }

    @Test("another value, another member and another version wanted are another request")
    func otherRequest() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        _ = try await desk.ask("ticket.open", Self.first)
        for params in Self.other {
            let again = try await desk.ask("ticket.open", params)
            #expect(again.error?.data.error == "key-conflict", "\(params)")
        }
        #expect(desk.log.submitted.count == 5)
    }

    @Test("without parameters and with an empty object is one request")
    func noParameters() throws {
        func digest(_ rest: String) throws -> String {
            let line = #"{"jsonrpc":"2.0","id":1,"method":"access.reseal"\#(rest)}"#
            return RequestKey(
                "k", of: try Envelope(line: Array(line.utf8)), by: LedgerUnderTest.owner
            ).digest
        }
        #expect(try digest("") == digest(#","params":{}"#))
        #expect(try digest("") == digest(#","params":{"idempotency_key":"k"}"#))
    }

    @Test("an answer that release 0.1.0 kept is given for the bytes that it was kept for")
    func earlierDigest() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        var hash = SHA256()
        hash.update(data: Array("ticket.open".utf8) + [0] + Array(Self.first.utf8))
        let digest = hash.finalize().prefix(16).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
        let answer = StoredAnswer(key: "1000/k", digest: digest, reply: #"{"ticket":1}"#)
        let read = try desk.log.submitted.map { try RecordText.read($0) }
        var records = desk.log.submitted
        let last = try #require(read.last)
        records[records.count - 1] = try RecordText(last.stamp, last.events).ended(with: answer)
        let later = try LedgerUnderTest(records)
        #expect(try await later.ask("ticket.open", Self.first).text == #"{"ticket":1}"#)
        #expect(
            try await later.ask("ticket.open", Self.same[0]).error?.data.error == "key-conflict")
    }
}
