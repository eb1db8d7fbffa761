import ArgumentParser
import SupportModel

/// A kind of thing that the desk keeps and a shell can offer the names or numbers of.
enum Offer: String, CaseIterable, Sendable {
    case client, ticket, staff, package, service, level, monitor, contract, notice, route, mail
}

/// A thing that arguments name, with what a shell offers for one: a line for each.
protocol OfferedThing { static var offer: Offer { get } }

extension Client: OfferedThing { static let offer = Offer.client }
extension Ticket: OfferedThing { static let offer = Offer.ticket }
extension Staff: OfferedThing { static let offer = Offer.staff }
extension PackageOffer: OfferedThing { static let offer = Offer.package }
extension Service: OfferedThing { static let offer = Offer.service }
extension Monitor: OfferedThing { static let offer = Offer.monitor }
extension Contract: OfferedThing { static let offer = Offer.contract }
extension Notice: OfferedThing { static let offer = Offer.notice }
extension NoticeRoute: OfferedThing { static let offer = Offer.route }
extension HeldMail: OfferedThing { static let offer = Offer.mail }

/// A value that names such a thing, so that the type of an argument says what completes it.
protocol Offered { static var offer: Offer { get } }

extension Name: Offered where Subject: OfferedThing { static var offer: Offer { Subject.offer } }
extension Identifier: Offered where Subject: OfferedThing {
    static var offer: Offer { Subject.offer }
}
extension ContractReference: Offered { static let offer = Offer.contract }
extension Level: Offered { static let offer = Offer.level }

extension Offer {
    /// How the parser carries it. Its own scripts would run the text as a command of the shell;
    /// they are never printed, `CompletionScript` is.
    var completion: CompletionKind { .shellCommand(rawValue) }
}

// These take the place of the initializers that any value has.
extension Argument {
    /// An argument that must name a thing of the desk's.
    init(
        help: ArgumentHelp, transform: @escaping @Sendable (String) throws -> Value
    ) where Value: Offered {
        self.init(help: help, completion: Value.offer.completion, transform: transform)
    }

    /// An argument that may name a thing of the desk's.
    init<Given: Offered>(
        help: ArgumentHelp, transform: @escaping @Sendable (String) throws -> Given
    ) where Value == Given? {
        self.init(help: help, completion: Given.offer.completion, transform: transform)
    }

    /// An argument that names a thing which the desk does not have yet.
    init(
        new help: ArgumentHelp, transform: @escaping @Sendable (String) throws -> Value
    ) {
        self.init(help: help, completion: .list([]), transform: transform)
    }
}

// What is named most is an argument by its type alone.
extension Argument {
    /// A client.
    init() where Value == Name<Client> {
        self.init(help: "The client.", transform: Reading.name)
    }

    /// A member of staff.
    init() where Value == Name<Staff> {
        self.init(help: "The person.", transform: Reading.name)
    }

    /// A monitor.
    init() where Value == Name<Monitor> {
        self.init(help: "The monitor.", transform: Reading.name)
    }

    /// A ticket.
    init() where Value == Identifier<Ticket> {
        self.init(help: "The ticket.", transform: Reading.number)
    }

    /// A notice.
    init() where Value == Identifier<Notice> {
        self.init(help: "The notice.", transform: Reading.number)
    }

    /// A time entry.
    init() where Value == Identifier<TimeEntry> {
        self.init(help: "The entry.", transform: Reading.number)
    }

    /// A contract, which its client may stand for.
    init() where Value == ContractReference {
        self.init(
            help: "The contract, or the client that has just one.", transform: Reading.contract)
    }
}

extension Option {
    /// An option that must name a thing of the desk's.
    init(
        _ help: String, value: String, _ read: @escaping @Sendable (String) throws -> Value
    ) where Value: Offered {
        self.init(
            help: ArgumentHelp(help, valueName: value), completion: Value.offer.completion,
            transform: read)
    }

    /// An option that may name a thing of the desk's.
    init<Given: Offered>(
        _ help: String, value: String, _ read: @escaping @Sendable (String) throws -> Given
    ) where Value == Given? {
        self.init(
            help: ArgumentHelp(help, valueName: value), completion: Given.offer.completion,
            transform: read)
    }

    /// An option that may be repeated, each time with a thing of the desk's.
    init<Given: Offered>(
        wrappedValue: [Given], _ help: String, value: String,
        each read: @escaping @Sendable (String) throws -> Given
    ) where Value == [Given] {
        self.init(
            wrappedValue: wrappedValue, help: ArgumentHelp(help, valueName: value),
            completion: Given.offer.completion, transform: read)
    }
}
