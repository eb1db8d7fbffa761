import SupportModel

/// What the schedule knows of one monitor.
struct WatchedMonitor {
    let assignment: ProbeAssignment
    let rhythm: Rhythm
    /// The look in flight, if there is one.
    var look: UInt64?
    /// Whether the worker was paused while that look was in flight.
    var wasPaused = false
    /// Whether the last look lasted so long that the next one may too.
    var lingers = false
    /// Whether somebody asked for a look while one was in flight.
    var isAskedFor = false
    /// Failures in a row, no higher than what makes the desk believe them.
    var failures = 0
    /// The place in the order that holds; nil while a look is in flight.
    var due: DueTime?

    init(_ assignment: ProbeAssignment) {
        self.assignment = assignment
        rhythm = Rhythm(
            name: assignment.monitor.text, intervalMilliseconds: assignment.intervalMilliseconds)
    }
}
