import CCurl
import SupportSystem

/// All network probes in flight, driven by libcurl's multi interface on the caller's thread.
///
/// The owner waits on `poll`, passes each event to `proceed`, and calls `proceed` again at
/// `timerDue`.
final class TransferSet {
    private let multi: UnsafeMutableRawPointer
    private let poll: EventPoll
    private let agent: String
    private let nearness: (NetworkAddress) -> String?
    private var running: [UInt64: Transfer] = [:]
    private var idle: [Transfer] = []

    /// When libcurl must be called without an event, in milliseconds on the boot clock; nil for
    /// never.
    private(set) var timerDue: Int64?

    init(
        poll: EventPoll, agent: String, nearness: @escaping (NetworkAddress) -> String?
    ) throws(EngineFault) {
        let doing = "starting libcurl"
        guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let multi = curl_multi_init()
        else { throw EngineFault(doing: doing, cause: "it cannot be initialised") }
        self.multi = multi
        self.poll = poll
        self.agent = agent
        self.nearness = nearness
        let context = Unmanaged.passUnretained(self).toOpaque()
        guard support_on_socket(multi, reportSocket, context) == CURLM_OK,
            support_on_timer(multi, reportTimer, context) == CURLM_OK
        else { throw EngineFault(doing: doing, cause: "it refuses the callbacks") }
    }

    deinit {
        for transfer in running.values { curl_multi_remove_handle(multi, transfer.easy) }
        running = [:]
        idle = []
        curl_multi_cleanup(multi)
    }

    /// How many probes are in flight.
    var count: Int { running.count }

    /// Starts a probe; returns its result when it could not start.
    func start(_ probe: Probe) -> FinishedProbe? {
        guard let transfer = idle.popLast() ?? Transfer(agent: agent, nearness: nearness)
        else {
            return unstarted(probe, "no memory for libcurl")
        }
        guard transfer.prepare(probe) else { return unstarted(probe, "libcurl refuses an option") }
        let code = curl_multi_add_handle(multi, transfer.easy)
        guard code == CURLM_OK else {
            return unstarted(probe, String(cString: curl_multi_strerror(code)))
        }
        running[probe.number] = transfer
        return nil
    }

    /// Cancels a probe; `takeFinished` does not return it.
    func cancel(_ probe: UInt64) {
        guard let transfer = running.removeValue(forKey: probe) else { return }
        rest(transfer)
    }

    /// Passes an event of a descriptor to libcurl.
    func proceed(_ event: EventPoll.Event) {
        let flags =
            (event.canRead ? CURL_CSELECT_IN : 0) | (event.canWrite ? CURL_CSELECT_OUT : 0)
            | (event.isBroken ? CURL_CSELECT_ERR : 0)
        var unused: CInt = 0
        curl_multi_socket_action(multi, event.descriptor, flags, &unused)
    }

    /// Lets libcurl run what was due at `timerDue`.
    func proceed(now: Int64) {
        guard let timerDue, timerDue <= now else { return }
        self.timerDue = nil
        var unused: CInt = 0
        curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &unused)
    }

    /// Takes the probes that have ended since the last call.
    func takeFinished() -> [FinishedProbe] {
        var finished: [FinishedProbe] = []
        var left: CInt = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
                let transfer = Transfer.of(easy)
            else { continue }
            // Removing the handle frees the message, so its code is read first.
            let code = support_message_result(message)
            if let end = transfer.finish(code) {
                running[end.probe.number] = nil
                finished.append(end)
            }
            rest(transfer)
        }
        return finished
    }

    private func rest(_ transfer: Transfer) {
        curl_multi_remove_handle(multi, transfer.easy)
        transfer.release()
        if idle.count < ProbeLimits.idleTransfersMax { idle.append(transfer) }
    }

    private func unstarted(_ probe: Probe, _ cause: String) -> FinishedProbe {
        FinishedProbe(probe: probe, verdict: Verdict(.unknown, "could not probe: \(cause)"))
    }

    fileprivate func socketChanged(_ descriptor: CInt, _ what: CInt) {
        switch what {
        case CURL_POLL_REMOVE: poll.forget(descriptor)
        default:
            poll.watch(
                descriptor, reading: what & CURL_POLL_IN != 0, writing: what & CURL_POLL_OUT != 0)
        }
    }

    fileprivate func timerChanged(_ milliseconds: Int) {
        timerDue = milliseconds < 0 ? nil : BootClock.milliseconds + Int64(milliseconds)
    }
}

private func reportSocket(
    _ easy: UnsafeMutableRawPointer?, _ descriptor: CInt, _ what: CInt,
    _ context: UnsafeMutableRawPointer?, _ unused: UnsafeMutableRawPointer?
) -> CInt {
    guard let context else { return 0 }
    Unmanaged<TransferSet>.fromOpaque(context).takeUnretainedValue()
        .socketChanged(descriptor, what)
    return 0
}

private func reportTimer(
    _ multi: UnsafeMutableRawPointer?, _ milliseconds: Int, _ context: UnsafeMutableRawPointer?
) -> CInt {
    guard let context else { return 0 }
    Unmanaged<TransferSet>.fromOpaque(context).takeUnretainedValue().timerChanged(milliseconds)
    return 0
}
