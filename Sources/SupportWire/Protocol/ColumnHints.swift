import SupportModel

/// How a request can say what it asks for, so that a hint names what its writer has.
enum AskingForm {
    /// The options of a command.
    case options
    /// The columns of a file that is imported.
    case columns

    /// How extra hours are named (R8).
    var extra: String { self == .options ? "--extra" : "yes in the column extra" }
    /// How a manager's agreement is given (R9).
    var agreement: String {
        self == .options ? "--agreed-by, --reason" : "the columns agreed_by and reason"
    }
}

extension Refusal {
    /// What the writer of an imported row can do, where the hint for everybody else names options of a
    /// command; nil where that hint fits a row too.
    var hintInColumns: String? {
        switch self {
        case .weeklyLimit(let figures): WireError.ways(figures, .columns)
        case .extraMustBeNamed(let figures): WireError.namingExtra(figures, .columns)
        case .longEntry: "write what was worked, or yes in the column long"
        case .cycleClosed: Self.late("cycle")
        case .monthClosed: Self.late("month")
        case .lateness: "leave the column late empty"
        case .contractAmbiguous(let client, let active, let inactive, use: .newTicket):
            ticketHint(client, active.isEmpty ? inactive : active, isActive: !active.isEmpty)
        case .contractNotActive(let number, let standing, _, _, use: .newTicket):
            (standing == .suspended ? "supportc contract resume \(number), or " : "")
                + "write yes in the column on_demand, or another contract in the column contract"
        default: nil
        }
    }

    private static func late(_ period: String) -> String {
        "yes in the column late and why in the column reason make it an adjustment on the open "
            + "\(period)'s statement"
    }

    private func ticketHint(
        _ client: Name<Client>, _ numbers: [Identifier<Contract>], isActive: Bool
    ) -> String {
        guard isActive else {
            return "write yes in the column on_demand, or sign a contract: "
                + "supportc contract sign \(client)"
        }
        let list = numbers.map(\.description).joined(separator: ", ")
        return "write one in the column contract: \(list)"
    }
}
