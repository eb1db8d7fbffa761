/// What of an entry of the open cycle decides how it is covered: small enough to go through thousands
/// of them again and again.
struct CoveredWork {
    /// Whose work it is.
    var entry: Identifier<TimeEntry>
    /// Days from 1970-01-01 to the Monday of its week.
    var monday: Int
    /// What counts.
    var billed: Minutes
    /// Whether its service is one of the package (R2).
    var isIncluded: Bool
    /// Whether it draws however little room its week has (R9).
    var passesTheLimit: Bool
    /// What its service and its week let it draw; 0 until its turn.
    var allowance = Minutes.zero
}
