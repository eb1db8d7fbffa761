/// Ends the doubt about the wall clock: from then on cycles close by it again (R10).
package struct TrustClock: Command {
    /// Why the clock can be trusted.
    package enum Ground: String, Sendable, Codable, CaseIterable {
        /// An operator says that the time is right.
        case confirmed
        /// The clock was set back to where nothing is doubted.
        case setBack = "set-back"
        /// The time would be believed now: the host's clock has been synchronised since, or the
        /// configuration allows for more.
        case believed
    }

    /// Why it can be trusted.
    package var ground: Ground

    /// For one ground.
    package init(_ ground: Ground) { self.ground = ground }

    /// One `ClockTrusted`. Without a doubt an operator's confirmation is refused, and the desk's own
    /// grounds change nothing.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard state.clockDoubt != nil else {
            if ground == .confirmed { throw .clockNotInDoubt(now: context.now) }
            return []
        }
        return [Event(ClockTrusted(ground: ground))]
    }
}
