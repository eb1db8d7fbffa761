/// How busy a worker is, as it tells with each sign of life.
package struct WorkerLoad: Hashable, Sendable, Codable {
    /// How many monitors it watches.
    package var monitors: Int
    /// How many looks are in flight.
    package var running: Int
    /// How many looks are due and wait for their turn.
    package var waiting: Int
    /// By how much the latest look since the sign before began after it was due, in milliseconds.
    package var lateMilliseconds: Int

    package init(monitors: Int, running: Int, waiting: Int, lateMilliseconds: Int) {
        self.monitors = monitors
        self.running = running
        self.waiting = waiting
        self.lateMilliseconds = lateMilliseconds
    }
}
