extension Acting {
    /// The name that stands for the caller wherever a request names a member of staff.
    package static let me = "me"

    /// The member of staff that a request means: the caller where it says `me` or nobody.
    package func person(_ named: Name<Staff>?, _ field: Field) throws(Refusal) -> Name<Staff> {
        if let named, named.text != Self.me { return named }
        guard let staff else { throw .callerIsNobody(field) }
        return staff
    }
}

/// The rules on what depends on who makes a request.
extension Context {
    /// An agreement to an exception: by an account manager (R7) under the own name (R9, R11); an
    /// operator may name another.
    func agreed(_ agreement: Agreement, in state: State) throws(Refusal) -> Agreement {
        let manager = try agreer(agreement.by, in: state)
        return Agreement(by: manager, reason: try BoundedText.line(agreement.reason, .reason))
    }

    /// The account manager who agrees to an exception: the caller, unless an operator names another.
    func agreer(_ named: Name<Staff>?, in state: State) throws(Refusal) -> Name<Staff> {
        let manager = try acting.person(named, .agreedBy)
        _ = try state.manager(manager)
        let isOwn = manager == acting.staff && acting.may(.agree)
        guard isOwn || acting.may(.operate) else {
            throw .notPermitted(.agreementOf(manager))
        }
        return manager
    }

    /// Refuses to change the work of others without the permission.
    func expectOwn(_ entry: TimeEntry) throws(Refusal) {
        let isOwn =
            entry.staff.map { $0 == acting.staff } ?? (entry.bookedBy.identity == by.identity)
        guard isOwn || acting.may(.bookForOthers) else {
            throw .notPermitted(.entryOf(entry.number, entry.staff))
        }
    }
}

/// The member of staff who did the work of a booking.
package enum Performer: Hashable, Sendable {
    /// The caller; nobody, where the caller is not of the staff.
    case caller
    /// The one named, which takes a permission where it is not the caller.
    case named(Name<Staff>)
    /// Nobody is known, as of work that is imported.
    case unknown

    /// The member of staff; nil for none.
    func member(_ state: State, _ context: Context) throws(Refusal) -> Name<Staff>? {
        switch self {
        case .caller: return context.acting.staff
        case .unknown: return nil
        case .named(let name):
            let staff = try context.acting.person(name, .worker)
            _ = try state.member(staff)
            guard staff == context.acting.staff || context.acting.may(.bookForOthers) else {
                throw .notPermitted(.timeOf(staff))
            }
            return staff
        }
    }
}
