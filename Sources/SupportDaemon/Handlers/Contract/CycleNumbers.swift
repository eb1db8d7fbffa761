import SupportModel
import SupportWire

/// Cycles as callers count them.
enum CycleNumbers {
    /// The indexes of two cycles that a caller counts from 1; other numbers, or not two, are refused.
    static func indexes(_ numbers: [Int], of method: String) throws(WireError) -> [Int] {
        let known = 1...Limits.contractMonthsMax
        guard numbers.count == 2, numbers.allSatisfy(known.contains) else {
            throw .badParameters(
                method,
                "cycles: two numbers from 1 to \(known.upperBound) are wanted, such as [2,3]")
        }
        return numbers.map { $0 - 1 }
    }
}
