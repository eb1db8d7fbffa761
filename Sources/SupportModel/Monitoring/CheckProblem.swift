/// What is wrong with a check, with the figure or the text that cannot be.
package enum CheckProblem: Hashable, Sendable {
    case address(AddressProblem)
    case host(HostProblem)
    case port(Int)
    /// The range of statuses is not within 100 to 599.
    case statuses(lowest: Int, highest: Int)
    /// The lowest status is above the highest.
    case statusOrder(lowest: Int, highest: Int)
    /// The longest response time in milliseconds, which is less than 1.
    case responseTime(Int)
    case emptyText
    /// The text to look for has more than `Limits.lineBytesMax` bytes: how many.
    case longText(bytes: Int)
    case relativePath(String)
    /// The path has more than `Limits.pathBytesMax` bytes: how many.
    case longPath(bytes: Int)
    case controlCharacterInPath
    /// The least free room in percent, which is not 0 to 100.
    case freePercent(Int)
    /// The least available memory in percent, which is not 0 to 100.
    case availablePercent(Int)
    /// The highest load per processor in hundredths, which is not 1 to 1,000,000.
    case load(hundredths: Int)
}

/// What is wrong with the URL of a site.
package enum AddressProblem: Hashable, Sendable {
    /// It has more than `Limits.urlBytesMax` bytes: how many.
    case long(bytes: Int)
    /// It holds a space, a control character or a character beyond ASCII.
    case characters
    /// It does not begin with `http://` or `https://`.
    case scheme
    /// It holds a user or a password.
    case credentials
    /// Its port is not a number from 1 to 65535.
    case port(String)
    case host(HostProblem)
}

/// What is wrong with the name or the address of a host.
package enum HostProblem: Hashable, Sendable {
    case empty
    /// It has more than `Limits.hostBytesMax` bytes: how many.
    case long(bytes: Int)
    /// It is neither a name nor an address.
    case malformed(String)
}
