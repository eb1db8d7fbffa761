import CSystemd

/// The service manager that started this process, if one did.
///
/// Everything here reads the environment that the manager set, and does nothing without it, so that
/// the daemon runs the same way from a terminal.
package enum Supervisor {
    /// Sends notices to the manager, in one datagram.
    ///
    /// - Returns: false when `NOTIFY_SOCKET` is not set, so that nothing was sent.
    /// - Throws: `SupervisorFault` when the manager's socket could not be reached.
    @discardableResult
    package static func notify(_ notices: ServiceNotice...) throws(SupervisorFault) -> Bool {
        try notify(notices)
    }

    /// The same with a list.
    @discardableResult
    package static func notify(_ notices: [ServiceNotice]) throws(SupervisorFault) -> Bool {
        let text = notices.map(\.text).joined(separator: "\n")
        return try check(sd_notify(0, text), "notify the service manager through NOTIFY_SOCKET") > 0
    }

    /// How long the manager waits for `.alive` before it ends the process; nil without a watchdog.
    ///
    /// - Throws: `SupervisorFault` when `WATCHDOG_USEC` or `WATCHDOG_PID` is not a number.
    package static func watchdogInterval() throws(SupervisorFault) -> Duration? {
        var microseconds: UInt64 = 0
        let state = sd_watchdog_enabled(0, &microseconds)
        guard try check(state, "read the watchdog interval from WATCHDOG_USEC") > 0 else {
            return nil
        }
        return .microseconds(Int64(clamping: microseconds))
    }

    /// Takes the listening sockets that the manager opened for this process, in the order of its
    /// unit.
    ///
    /// Removes the variables from the environment, so that no child process takes the sockets for
    /// its own; to be called once, before any thread is started. The descriptors are closed on exec
    /// and belong to the caller.
    ///
    /// - Throws: `SupervisorFault` when `LISTEN_FDS` or `LISTEN_PID` is not a number.
    package static func takeListeningDescriptors() throws(SupervisorFault) -> [ListeningDescriptor]
    {
        // Read before the variables are removed.
        let names = String(cString: supportd_listening_names())
            .split(separator: ":", omittingEmptySubsequences: false)
        let count = try check(sd_listen_fds(1), "take the sockets that LISTEN_FDS announces")
        return (0..<count).map { index in
            ListeningDescriptor(
                name: index < names.count ? String(names[Int(index)]) : "",
                number: SD_LISTEN_FDS_START + index)
        }
    }

    private static func check(
        _ result: CInt, _ doing: String
    ) throws(SupervisorFault) -> CInt {
        guard result >= 0 else { throw SupervisorFault(doing: doing, errno: 0 - result) }
        return result
    }
}

/// A socket that the manager opened for this process.
package struct ListeningDescriptor: Hashable, Sendable {
    /// Its name: `FileDescriptorName=` of its unit, or else the name of the unit; empty for none.
    package let name: String
    /// The descriptor.
    package let number: CInt

    package init(name: String, number: CInt) {
        (self.name, self.number) = (name, number)
    }

    /// Whether it is a Unix stream socket that listens.
    package var listens: Bool { supportd_listens(number) == 1 }
}

/// A failure to notify the service manager or to read what it set.
package struct SupervisorFault: Error, Hashable, CustomStringConvertible {
    /// What was being done, with the variable of the environment that it depends on.
    package let doing: String
    /// The system's error number, above 0.
    package let errno: CInt

    package var description: String { "cannot \(doing): error number \(errno)" }
}
