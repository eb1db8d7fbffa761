/// The wall clock is trusted again.
package struct ClockTrusted: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "clock.trusted"
    /// Why.
    var ground: TrustClock.Ground

    /// Ends the doubt.
    package func apply(to state: inout State, _ stamp: Stamp) { state.clockDoubt = nil }

    /// `the clock is trusted again: an operator confirmed it`.
    package var summary: String {
        let why =
            switch ground {
            case .confirmed: "an operator confirmed it"
            case .setBack: "it was set back"
            case .believed: "it is synchronised, or the configuration allows for more"
            }
        return "the clock is trusted again: \(why)"
    }
}
