import SupportWire

/// The table of methods: a new handler is added here and nowhere else.
enum Routes {
    static let all: [Route] = [
        ClientAddHandler.route,
        ClientSetHandler.route,
        ClientArchiveHandler.route,
        ClientShowHandler.route,
        ClientListHandler.route,
        StaffAddHandler.route,
        StaffSetHandler.route,
        StaffRemoveHandler.route,
        StaffListHandler.route,
        PackageListHandler.route,
        PackageShowHandler.route,
        ServiceListHandler.route,
        ServiceShowHandler.route,
        LevelListHandler.route,
        LevelShowHandler.route,
        ContractSignHandler.route,
        ContractChangeHandler.route,
        ContractSuspendHandler.route,
        ContractResumeHandler.route,
        ContractTerminateHandler.route,
        ContractRenewHandler.route,
        ContractGroupHandler.route,
        ContractUngroupHandler.route,
        ContractShowHandler.route,
        ContractListHandler.route,
        StatementShowHandler.route,
        AccessSetHandler.route,
        AccessRevealHandler.route,
        AccessRemoveHandler.route,
        AccessListHandler.route,
        AccessVerifyHandler.route,
        AccessResealHandler.route,
        TicketOpenHandler.route,
        TicketAssignHandler.route,
        TicketNoteHandler.route,
        TicketLevelHandler.route,
        TicketResolveHandler.route,
        TicketCloseHandler.route,
        TicketReopenHandler.route,
        TicketShowHandler.route,
        TicketListHandler.route,
        QueueListHandler.route,
        PlanSetHandler.route,
        PlanShowHandler.route,
        PlanSuggestHandler.route,
        PlanApplyHandler.route,
        TimeAddHandler.route,
        TimeVoidHandler.route,
        TimeStartHandler.route,
        TimeStopHandler.route,
        TimeExplainHandler.route,
        HoursShowHandler.route,
        HoursForecastHandler.route,
        TimeListHandler.route,
        TimeImportHandler.route,
        TimeExportHandler.route,
        TicketImportHandler.route,
        TicketExportHandler.route,
        MonitorAddHandler.route,
        MonitorSetHandler.route,
        MonitorPauseHandler.route,
        MonitorResumeHandler.route,
        MonitorRemoveHandler.route,
        MonitorShowHandler.route,
        MonitorListHandler.route,
        DeskStatusHandler.route,
        ClockShowHandler.route,
        MonitorCheckHandler.route,
        ClockAdvanceHandler.route,
        ClockConfirmHandler.route,
        DeskSnapshotHandler.route,
        DeskVerifyHandler.route,
        DeskApplyHandler.route,
        LogListHandler.route,
        EventsWatchHandler.route,
    ]

    static let byMethod: [String: Route] = Dictionary(
        all.map { ($0.method, $0) }, uniquingKeysWith: { first, _ in first })

    /// How long a line may become that begins with these bytes: more than is usual only for a
    /// method that takes it, and for a caller who may call that.
    static func lineBytesMax(
        of start: ArraySlice<UInt8>, by caller: Caller
    ) throws(WireError) -> Int {
        guard let name = NamedMethod.find(in: start), let route = byMethod[name],
            route.lineBytesMax > WireLimits.lineBytesMax
        else { return WireLimits.lineBytesMax }
        try caller.expect(route.access, for: name)
        return route.lineBytesMax
    }
}
