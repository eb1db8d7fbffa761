/// How far an answer is that another thread makes for a connection.
enum RunningErrand {
    /// There is none.
    case none
    /// It waits for its turn.
    case waiting(ReadingLanes.Lane, begin: () -> Void)
    /// It has its turn and waits for the journal.
    case begun(ReadingLanes.Lane)
    /// A thread is at it.
    case running

    /// True when there is none.
    var isNone: Bool { if case .none = self { true } else { false } }
}
