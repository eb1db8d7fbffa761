import SupportModel
import SupportWire

/// What a booking asks beyond the rule, with the one reason that serves for all of it.
struct BookingException {
    /// The manager who lifts the weekly limit (R9).
    let agreement: Agreement?
    /// Why it comes after its cycle has closed (R10).
    let late: LateMark?

    /// Takes a request's members together; one that lacks its counterpart is an error.
    init(
        _ method: String, agreedBy: Name<Staff>?, late: Bool?, reason: String?
    ) throws(WireError) {
        let isLate = late ?? false
        guard let reason else {
            guard agreedBy == nil, !isLate else {
                throw .badParameters(
                    method, "\(isLate ? "late" : "agreed_by") goes with a reason")
            }
            agreement = nil
            self.late = nil
            return
        }
        guard agreedBy != nil || isLate else {
            throw .badParameters(method, "reason goes with agreed_by or late")
        }
        agreement = agreedBy.map { Agreement(by: $0, reason: reason) }
        self.late = isLate ? LateMark(reason: reason) : nil
    }
}
