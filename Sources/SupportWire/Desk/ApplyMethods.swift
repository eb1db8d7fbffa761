package import SupportModel

/// Makes the desk what a file says it should be, all of it or nothing, and lists everything that the
/// file describes: staff, clients, contracts, each in its order.
package struct DeskApply: Request {
    package static let method = Method<Reply>.write("desk.apply", for: .operate, carries: .file)

    /// What the caller calls the file, for mistakes to name it; 1 to
    /// `WireLimits.appliedNameBytesMax` bytes.
    package var file: String
    /// The TOML, at most `WireLimits.appliedTextBytesMax` bytes.
    package var text: String

    package init(file: String, text: String) {
        (self.file, self.text) = (file, text)
    }

    package typealias Reply = Joined<Listing<AppliedChangeView>, Trial>
}

/// What became of one thing that an applied file describes.
package struct AppliedChangeView: Listed {
    package static let plural = "changes"

    /// What kind of thing it is.
    package var kind: AppliedChange.Kind
    /// Its name; of a contract, its number.
    package var name: String
    /// Whose contract it is; missing for anything else.
    package var client: Name<Client>?
    /// What the contract is about; missing where it names no project.
    package var project: String?
    /// Whether it is new, has changed, or was so already.
    package var what: AppliedChange.Outcome
    /// What differs; for a new thing, all that it has.
    package var details: [FieldDifference]
    /// What an upgrade granted at once, in minutes.
    package var granted: Minutes?
    /// The day from which a downgrade holds.
    package var holdsFrom: CivilDate?
    /// True for a contract that was left alone because it has ended; missing otherwise.
    package var ended: Bool?
    /// The client's other contracts that hold for the same project at the same time, where this one
    /// was added or changed; missing for none.
    package var beside: [Identifier<Contract>]?
    /// The cycles of a new contract that are over already, and close at once with a final statement
    /// each; missing for none.
    package var closing: [ClosingView]?

    /// What callers see of a change.
    package init(_ change: AppliedChange) {
        kind = change.kind
        name = change.name
        client = change.client
        project = change.project
        what = change.outcome
        details = change.details
        granted = change.granted
        holdsFrom = change.holdsFrom
        ended = change.hasEnded ? true : nil
        beside = change.beside.isEmpty ? nil : change.beside
    }
}
