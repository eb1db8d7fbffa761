import SupportTestKit
import Testing

/// Repeated requests and changes of something that was seen before.
struct IdempotencyTests {
    @Test("the same key and body give the stored answer, byte for byte, whatever happens between")
    func sameAnswer() throws {
        let desk = try RunningDesk()
        var client = try desk.signedClient()
        let opening =
            #"{"client":"acme","level":2,"subject":"\"quoted\" é","idempotency_key":"k1"}"#
        let booking = #"{"ticket":1,"minutes":30,"note":"a\nb","idempotency_key":"k2"}"#
        let opened = try client.call("ticket.open", opening)
        let booked = try client.call("time.add", booking)
        #expect(opened.result?.at("ticket")?.int == 2)
        func expectStored(_ when: Comment) throws {
            #expect(try client.call("ticket.open", opening).resultText == opened.resultText, when)
            #expect(try client.call("time.add", booking).resultText == booked.resultText, when)
            let tickets = try client.result("ticket.list").at("tickets")?.array.count
            #expect(tickets == 2, when)
            #expect(try client.result("time.list").at("entries")?.array.count == 1, when)
        }
        try expectStored("at once")
        try client.result("ticket.note", #"{"ticket":2,"text":"changed since"}"#)
        try expectStored("after a change")
        try desk.restart()
        client = try desk.client()
        try expectStored("after a restart")
        try client.result("desk.snapshot")
        try expectStored("after a snapshot")
        try desk.restart()
        client = try desk.client()
        try expectStored("after a restart from the snapshot")
    }

    /// Books, and expects the stored answer to the same request again, also after a restart.
    private static func expectKept(_ booking: String, again: String) throws {
        let desk = try RunningDesk()
        var client = try desk.signedClient()
        let booked = try client.call("time.add", booking)
        #expect(booked.result != nil, "\(booked.text.prefix(300))")
        #expect(try client.call("time.add", again).resultText == booked.resultText)
        try desk.restart()
        client = try desk.client()
        #expect(try client.call("time.add", again).resultText == booked.resultText)
        #expect(try client.result("time.list").at("entries")?.array.count == 1)
    }

    @Test("the same request written otherwise is the same, also after a restart")
    func otherBytes() throws {
        try Self.expectKept(
            #"{"ticket":1,"minutes":30,"note":"é/","idempotency_key":"k"}"#,
            again: #"{ "idempotency_key":"\u006b", "note":"\u00e9\/", "minutes":30, "ticket":1}"#)
    }

    @Test("the same key with another body or method is refused")
    func keyConflict() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        try client.result("ticket.note", #"{"ticket":1,"text":"one","idempotency_key":"k"}"#)
        let other = try client.call(
            "ticket.note", #"{"ticket":1,"text":"two","idempotency_key":"k"}"#)
        #expect(other.code == 4)
        #expect(other.error == "key-conflict")
        let method = try client.call(
            "ticket.resolve", #"{"ticket":1,"note":"one","idempotency_key":"k"}"#)
        #expect(method.error == "key-conflict")
        let history = try client.result("ticket.show", #"{"ticket":1}"#).at("history")?.array
        #expect(history?.filter { $0.at("note")?.bool == true }.count == 1)
    }

    @Test("a key is kept from 1 to 128 bytes")
    func keyLength() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        func note(_ key: String) throws -> WireReply {
            try client.call(
                "ticket.note", #"{"ticket":1,"text":"t","idempotency_key":"\#(key)"}"#)
        }
        #expect(try note("").error == "bad-parameters")
        #expect(try note(String(repeating: "k", count: 128)).result != nil)
        #expect(try note(String(repeating: "k", count: 129)).error == "bad-parameters")
    }

    @Test("the longest note, quoted twice in its stored answer, is kept with it")
    func longestAnswer() throws {
        let note = String(repeating: #"\""#, count: 32_768)
        let booking = #"{"ticket":1,"minutes":30,"note":"\#(note)","idempotency_key":"k"}"#
        try Self.expectKept(booking, again: booking)
    }

    @Test("of two who change what both have seen, one is told what the other did")
    func twoPeopleOverwritingEachOtherWithBothToldItWorked() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        let version = try #require(
            try client.result("ticket.show", #"{"ticket":1}"#).at("ticket", "version")?.int)
        let change = #"{"ticket":1,"level":2,"reason":"worse","if_version":\#(version)}"#
        try client.result("ticket.level", change)
        let again = try client.call(
            "ticket.level", #"{"ticket":1,"level":4,"reason":"better","if_version":\#(version)}"#)
        #expect(again.code == 4)
        #expect(again.error == "version-conflict")
        let shown = try client.result("ticket.show", #"{"ticket":1}"#)
        #expect(shown.at("ticket", "level")?.int == 2)
    }
}
