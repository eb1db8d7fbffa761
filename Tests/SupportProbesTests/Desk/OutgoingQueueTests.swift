import SupportProbes
import Testing

struct OutgoingQueueTests {
    @Test func bytesLeaveInOrderWhateverThePieces() {
        var queue = OutgoingQueue()
        var gone: [UInt8] = []
        for line in ["one", "two", "three"] {
            queue.add(line: Array((line + "\n").utf8))
            gone += queue.waiting.prefix(3)
            queue.remove(3)
        }
        gone += queue.waiting
        queue.remove(.max)
        #expect(String(decoding: gone, as: UTF8.self) == "one\ntwo\nthree\n")
        #expect(queue.count == 0 && queue.waiting.isEmpty)
    }

    @Test func itIsFullAtTheLimit() {
        var queue = OutgoingQueue()
        queue.add(line: [UInt8](repeating: 120, count: ProbeLimits.outgoingBytesMax - 1))
        #expect(!queue.isFull)
        queue.add(line: [10])
        #expect(queue.isFull)
        queue.remove(70_000)
        #expect(!queue.isFull && queue.count == ProbeLimits.outgoingBytesMax - 70_000)
    }
}
