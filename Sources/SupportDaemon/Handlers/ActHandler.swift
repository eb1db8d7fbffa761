import SupportWire

/// Does something besides reading or changing the state.
protocol ActHandler: Sendable {
    associatedtype Input: Request
    static func act(_ request: Input, on ledger: isolated Ledger) throws -> Outcome
}

extension ActHandler {
    /// The handler's row.
    static var route: Route {
        Route(
            Input.self,
            .act { envelope, ledger in
                try act(try envelope.decode(Input.self), on: ledger)
            })
    }
}
