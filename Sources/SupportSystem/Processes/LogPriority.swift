/// How urgent a line for the operator is, by the numbers of syslog(3).
package enum LogPriority: Int, Sendable, CaseIterable {
    case critical = 2
    case error = 3
    case warning = 4
    case notice = 5
    case info = 6
    case debug = 7
}
