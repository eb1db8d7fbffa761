/// One thing that runs as long as the desk does.
protocol DeskService: Sendable {
    /// Ends a service; when it returns nothing of it runs any more.
    typealias Stop = @Sendable () async -> Void

    /// What it is called in the log.
    var name: String { get }
    /// Begins; when it returns the service works. What it gives back ends it again.
    func start(_ desk: Desk) async throws -> Stop
}
