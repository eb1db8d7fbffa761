extension Check {
    /// What is wrong with the check and what would be right, in one line; nil when it can be run.
    package func problem() -> String? {
        switch self {
        case .http(let check): check.problem()
        case .tcp(let check): check.problem()
        case .disk(let check): check.problem()
        case .memory(let check): check.problem()
        case .load(let check): check.problem()
        }
    }
}

extension HTTPCheck {
    /// What is wrong with the check and what would be right, in one line; nil when it can be run.
    package func problem() -> String? {
        if case .problem(let problem) = SiteAddress.read(url) { return problem }
        let statuses = 100...599
        guard statuses.contains(statusLowest), statuses.contains(statusHighest) else {
            return "the statuses \(statusLowest) to \(statusHighest) are not within 100 to 599"
        }
        guard statusLowest <= statusHighest else {
            return "the lowest status \(statusLowest) is above the highest, \(statusHighest)"
        }
        if let most = responseMillisecondsMax, most < 1 {
            return "the response time limit is \(most) ms; 1 or more is taken"
        }
        return textProblem(textPresent) ?? textProblem(textAbsent)
    }

    private func textProblem(_ text: String?) -> String? {
        guard let text else { return nil }
        guard !text.isEmpty else { return "the text to look for is empty; leave it out instead" }
        guard text.utf8.count <= Limits.lineBytesMax else {
            return "the text to look for has \(text.utf8.count) bytes; "
                + "at most \(Limits.lineBytesMax) are taken"
        }
        return nil
    }
}

extension TCPCheck {
    /// What is wrong with the check and what would be right, in one line; nil when it can be run.
    package func problem() -> String? {
        guard HostRule.ports.contains(port) else { return "the port \(port) is not 1 to 65535" }
        return HostRule.problem(host)
    }
}

extension DiskCheck {
    /// What is wrong with the check and what would be right, in one line; nil when it can be run.
    package func problem() -> String? {
        guard path.utf8.first == 47 else {
            return "the path \(path) is not absolute; begin it with /"
        }
        guard path.utf8.count <= Limits.pathBytesMax else {
            return "the path has \(path.utf8.count) bytes; at most \(Limits.pathBytesMax) are taken"
        }
        guard path.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) else {
            return "the path holds a control character"
        }
        return (0...100).contains(freePercentMin)
            ? nil : "the least free room, \(freePercentMin) percent, is not within 0 to 100"
    }
}

extension MemoryCheck {
    /// What is wrong with the check and what would be right, in one line; nil when it can be run.
    package func problem() -> String? {
        (0...100).contains(availablePercentMin)
            ? nil
            : "the least available memory, \(availablePercentMin) percent, is not within 0 to 100"
    }
}

extension LoadCheck {
    /// What is wrong with the check and what would be right, in one line; nil when it can be run.
    package func problem() -> String? {
        (1...1_000_000).contains(loadPerProcessorHundredthsMax)
            ? nil
            : "the highest load per processor, \(loadPerProcessorHundredthsMax) hundredths, "
                + "is not within 1 to 1000000"
    }
}
