package import SupportModel

/// Follows an answer's body as it comes: counts it, searches it, keeps none of it.
package struct BodyScan: Hashable, Sendable {
    private var present: StreamingSearch?
    private var absent: StreamingSearch?

    /// How many bytes were searched.
    package private(set) var bytes = 0
    /// Whether the body was longer than what is read of one.
    package private(set) var isCut = false

    /// A scan for the texts of a check.
    package init(_ check: HTTPCheck) {
        present = check.textPresent.map(StreamingSearch.init)
        absent = check.textAbsent.map(StreamingSearch.init)
    }

    /// Takes the next piece; false when no more is wanted.
    package mutating func take(_ piece: UnsafeRawBufferPointer) -> Bool {
        let room = ProbeLimits.bodyBytesMax - bytes
        let wanted = UnsafeRawBufferPointer(rebasing: piece.prefix(room))
        present?.take(wanted)
        absent?.take(wanted)
        bytes += wanted.count
        isCut = isCut || piece.count > room
        return !isCut
    }

    /// Whether the text that must be there has been missing so far.
    package var lacksPresent: Bool { present?.isFound == false }
    /// Whether the text that must not be there has been found.
    package var holdsAbsent: Bool { absent?.isFound == true }
}
