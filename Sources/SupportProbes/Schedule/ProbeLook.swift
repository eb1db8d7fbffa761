package import SupportModel

/// One look at one monitor, told apart from all other looks of this worker by its number.
package struct ProbeLook: Hashable, Sendable {
    /// Counted from 1 in the order of starting.
    package let number: UInt64
    /// What is looked at and how, as it stood when the look began.
    package let assignment: ProbeAssignment

    package init(number: UInt64, assignment: ProbeAssignment) {
        self.number = number
        self.assignment = assignment
    }
}
