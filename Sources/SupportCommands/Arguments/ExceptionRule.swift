import ArgumentParser
import SupportModel

/// What goes with what where a booking asks for an exception.
enum ExceptionRule {
    /// Refuses a reason for nothing, and an exception without one; one reason serves for both.
    static func check(agreedBy: Name<Staff>?, late: Bool, reason: String?) throws {
        if reason == nil, agreedBy != nil || late {
            throw ValidationError(
                "\(late ? "--late" : "--agreed-by") goes with --reason; say why")
        }
        if reason != nil, agreedBy == nil, !late {
            throw ValidationError(
                "--reason goes with --agreed-by or --late; give one or leave it out")
        }
    }
}
