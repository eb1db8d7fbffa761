/// Seals with the key in use what another one sealed that is still at hand (R6).
///
/// One request does as much as a record takes; it is repeated until nothing is left.
package struct AccessReseal: Request {
    package static let method = "access.reseal"
    package static let access = Access.operate
    package static let cost = Cost.quick

    /// The request, which has no parameters.
    package init() {}

    /// What was done, and what is left to do.
    package struct Reply: Codable, Hashable, Sendable {
        /// How many secrets were sealed anew.
        package var resealed: Int
        /// How many more there are for the next request.
        package var left: Int
        /// The mark of the key in use.
        package var key: String
        /// Those that no key opens; empty when all is well.
        package var closed: [ClosedAccessView]

        package init(resealed: Int, left: Int, key: String, closed: [ClosedAccessView]) {
            self.resealed = resealed
            self.left = left
            self.key = key
            self.closed = closed
        }
    }
}
