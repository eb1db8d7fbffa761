import Glibc

/// Signals by which an operator or a service manager controls a daemon.
package enum OperatorSignal: Sendable, CaseIterable {
    /// SIGTERM: stop.
    case terminate
    /// SIGINT: stop, from a terminal.
    case interrupt
    /// SIGHUP: read the configuration again.
    case hangUp

    fileprivate var number: CInt {
        switch self {
        case .terminate: SIGTERM
        case .interrupt: SIGINT
        case .hangUp: SIGHUP
        }
    }
}

/// Taking signals in without their ending the process.
package enum ProcessSignals {
    /// From now on each operator's signal is given to the closure, on a thread of its own, for as long
    /// as the process lives.
    ///
    /// To be called once, by the only thread there is: the signals are blocked in it and in all that
    /// it starts. A program that is started through `ChildProcess` has none blocked.
    package static func take(
        _ handle: @escaping @Sendable (OperatorSignal) -> Void
    ) throws(SystemFault) {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in OperatorSignal.allCases { sigaddset(&signals, signal.number) }
        let blocked = signals
        let answer = pthread_sigmask(SIG_BLOCK, &signals, nil)
        guard answer == 0 else {
            throw SystemFault(doing: "block", subject: "signals", errno: answer)
        }
        _ = try WorkerThread(name: "signals") {
            var awaited = blocked
            while true {
                var number: CInt = 0
                guard sigwait(&awaited, &number) == 0,
                    let signal = OperatorSignal.allCases.first(where: { $0.number == number })
                else { continue }
                handle(signal)
            }
        }
    }
}
