import SupportModel
import SupportTestKit
import Testing

/// One open ticket per monitor, opened in the same record as the change of state.
struct OutageTests {
    @Test func downOpensOneTicketInTheSameRecord() throws {
        var desk = try WatchedDesk()
        try desk.probe("ok bad bad bad bad bad")
        #expect(desk.opened == [2])
        let ticket = try #require(desk.fixture.state.tickets[2])
        #expect(ticket.level == .emergency)
        #expect(ticket.client == "acme")
        #expect(ticket.contract == 1)
        #expect(ticket.service == "monitoring")
        #expect(ticket.subject == "shop is down")
        #expect(ticket.openedBy == .desk)
        #expect(desk.monitor?.ticket == 2)
        let record = try #require(desk.fixture.records.last)
        #expect(
            record.events.map { type(of: $0.body).type }
                == ["monitor.state-changed", "ticket.opened"])
    }

    @Test("a ticket says what failed, how often, since when, and the last good probe")
    func report() throws {
        var desk = try WatchedDesk()
        try desk.probe("ok bad bad bad")
        #expect(
            desk.fixture.state.tickets[2]?.body == """
                the probe was a failure

                failed: 3 probes in a row, from 2026-10-05 09:02:00 UTC on, 2m in all
                check: https://shop.example.com/, status 200-399
                last good probe: 2026-10-05 09:01:00 UTC, the probe was a success (total 24.6 ms)
                failures:
                  2026-10-05 09:02:00 UTC, the probe was a failure (connect 7.2 ms, total 19.1 ms)
                  2026-10-05 09:03:00 UTC, the probe was a failure (connect 7.2 ms, total 19.1 ms)
                  2026-10-05 09:04:00 UTC, the probe was a failure (connect 7.2 ms, total 19.1 ms)
                """)
    }

    @Test("what the desk has not seen, and more failures than are listed, are told")
    func shortReport() throws {
        var desk = try WatchedDesk(believed: 1)
        try desk.probe("bad")
        let body = try #require(desk.fixture.state.tickets[2]?.body)
        #expect(body.contains("\nfailed: 1 probe, from 2026-10-05 09:01:00 UTC on\n"))
        #expect(
            body.contains(
                "\nlast good probe: none since the desk started or the monitor was changed\n"))
        for (believed, listed) in [
            (Limits.reportedFailuresMax, Limits.reportedFailuresMax),
            (Limits.reportedFailuresMax + 1, Limits.reportedFailuresMax),
        ] {
            var desk = try WatchedDesk(believed: believed)
            try desk.probe("ok " + Array(repeating: "bad", count: believed).joined(separator: " "))
            let body = try #require(desk.fixture.state.tickets[2]?.body)
            #expect(body.contains("failed: \(believed) probes in a row"))
            #expect(body.split(separator: "\n").count { $0.hasPrefix("  ") } == listed)
            #expect(body.contains("the last \(listed) failures:") == (listed < believed))
        }
    }

    @Test("a gap begins the count of a ticket's failures anew and keeps the last good probe")
    func reportAfterAGap() throws {
        var desk = try WatchedDesk()
        try desk.probe("ok bad bad")
        try desk.interrupt()
        try desk.probe("bad bad bad")
        let body = try #require(desk.fixture.state.tickets[2]?.body)
        #expect(body.contains("failed: 3 probes in a row, from 2026-10-05 09:04:00 UTC on"))
        #expect(body.contains("last good probe: 2026-10-05 09:01:00 UTC"))
        #expect(!body.contains("09:03:00"))
    }

    @Test("the note of another outage says the same on the ticket that is still open")
    func reportOfAnotherOutage() throws {
        var desk = try WatchedDesk()
        try desk.probe("bad bad bad")
        try desk.fixture.perform(AssignTicket(ticket: 2, to: "emil"))
        try desk.probe("ok ok bad bad bad")
        let note = try #require(desk.fixture.state.tickets[2]?.remarks.last?.text)
        #expect(note.hasPrefix("down again: the probe was a failure\n\nfailed: 3 probes in a row"))
        #expect(note.contains("last good probe: 2026-10-05 09:05:00 UTC"))
    }

    @Test func aMonitorCanNameAnotherLevel() throws {
        var desk = try WatchedDesk(level: .highPriority)
        try desk.probe("bad bad bad")
        #expect(desk.fixture.state.tickets[2]?.level == .highPriority)
    }

    @Test func aResourceOpensLevelTwoAndWorksWithoutAContract() throws {
        var desk = try WatchedDesk().fixture
        try desk.perform(AddClient(client: "boot", name: "Boot Ltd"))
        try desk.perform(
            AddMonitor(monitor: "disk", client: "boot", check: .disk(DiskCheck(path: "/"))))
        try desk.perform(ChangeMonitorState(monitor: "disk", to: .down, detail: "91 % used"))
        let ticket = try #require(desk.state.tickets[2])
        #expect(ticket.level == .partialOutage)
        #expect(ticket.contract == nil)
    }

    @Test func anUntouchedTicketResolvesItselfWithTheOutagesLength() throws {
        var desk = try WatchedDesk()
        try desk.probe("bad bad bad bad bad ok ok")
        let ticket = try #require(desk.fixture.state.tickets[2])
        #expect(ticket.state == .resolved)
        // Down from the third probe to the second success: four minutes.
        #expect(
            ticket.remarks.map(\.text) == ["resolved: up again after 4m: the probe was a success"])
        #expect(desk.monitor?.ticket == nil)
        #expect(desk.monitor?.downSince == nil)
    }

    @Test func aTicketThatSomebodyTouchedIsLeftToThemWithANote() throws {
        var desk = try WatchedDesk()
        try desk.probe("bad bad bad")
        try desk.fixture.perform(AssignTicket(ticket: 2, to: "emil"))
        try desk.probe("ok ok")
        let ticket = try #require(desk.fixture.state.tickets[2])
        #expect(ticket.state == .active)
        #expect(ticket.remarks.last?.text == "up again after 2m: the probe was a success")
        #expect(desk.monitor?.ticket == 2, "it is still the monitor's one open ticket")
        try desk.probe("bad bad bad")
        #expect(desk.opened == [2])
        let noted = desk.fixture.state.tickets[2]?.remarks.last?.text
        #expect(noted?.hasPrefix("down again: ") == true, "nobody resolves it unaware")
        try desk.fixture.perform(ResolveTicket(ticket: 2))
        #expect(desk.monitor?.ticket == nil)
    }

    @Test func anotherCheckIsAnotherOutage() throws {
        var desk = try WatchedDesk()
        try desk.probe("bad bad bad")
        try desk.fixture.perform(ResolveTicket(ticket: 2))
        let name = try #require(desk.monitor?.name)
        try desk.fixture.perform(
            ChangeMonitor(
                monitor: name, check: .tcp(TCPCheck(host: "other.example", port: 443)),
                timing: nil, level: nil))
        desk.tracker.forget(name)
        #expect(desk.monitor?.state == .unknown)
        #expect(desk.monitor?.downSince == nil)
        try desk.probe("bad bad bad")
        #expect(desk.opened == [2, 3])
    }

    @Test func flipFlopNeverOpensTwice() throws {
        var desk = try WatchedDesk()
        try desk.probe("bad bad bad ok bad ok bad bad ok bad bad bad bad ok bad")
        #expect(desk.opened == [2])
        #expect(desk.monitor?.state == .down)
        try desk.probe("ok ok bad bad bad")
        #expect(desk.opened == [2, 3], "it was up between: another outage")
    }

    @Test func aRestartInAnOutageKeepsTheOneTicket() throws {
        var desk = try WatchedDesk()
        try desk.probe("bad bad bad")
        let since = desk.monitor?.downSince
        try desk.restart()
        #expect(desk.monitor?.state == .unknown)
        #expect(desk.monitor?.downSince == since)
        #expect(try desk.probe("bad bad bad") == "unknown unknown down")
        #expect(desk.opened == [2])
        try desk.probe("ok ok")
        #expect(desk.fixture.state.tickets[2]?.state == .resolved)
        #expect(desk.fixture.state.tickets[2]?.remarks.last?.text.contains("after 5m") == true)
    }

    @Test func aRestartInAnOutageOpensNothingWhenPeopleResolvedTheTicket() throws {
        var desk = try WatchedDesk()
        try desk.probe("bad bad bad")
        try desk.fixture.perform(ResolveTicket(ticket: 2, note: "the host is being moved"))
        try desk.restart()
        try desk.probe("bad bad bad bad")
        #expect(desk.monitor?.state == .down)
        #expect(desk.opened == [2])
        try desk.probe("ok ok bad bad bad")
        #expect(desk.opened == [2, 3], "the next outage is another")
    }

    @Test func theFirstRoundAfterAGapOpensNothing() throws {
        var desk = try WatchedDesk()
        try desk.probe("ok bad bad")
        try desk.restart()
        #expect(try desk.probe("bad bad") == "failing failing")
        #expect(desk.opened.isEmpty)
        #expect(try desk.probe("bad") == "down")
        #expect(desk.opened == [2])
    }

    @Test func aGapChangesOnlyWhatRestedOnProbes() throws {
        var desk = try WatchedDesk()
        #expect(try desk.fixture.perform(InterruptMonitoring(reason: "off")).isEmpty)
        #expect(desk.monitor?.state == .pending)
        try desk.fixture.perform(PauseMonitor(monitor: "shop"))
        #expect(try desk.fixture.perform(InterruptMonitoring(reason: "off")).isEmpty)
        #expect(desk.monitor?.state == .paused)
    }

    @Test func pausingInAnOutageKeepsTheTicket() throws {
        var desk = try WatchedDesk()
        try desk.probe("bad bad bad")
        try desk.fixture.perform(PauseMonitor(monitor: "shop"))
        let late = ChangeMonitorState(monitor: "shop", to: .up, detail: "late")
        #expect(try desk.fixture.perform(late).isEmpty)
        #expect(desk.monitor?.ticket == 2)
        try desk.fixture.perform(ResumeMonitor(monitor: "shop"))
        try desk.probe("ok ok")
        #expect(desk.fixture.state.tickets[2]?.state == .resolved)
    }

    @Test func reopeningATicketGivesItBackToItsMonitorOnlyWhileThereIsNoOther() throws {
        var desk = try WatchedDesk()
        try desk.probe("bad bad bad ok ok")
        try desk.fixture.perform(ReopenTicket(ticket: 2, reason: "why was it down?"))
        #expect(desk.monitor?.ticket == 2)
        try desk.fixture.perform(ResolveTicket(ticket: 2))
        try desk.probe("bad bad bad")
        #expect(
            refusal(ReopenTicket(ticket: 2, reason: "again"), on: desk.fixture)
                == .inUse(.openTicket("shop"), by: .otherTicket(3)),
            "a second open ticket of one monitor")
    }

    @Test func aRemovedMonitorsTicketStaysWithPeopleAndOutOfAnotherClientsWay() throws {
        var desk = try WatchedDesk()
        try desk.probe("bad bad bad")
        try desk.fixture.perform(RemoveMonitor(monitor: "shop"))
        #expect(desk.fixture.state.tickets[2]?.remarks.last?.text == "monitor shop was removed")
        try desk.fixture.perform(AddClient(client: "boot", name: "Boot Ltd"))
        let check = Check.tcp(TCPCheck(host: "boot.example.com", port: 443))
        try desk.fixture.perform(AddMonitor(monitor: "shop", client: "boot", check: check))
        try desk.fixture.perform(NoteTicket(ticket: 2, text: "the old shop is being moved"))
        #expect(desk.monitor?.ticket == nil, "acme's ticket is not boot's")
        desk.tracker.forget("shop")
        try desk.probe("bad bad bad")
        #expect(desk.fixture.state.tickets[3]?.client == "boot")
    }

    @Test func whatAProbeReportsIsHeldToOneShortLine() throws {
        var desk = try WatchedDesk().fixture
        let limit = Limits.probeDetailBytesMax
        for (given, kept) in [
            (String(repeating: "x", count: limit), limit),
            (String(repeating: "x", count: limit + 1), limit),
            (String(repeating: "x", count: limit - 1) + "é", limit - 1),
        ] {
            let command = ChangeMonitorState(monitor: "shop", to: .down, detail: given)
            #expect(command.detail.utf8.count == kept)
        }
        try desk.perform(
            ChangeMonitorState(monitor: "shop", to: .down, detail: "a\u{1B}[31m\nb\u{9B}c\u{2028}d")
        )
        #expect(desk.state.monitors["shop"]?.detail == "a [31m b c d")
        #expect(desk.state.tickets[2]?.body == "a [31m b c d")
    }

    @Test("each line of a ticket's failures is held to one short line too")
    func longFailures() throws {
        var tracker = MonitorTracker()
        var desk = try WatchedDesk().fixture
        let detail = "a\u{1B}\nb" + String(repeating: "x", count: Limits.probeDetailBytesMax)
        let seen = ProbeObservation(monitor: "shop", outcome: .failure, detail: detail)
        let monitor = try #require(desk.state.monitors["shop"])
        _ = tracker.take(seen, of: monitor, at: desk.now, uptime: 0)
        try desk.perform(
            ChangeMonitorState(
                monitor: "shop", to: .down, detail: detail, after: tracker.lastProbe("shop")))
        let lines = try #require(desk.state.tickets[2]?.body.split(separator: "\n"))
        let kept = "a  b" + String(repeating: "x", count: Limits.probeDetailBytesMax - 4)
        #expect(lines.first.map(String.init) == kept)
        #expect(lines.last.map(String.init) == "  2026-10-05 09:00:00 UTC, \(kept)")
    }
}

extension WatchedDesk {
    /// What the daemon does at its start: it records a gap and counts nothing yet.
    fileprivate mutating func restart() throws(Refusal) {
        tracker = MonitorTracker()
        fixture = DeskFixture(at: fixture.now, state: State(StateImage(fixture.state)))
        try fixture.perform(InterruptMonitoring(reason: "the desk was off"), by: .desk)
    }
}
