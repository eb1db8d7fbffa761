package import SupportModel

/// One request of the protocol: its parameters are the type's members, in snake case.
package protocol Request<Reply>: Codable, Sendable {
    /// What the method answers.
    associatedtype Reply: View
    /// The method that the request calls.
    static var method: Method<Reply> { get }
}

/// What every object of an answer can do.
package typealias View = Codable & Hashable & Sendable

/// A method of the protocol: its name, who may call it, what a call costs, and what it answers.
package struct Method<Reply: View>: Sendable {
    /// `noun.verb`.
    package let name: String
    /// What the caller must be permitted to do; nil: anybody who can connect may call it.
    package let permission: Permission?
    /// How much work an answer may take.
    package let cost: Cost
    /// Whether it changes the desk, and so takes `MutationOptions` beside its own parameters.
    package let isMutation: Bool
    /// Whether it takes a key and a version too, as all changes do but those of the desk itself.
    package let takesKey: Bool
    /// How long the text is that a request carries.
    package let content: Content

    /// A method that only reads the desk.
    package static func read(
        _ name: String, _ cost: Cost, for permission: Permission? = .read
    ) -> Method {
        Method(
            name: name, permission: permission, cost: cost, isMutation: false, takesKey: false,
            content: .usual)
    }

    /// A method that changes the desk; a change is decided at once, but for one that carries a file.
    package static func write(
        _ name: String, for permission: Permission, carries content: Content = .usual
    ) -> Method {
        let cost = content == .file ? Cost.long : .quick
        return Method(
            name: name, permission: permission, cost: cost, isMutation: true, takesKey: true,
            content: content)
    }

    /// A method that takes a part of a file, of which nobody hears before a change names the file.
    package static func upload(
        _ name: String, for permission: Permission, _ cost: Cost
    ) -> Method {
        Method(
            name: name, permission: permission, cost: cost, isMutation: false, takesKey: false,
            content: .longText)
    }

    /// A method that only the operator may call; some change the desk.
    package static func operate(_ name: String, _ cost: Cost, isMutation: Bool = false) -> Method {
        Method(
            name: name, permission: .operate, cost: cost, isMutation: isMutation, takesKey: false,
            content: .usual)
    }

    /// The longest line that may carry a request, in bytes.
    package var lineBytesMax: Int {
        switch content {
        case .usual: WireLimits.lineBytesMax
        case .longText: WireLimits.longLineBytesMax
        case .file: WireLimits.fileLineBytesMax
        }
    }
}

/// How long the text is that a request carries, which bounds its line.
package enum Content: Sendable {
    /// Names, numbers and single lines: 64 KiB.
    case usual
    /// A note or a body, which may take the greater part of a line: 1 MiB.
    case longText
    /// A whole file on one line: 4 MiB.
    case file
}

/// How much work an answer may take, which says who waits for whom.
package enum Cost: Sendable {
    /// Little, whatever the desk holds: answered at once.
    case quick
    /// Grows with clients, contracts and monitors and not with tickets: answered at once while
    /// there are few of them, like `long` otherwise.
    case counted
    /// Grows with tickets, entries or records: answered beside everything else, one at a time for
    /// each user.
    case long
    /// Reads the whole journal or writes the whole state: like `long`, and one at a time in all.
    case whole
}
