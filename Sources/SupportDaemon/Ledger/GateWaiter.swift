/// Somebody who waits for the journal.
protocol GateWaiter: AnyObject {
    /// More is durable now; whoever still waits must say so again.
    func journalAdvanced()
}
