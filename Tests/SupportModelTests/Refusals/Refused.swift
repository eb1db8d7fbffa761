import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// The refusal of a command, after checking that the desk is as it was; a failure when it was done.
func refusal(
    _ command: some Command, on desk: DeskFixture, ifVersion: UInt64? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) -> Refusal? {
    var tried = desk
    do throws(Refusal) {
        try tried.perform(command, ifVersion: ifVersion)
        Issue.record("was not refused: \(command)", sourceLocation: sourceLocation)
        return nil
    } catch {
        #expect(tried.image == desk.image, "it changed the desk", sourceLocation: sourceLocation)
        #expect(tried.records.count == desk.records.count, sourceLocation: sourceLocation)
        return error
    }
}

/// The figures of a refusal of R8 or R9 in one line; the refusal's own words for any other.
func words(_ refusal: Refusal) -> String {
    switch refusal {
    case .weeklyLimit(let it):
        "\(it.week) has \(it.drawn) of \(it.limit), room \(it.room), asked \(it.asked), "
            + "next \(it.nextWeek?.description ?? "none")"
    case .extraRefused(let it): "refused: \(words(it))"
    case .extraMustBeNamed(let it): "to be named: \(words(it))"
    case .inUse: refusal.message
    default: "\(refusal)"
    }
}

extension Refusal {
    /// The error as the caller receives it.
    var message: String { WireError(self).message }

    /// What a caller may do about it.
    var hint: String { WireError(self).data.hint ?? "" }

    /// The message without the day or the contract that it begins with, and without its rule.
    var why: String {
        var text = message[...]
        switch self {
        case .dateOutside(let date, _): text = text.dropFirst("\(date) ".count)
        case .contractState(let number, _): text = text.dropFirst("contract \(number) ".count)
        case .grouping: text = text.dropLast(" (R11)".count)
        case .lateness(let date, _):
            text = text.dropFirst("\(date) ".count).dropLast(" (R10)".count)
        default: break
        }
        return String(text)
    }
}

private func words(_ figures: ExtraFigures) -> String {
    "\(figures.left) left"
        + (figures.room.map { ", of which the week takes \($0)" } ?? "")
        + ", \(figures.extra) extra"
        + (figures.serviceNotIncluded ? ", not included" : "")
}
