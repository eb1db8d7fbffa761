package import SupportModel

/// What a method lists.
package protocol Listed: View {
    /// The member of the answer that holds the list, such as `clients`.
    static var plural: String { get }
}

/// The answer of a method that lists: one member, named after what is listed.
package struct Listing<Item: Listed>: View {
    /// What was asked for, in the order that the method states.
    package let items: [Item]

    package init(_ items: [Item]) {
        self.items = items
    }

    package init(from decoder: any Decoder) throws {
        items = try decoder.container(keyedBy: Key.self).decode([Item].self, forKey: Key())
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(items, forKey: Key())
    }

    /// The only member.
    private struct Key: CodingKey {
        let stringValue = Item.plural
        let intValue: Int? = nil

        init() {}

        init?(stringValue: String) {
            guard stringValue == Item.plural else { return nil }
        }

        init?(intValue: Int) { nil }
    }
}

/// The answer of a method that lists no more than a limit.
package typealias LimitedListing<Item: Listed> = Joined<Listing<Item>, Rest>

/// What a limit did to a list.
package struct Rest: View {
    /// True when the limit left something out.
    package var more: Bool
}

extension Joined where Second == Rest {
    /// A list, and whether the limit left something out.
    package init<Item: Listed>(_ items: [Item], more: Bool) where First == Listing<Item> {
        self.init(Listing(items), Rest(more: more))
    }
}

/// The answer of a method that removes something.
package struct Removed<Subject>: View {
    /// The name of what was removed, which stays in all that happened with it.
    package var removed: Name<Subject>

    package init(removed: Name<Subject>) {
        self.removed = removed
    }
}

/// Whether a change was only tried.
package struct Trial: View {
    /// True when nothing was changed.
    package var dryRun: Bool

    package init(dryRun: Bool) {
        self.dryRun = dryRun
    }
}
