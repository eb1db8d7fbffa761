/// Something that happened. Applying it is total: what could be refused was refused before.
///
/// Events are the language of the journal: their members are kept for ever. A change of meaning is a
/// new event type; a new member must be optional.
package protocol DeskEvent: Codable, Sendable, Hashable {
    /// `noun.past-tense`, in the journal and in `supportc log`; never reused.
    static var type: String { get }
    /// Changes the state by what happened.
    func apply(to state: inout State, _ stamp: Stamp)
    /// One line for people: `ticket 12 opened for acme: Search finds nothing`.
    var summary: String { get }
    /// The event as callers are told of it: itself, unless it holds what is for the desk alone.
    var told: any DeskEvent { get }
}

extension DeskEvent {
    /// Itself: most events hold nothing that a reader of the log may not see.
    package var told: any DeskEvent { self }
}
