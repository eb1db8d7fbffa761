package import SupportModel
import SupportSystem

/// The machine's clocks.
package struct SystemDeskClock: DeskClock {
    /// The clock of this machine.
    package init() {}

    /// The time on the machine's wall clock, to the millisecond.
    package var now: Instant { Instant(clamping: WallClock.millisecondsSinceEpoch) }
}
