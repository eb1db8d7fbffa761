package import SupportModel
import SupportSystem

/// The machine's clocks.
package struct SystemDeskClock: DeskClock {
    package init() {}

    package var now: Instant { Instant(clamping: WallClock.millisecondsSinceEpoch) }
}
