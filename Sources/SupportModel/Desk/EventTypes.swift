/// The table of all events: a new one is added here and nowhere else.
package enum EventTypes {
    /// Every type that this release can read.
    package static let all: [any DeskEvent.Type] = [
        ClientAdded.self, ClientChanged.self, ClientArchived.self,
        StaffAdded.self, StaffChanged.self, StaffRemoved.self,
        ContractSigned.self, ContractChanged.self, ContractUpgraded.self,
        ContractTermsPlanned.self, ContractSuspended.self, ContractResumed.self,
        ContractTerminated.self, ContractRenewed.self, CycleClosed.self,
        HoursGrouped.self, HoursUngrouped.self, HoursTold.self,
        TicketOpened.self, TicketAssigned.self, TicketNoted.self, TicketLevelChanged.self,
        TicketResolved.self, TicketClosed.self, TicketReopened.self, TicketPlanned.self,
        TimeAdded.self, TimeVoided.self, TimerStarted.self, TimerStopped.self,
        MonitorAdded.self, MonitorChanged.self, MonitorRemoved.self, MonitorPaused.self,
        MonitorResumed.self, MonitorStateChanged.self, MonitoringInterrupted.self,
        ClockDoubted.self, ClockTrusted.self, JournalDamaged.self,
        AccessWasSet.self, AccessRevealed.self, AccessRevealFailed.self, AccessRemoved.self,
        AccessResealed.self,
    ]

    static let byName: [String: any DeskEvent.Type] = Dictionary(
        all.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
}
