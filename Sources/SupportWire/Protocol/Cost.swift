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
