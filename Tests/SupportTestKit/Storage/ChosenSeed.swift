import Foundation

/// The seed of a test that draws from one generator only: `SUPPORTD_SEED_FIRST`, or another one in
/// every run of the tests. What such a test finds names it.
package struct ChosenSeed: Sendable, CustomStringConvertible {
    /// The seed.
    package let number: UInt64

    package init() {
        let asked = ProcessInfo.processInfo.environment["SUPPORTD_SEED_FIRST"]
        number = asked.flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999_999)
    }

    /// A generator that gives the same numbers for the same seed.
    package var random: SeededRandom { SeededRandom(seed: number) }

    package var description: String { "SUPPORTD_SEED_FIRST=\(number)" }
}
