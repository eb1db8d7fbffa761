import SupportDaemon
import Testing

/// Answers that wait for the disk, and the sign of life that depends on it.
struct PendingRepliesTests {
    @Test("an answer is sent when its record is durable, and never before an earlier answer")
    func order() {
        var replies = PendingReplies()
        replies.append([1, 1], after: 5)
        replies.append([2], after: 3)
        replies.append([3, 3, 3], after: 0)
        func next(durable: UInt64) -> [UInt8]? { replies.next(durable: durable) }
        #expect(replies.count == 3)
        #expect(replies.bytes == 6)
        #expect(next(durable: 4) == nil, "the second may not overtake the first")
        #expect(next(durable: 5) == [1, 1])
        #expect(replies.bytes == 4)
        #expect(next(durable: 2) == nil)
        #expect(next(durable: 3) == [2])
        #expect(next(durable: 0) == [3, 3, 3])
        #expect(replies.isEmpty)
        #expect(replies.bytes == 0)
        #expect(next(durable: .max) == nil)
    }

    @Test("a long answer is sent in parts, and no other answer comes between them")
    func parts() {
        var replies = PendingReplies()
        replies.append(Array(1...10), after: 2)
        replies.append([11], after: 0)
        func next(_ bytesMax: Int, durable: UInt64 = 2) -> [UInt8]? {
            replies.next(durable: durable, bytesMax: bytesMax)
        }
        #expect(next(4, durable: 1) == nil)
        #expect(replies.firstAfter == 2)
        #expect(next(4) == [1, 2, 3, 4])
        #expect(replies.bytes == 7 && replies.count == 2)
        #expect(next(4) == [5, 6, 7, 8])
        #expect(next(2) == [9, 10])
        #expect(replies.count == 1)
        #expect(next(2) == [11])
        #expect(replies.isEmpty && replies.bytes == 0)
    }

    @Test("the pulse stops when what waited at the last beat still waits")
    func pulse() {
        var pulse = CommitPulse()
        func isAlive(submitted: UInt64, durable: UInt64) -> Bool {
            pulse.isAlive(submitted: submitted, durable: durable)
        }
        #expect(isAlive(submitted: 10, durable: 0), "nothing was waiting before")
        #expect(!isAlive(submitted: 12, durable: 9))
        #expect(!isAlive(submitted: 12, durable: 11))
        #expect(isAlive(submitted: 20, durable: 12), "slow is alive")
        #expect(isAlive(submitted: 20, durable: 20))
        #expect(isAlive(submitted: 20, durable: 20), "idle is alive")
    }
}
