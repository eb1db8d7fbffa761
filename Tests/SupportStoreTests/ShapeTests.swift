import SupportStore
import SupportTestKit
import Testing

/// The sizes of a store, and that they fit together.
@Suite struct ShapeTests {
    @Test("a segment holds its header, its end line and two of the longest lines; the queue one")
    func smallest() {
        let smallest = StoreShape(segmentBytes: 0, recordBytesMax: 0, queueBytesMax: 0)
        #expect(smallest.recordBytesMax == 64)
        #expect(smallest.queueBytesMax == 64 + 90)
        #expect(smallest.segmentBytes == 512 + 96 + 2 * (64 + 90))
        let wide = StoreShape(segmentBytes: 0, recordBytesMax: 1_000, queueBytesMax: 0)
        #expect(wide.queueBytesMax == 1_090 && wide.segmentBytes == 512 + 96 + 2 * 1_090)
        let enough = StoreShape(segmentBytes: 917, recordBytesMax: 65, queueBytesMax: 156)
        #expect(enough.segmentBytes == 918 && enough.recordBytesMax == 65)
        #expect(enough.queueBytesMax == 156)
    }

    @Test("sizes beyond what is read back are lowered to it")
    func largest() {
        let largest = StoreShape(
            segmentBytes: .max, recordBytesMax: .max, snapshotBytesMax: .max)
        #expect(largest.recordBytesMax == 4_194_304)
        #expect(largest.segmentBytes == 1_073_741_824)
        #expect(largest.snapshotBytesMax == 1_073_741_824)
    }

    @Test("a desk's own sizes")
    func usual() {
        let usual = StoreShape()
        #expect(usual.segmentBytes == 16_777_216 && usual.queueBytesMax == 8_388_608)
        #expect(usual.recordBytesMax == 4_194_304 && usual.snapshotBytesMax == 1_073_741_824)
        #expect(usual.retention == .keepAll && usual.spareRetry == .seconds(10))
    }

    @Test("the smallest segment takes two of the longest lines, and the desk goes on behind them")
    func smallestWorks() throws {
        let storage = FaultyStorage()
        let shape = StoreShape(segmentBytes: 0, recordBytesMax: 64)
        let desk = try Desk(storage, shape)
        for _ in 1...20 {
            #expect(desk.waitForRoom(64) && desk.submit(bytes: 64) && desk.waitUntilDurable())
        }
        desk.close()
        let again = try Desk(storage, shape)
        #expect(again.texts == desk.texts)
        again.close()
    }
}
