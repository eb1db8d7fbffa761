/// One method of the protocol: its parameters are the type's members, in snake case.
package protocol Request: Codable, Sendable {
    /// What the method answers.
    associatedtype Reply: Codable & Sendable
    /// `noun.verb`.
    static var method: String { get }
    /// The right that the caller needs.
    static var access: Access { get }
    /// How much work an answer may take.
    static var cost: Cost { get }
    /// The longest line that may carry it, in bytes.
    static var lineBytesMax: Int { get }
}

extension Request {
    /// 64 KiB for a method that carries no long text.
    package static var lineBytesMax: Int { WireLimits.lineBytesMax }
    /// A change is decided at once; everything else says what it costs.
    package static var cost: Cost { .quick }
}
