package import SupportModel

/// The words for a value of a monitor that cannot be, with its name.
extension MonitorRule {
    var words: RefusalText {
        switch self {
        case .timing(let fault): RefusalText("the timing cannot be", hint: fault.words)
        case .check(let type, let problem):
            RefusalText("the \(type) check cannot be done", hint: problem.words)
        }
    }
}

extension TimingFault {
    fileprivate var words: String {
        switch self {
        case .interval: "the interval must be from 1s to 24h"
        case .retry: "the retry must be from 1s to the interval"
        case .timeout: "the time-out must be from 100ms to 5m"
        case .streak: "the failures and successes to believe must be from 1 to 100"
        }
    }
}

extension CheckProblem {
    /// What is wrong with the check and what is accepted, in one line.
    package var words: String {
        switch self {
        case .address(let problem): problem.words
        case .host(let problem): problem.words
        case .port(let port): "the port \(port) is not 1 to 65535"
        case .statuses(let lowest, let highest):
            "the statuses \(lowest) to \(highest) are not within 100 to 599"
        case .statusOrder(let lowest, let highest):
            "the lowest status \(lowest) is above the highest, \(highest)"
        case .responseTime(let most): "the response time limit is \(most) ms; 1 or more is taken"
        case .emptyText: "the text to look for is empty; leave it out instead"
        case .longText(let bytes): Self.long("the text to look for", bytes, Limits.lineBytesMax)
        case .relativePath(let path): "the path \(path) is not absolute; begin it with /"
        case .longPath(let bytes): Self.long("the path", bytes, Limits.pathBytesMax)
        case .controlCharacterInPath: "the path holds a control character"
        case .freePercent(let least):
            "the least free room, \(least) percent, is not within 0 to 100"
        case .availablePercent(let least):
            "the least available memory, \(least) percent, is not within 0 to 100"
        case .load(let hundredths):
            "the highest load per processor, \(hundredths) hundredths, is not within 1 to 1000000"
        }
    }

    fileprivate static func long(_ what: String, _ bytes: Int, _ bytesMax: Int) -> String {
        "\(what) has \(bytes) bytes; at most \(bytesMax) are taken"
    }
}

extension AddressProblem {
    fileprivate var words: String {
        switch self {
        case .long(let bytes): CheckProblem.long("the URL", bytes, Limits.urlBytesMax)
        case .characters:
            "the URL holds a space, a control character or a character beyond ASCII; "
                + "write those in percent form (%20) and a host in its xn-- form"
        case .scheme: "the URL must begin with http:// or https://"
        case .credentials: "the URL holds a user or a password; leave out what is before the @"
        case .port(let port): "the port \(port) of the URL is not a number from 1 to 65535"
        case .host(let problem): problem.words
        }
    }
}

extension HostProblem {
    fileprivate var words: String {
        switch self {
        case .empty: "the host is empty; name one, such as shop.example.com"
        case .long(let bytes): CheckProblem.long("the host", bytes, Limits.hostBytesMax)
        case .malformed(let host):
            "the host \(host) is neither a name (letters, digits, . - _; others in their "
                + "xn-- form) nor an IPv4 or IPv6 address without brackets"
        }
    }
}
