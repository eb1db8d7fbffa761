/// A site check: fetch a page and judge the answer.
package struct HTTPCheck: Hashable, Sendable, Codable {
    /// An absolute `http://` or `https://` URL without user or password.
    package var url: String
    /// The lowest status that counts as up, 100 to 599. Default 200.
    package var statusLowest: Int
    /// The highest status that counts as up, the lowest to 599. Default 399.
    package var statusHighest: Int
    /// Text that the body must hold, byte for byte; nil: it may hold anything.
    package var textPresent: String?
    /// Text that the body must not hold, byte for byte; nil: it may hold anything.
    package var textAbsent: String?
    /// The longest the whole exchange may take, in milliseconds; nil: only the time-out counts.
    package var responseMillisecondsMax: Int?
    /// Whether redirects are followed (at most 10) before the status is judged.
    package var followsRedirects: Bool
    /// Whether redirects may lead to loopback and link-local addresses, which a site's owner could
    /// otherwise have the desk ask in their place; nil: only where the URL itself leads to one.
    package var followsLocalRedirects: Bool?

    package init(
        url: String, statusLowest: Int = 200, statusHighest: Int = 399,
        textPresent: String? = nil, textAbsent: String? = nil,
        responseMillisecondsMax: Int? = nil, followsRedirects: Bool = true,
        followsLocalRedirects: Bool? = nil
    ) {
        self.url = url
        self.statusLowest = statusLowest
        self.statusHighest = statusHighest
        self.textPresent = textPresent
        self.textAbsent = textAbsent
        self.responseMillisecondsMax = responseMillisecondsMax
        self.followsRedirects = followsRedirects
        self.followsLocalRedirects = followsLocalRedirects
    }
}
