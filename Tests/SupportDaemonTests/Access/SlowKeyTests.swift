import Foundation
import Glibc
import SupportDaemon
import SupportModel
import SupportStore
import SupportTestKit
import SupportWire
import Testing

/// R6 while the key's file takes long: what was asked waits, and is decided on the desk as it is then.
struct SlowKeyTests {
    private let folder: KeyFolder
    private let desk: LedgerUnderTest

    init() throws {
        folder = try KeyFolder()
        desk = try LedgerUnderTest(accessKey: folder.own)
    }

    private func set(_ kind: String = "ssh") async throws -> LedgerUnderTest.Answer {
        try await desk.ask(
            "access.set", #"{"client":"acme","kind":"\#(kind)","secret":"Geheim-7f3"}"#)
    }

    private func reveal() async throws -> LedgerUnderTest.Answer {
        try await desk.ask("access.reveal", #"{"client":"acme","kind":"ssh","reason":"r"}"#)
    }

    @Test("an answer that waited for the key names the record that it shows")
    func statusAfterTheKey() async throws {
        try await desk.sign()
        _ = try await set()
        guard case .suspended(let asked) = try await desk.outcome("desk.status") else {
            throw NotSuspended()
        }
        let outcome = await desk.ledger.resume(asked.resumed(by: asked.work()))
        _ = try await desk.ask("client.add", #"{"client":"boot","name":"Boot"}"#)
        let status = try await desk.finish(outcome)
        #expect(status.result?.at("seq")?.int.map(UInt64.init) == status.after)
    }

    @Test(
        "a key that is not read in time refuses the requests that need it; a failed reveal is recorded"
    )
    func slowKey() async throws {
        try await desk.sign()
        _ = try await set()
        let count = desk.log.submitted.count
        func late(_ method: String, _ params: String) async throws -> LedgerUnderTest.Answer {
            let outcome = try await desk.outcome(method, params)
            guard case .suspended(let suspension) = outcome else { throw NotSuspended() }
            return try LedgerUnderTest.answer(
                await desk.ledger.resume(suspension.resumed(by: suspension.late)))
        }
        let refused = try await late(
            "access.set", #"{"client":"acme","kind":"ftp","secret":"x"}"#)
        for error in [
            refused.error, try await late("access.reseal", "{}").error,
            try await late("access.verify", "{}").error,
        ] {
            #expect(error?.data.error == "access-key")
            #expect(error?.message.contains("could not be read within 10s") == true)
        }
        #expect(desk.log.submitted.count == count)
        guard case .suspended(let asked) = try await desk.outcome("desk.status") else {
            throw NotSuspended()
        }
        let status = try await desk.finish(
            await desk.ledger.resume(asked.resumed(by: asked.late))
        ).result
        let silence = "could not be read within 250ms"
        #expect(status?.at("access_closed")?.string?.contains(silence) == true)
        let revealing = try await late(
            "access.reveal", #"{"client":"acme","kind":"ssh","reason":"r"}"#)
        #expect(revealing.error?.data.error == "access-key")
        let last = try RecordText.read(try #require(desk.log.submitted.last))
        #expect(
            last.events.map(\.body.summary) == [
                "ssh access of acme asked for in vain (access-key): r"
            ])
        #expect(try await reveal().result?.at("access", "looks")?.int == 1)
    }

    @Test("what the desk learns while the key is read is what the request is decided on")
    func changedMeanwhile() async throws {
        try await desk.sign()
        for kind in ["admin", "ssh"] { #expect(try await set(kind).error?.message == nil) }
        func begin(_ method: String, _ params: String) async throws -> SuspendedRequest {
            guard case .suspended(let suspension) = try await desk.outcome(method, params) else {
                throw NotSuspended()
            }
            return suspension
        }
        let revealing = try await begin(
            "access.reveal", #"{"client":"acme","kind":"admin","reason":"r"}"#)
        let found = revealing.work()
        _ = try await desk.ask("access.remove", #"{"client":"acme","kind":"admin"}"#)
        let gone = try LedgerUnderTest.answer(
            await desk.ledger.resume(revealing.resumed(by: found)))
        #expect(gone.error?.data.error == "unknown-access")
        #expect(rename(folder.own.path, folder.own.oldPath) == 0)
        let reseal = try await begin("access.reseal", "{}")
        let sealed = reseal.work()
        let newer = #"{"client":"acme","kind":"ssh","secret":"newer"}"#
        #expect(try await desk.ask("access.set", newer).error == nil)
        let done = try LedgerUnderTest.answer(await desk.ledger.resume(reseal.resumed(by: sealed)))
        #expect(done.result?.at("resealed")?.int == 0, "an old secret never comes back")
        #expect(try await reveal().result?.at("secret")?.string == "newer")
    }

    /// A request went on at once that was to wait for the key.
    private struct NotSuspended: Error {}
}
