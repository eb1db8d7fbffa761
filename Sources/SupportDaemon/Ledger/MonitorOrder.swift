package import SupportModel

/// What the worker has to be told about one monitor.
package enum MonitorOrder: Hashable, Sendable {
    /// Look at it as it now is, or no more when it is gone or paused.
    case refresh(Name<Monitor>)
    /// Look at it once, now.
    case look(Name<Monitor>)
}
