import SupportDaemon
import Testing

/// What users are called, as far as it is known.
struct KnownNamesTests {
    private let known = Held(KnownNames())

    private func find(_ user: UInt32, _ now: Int64) -> KnownNames.Finding {
        known { $0.find(user, now: now) }
    }

    @Test("a name is asked for once, kept for its time, and then asked for anew")
    func kept() {
        #expect(find(7, 0) == (name: "7", mustAsk: true))
        #expect(find(7, 1) == (name: "7", mustAsk: false), "one question is on its way")
        #expect(known { $0.answered(7, "eve", now: 10) } == "eve")
        let end = 10 + KnownNames.goodMilliseconds
        #expect(find(7, end - 1) == (name: "eve", mustAsk: false))
        #expect(find(7, end) == (name: "eve", mustAsk: true), "the old one until the answer")
        #expect(known { $0.answered(7, "eva", now: end) } == "eva")
        #expect(find(7, end + 1).name == "eva")
    }

    @Test("a user whom nobody knows is called by the number, and asked for again sooner")
    func nobody() {
        _ = find(7, 0)
        #expect(known { $0.answered(7, nil, now: 0) } == "7")
        let end = KnownNames.absenceGoodMilliseconds
        #expect(find(7, end - 1) == (name: "7", mustAsk: false))
        #expect(find(7, end) == (name: "7", mustAsk: true))
        #expect(KnownNames.absenceGoodMilliseconds < KnownNames.goodMilliseconds)
    }

    @Test("a directory that fails is asked by the next connection, and takes no name away")
    func failed() {
        _ = find(7, 0)
        #expect(known { $0.failed(7) } == "7")
        #expect(find(7, 1).mustAsk)
        _ = known { $0.answered(7, "eve", now: 1) }
        let end = 1 + KnownNames.goodMilliseconds
        #expect(find(7, end).mustAsk)
        #expect(known { $0.failed(7) } == "eve")
        #expect(find(7, end + 1) == (name: "eve", mustAsk: true))
    }

    @Test("so many names are kept: the one that was asked for longest ago goes first")
    func bounded() {
        for user in 0..<UInt32(KnownNames.keptMax) {
            _ = find(user, Int64(user))
            _ = known { $0.answered(user, "u\(user)", now: Int64(user)) }
        }
        #expect(find(0, 2000) == (name: "u0", mustAsk: false))
        _ = known { $0.answered(9_999, "new", now: 2000) }
        #expect(find(0, 2000) == (name: "0", mustAsk: true))
        #expect(find(1, 2000) == (name: "u1", mustAsk: false))
    }

    @Test("so many are asked for at a time: one more is called by the number at once")
    func asked() {
        for user in 0..<UInt32(KnownNames.askedMax) { #expect(find(user, 0).mustAsk) }
        #expect(find(70_000, 0) == (name: "70000", mustAsk: false))
        _ = known { $0.failed(3) }
        #expect(find(70_000, 0).mustAsk)
    }
}
