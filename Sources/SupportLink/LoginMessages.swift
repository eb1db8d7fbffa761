package import SupportModel

/// What a worker is asked to try: to log in somewhere, with a secret that only this worker can open.
package struct LoginOrder: Hashable, Sendable, Codable {
    /// Names the attempt on its connection; the report repeats it.
    package var number: Int
    /// Where to log in, without user and password.
    package var target: LoginTarget
    /// The password or private key, sealed for the worker.
    package var secret: SealedHandover

    package init(number: Int, target: LoginTarget, secret: SealedHandover) {
        (self.number, self.target, self.secret) = (number, target, secret)
    }
}

/// The result of an attempt to log in.
package struct LoginReport: Hashable, Sendable, Codable {
    /// The number of the order.
    package var number: Int
    package var result: LoginResult

    package init(number: Int, result: LoginResult) {
        (self.number, self.result) = (number, result)
    }
}
