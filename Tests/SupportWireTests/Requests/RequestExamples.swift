import SupportModel
import SupportWire

extension RequestExample {
    /// All methods, by noun.
    static let all =
        people + agreement + contractLife + hours + tickets + plans + files + monitors + desk
        + accesses + rights + notices + mails + reports

    private static let reports = [
        RequestExample(
            Report<ReportedDesk>.self, "report.desk", .read, [],
            #"{"month":"2026-11","from":"2026-10-01","to":"2026-10-31","client":"acme","level":2}"#),
        RequestExample(
            Report<ReportedHours>.self, "report.hours", .read, [],
            #"{"month":"2026-11","from":"2026-10-01","to":"2026-10-31","client":"acme","level":2}"#),
    ]

    private static let mails = [
        RequestExample(
            ReceiveMail.self, "mail.receive", .deliver, ["mail"],
            #"{"mail":{"identity":""# + String(repeating: "0a", count: 32)
                + #"","sender":{"address":"a@b.test","name":"Ann"},"message_id":"1@b","#
                + #""references":["0@b"],"date":"2026-10-05T09:00:00.000Z","subject":"s","#
                + #""text":"t","quoted":"q","kind":"person","authentication":[{"server":"mx","#
                + #""results":["spf=pass"]}],"files":[{"name":"a","type":"b","bytes":1}],"#
                + #""characters_left_out":1,"bytes":9,"raw":"AA=="}}"#),
        RequestExample(
            MailList.self, "mail.list", .work, [], #"{"reason":"automatic","limit":5}"#),
        RequestExample(MailShow.self, "mail.show", .work, ["mail"], #"{"mail":7}"#),
        RequestExample(
            FileMail.self, "mail.file", .work, ["mail"],
            #"{"mail":7,"client":"acme","contract":3,"ticket":12}"#),
        RequestExample(
            DiscardMail.self, "mail.discard", .work, ["mail", "reason"],
            #"{"mail":7,"reason":"spam"}"#),
    ]

    private static let people = [
        RequestExample(
            AddClient.self, "client.add", .manage, ["client", "name"],
            #"{"client":"acme","name":"Acme","zone":"Europe/Berlin","mails":["a@example.org"],"#
                + #""language":"de"}"#),
        RequestExample(
            ChangeClient.self, "client.set", .manage, ["client"],
            #"{"client":"acme","name":"Acme","zone":"Europe/Berlin","mails":[],"language":"uk"}"#),
        RequestExample(
            ClientShow.self, "client.show", .read, ["client"], #"{"client":"acme"}"#),
        RequestExample(ClientList.self, "client.list", .read, [], #"{"archived":true}"#),
        RequestExample(
            NoteClient.self, "client.note", .work, ["client", "text"],
            #"{"client":"acme","text":"call Ann"}"#),
        RequestExample(
            ArchiveClient.self, "client.archive", .manage, ["client"], #"{"client":"acme"}"#),
        RequestExample(
            RestoreClient.self, "client.restore", .manage, ["client"], #"{"client":"acme"}"#),
        RequestExample(
            AddStaff.self, "staff.add", .operate, ["staff", "role"],
            #"{"staff":"mara","role":"manager","user":"mara","mail":"m@example.org"}"#),
        RequestExample(
            ChangeStaff.self, "staff.set", .operate, ["staff"],
            #"{"staff":"mara","role":"viewer","user":"mara","mail":"m@example.org"}"#),
        RequestExample(StaffList.self, "staff.list", .read),
        RequestExample(
            RemoveStaff.self, "staff.remove", .operate, ["staff"], #"{"staff":"mara"}"#),
    ]

    private static let agreement = [
        RequestExample(PackageList.self, "package.list", .read),
        RequestExample(
            PackageShow.self, "package.show", .read, ["package"], #"{"package":"starter"}"#),
        RequestExample(ServiceList.self, "service.list", .read),
        RequestExample(
            ServiceShow.self, "service.show", .read, ["service"], #"{"service":"design"}"#),
        RequestExample(LevelList.self, "level.list", .read),
        RequestExample(LevelShow.self, "level.show", .read, ["level"], #"{"level":1}"#),
        RequestExample(
            SignContract.self, "contract.sign", .manage,
            ["client", "package", "from", "months"],
            #"{"client":"acme","package":"flexible","from":"2026-10-01","months":12,"#
                + #""manager":"mara","project":"shop","hours":25,"extra":"ask","#
                + #""renewal":"auto"}"#),
        RequestExample(
            ContractShow.self, "contract.show", .read, ["contract"], #"{"contract":"3"}"#),
        RequestExample(ContractList.self, "contract.list", .read, [], #"{"client":"acme"}"#),
        RequestExample(
            StatementShow.self, "statement.show", .seeMoney, ["contract"],
            #"{"contract":"acme","cycle":"2026-10"}"#),
        RequestExample(
            StatementMonth.self, "statement.month", .seeMoney, ["client", "month"],
            #"{"client":"acme","month":"2026-11"}"#),
    ]

    private static let contractLife = [
        RequestExample(
            ChangeContract.self, "contract.change", .manage, ["contract"],
            #"{"contract":"acme","package":"flexible","hours":25,"manager":"mara","#
                + #""project":"shop","extra":"ask","renewal":"manual"}"#),
        RequestExample(
            SuspendContract.self, "contract.suspend", .manage, ["contract", "reason"],
            #"{"contract":"3","reason":"no shop","from":"2026-10-05","until":"2026-10-20"}"#),
        RequestExample(
            ResumeContract.self, "contract.resume", .manage, ["contract"],
            #"{"contract":"3","on":"2026-10-20"}"#),
        RequestExample(
            TerminateContract.self, "contract.terminate", .manage, ["contract", "reason"],
            #"{"contract":"3","reason":"it closes","last_day":"2026-10-20"}"#),
        RequestExample(
            KeepContract.self, "contract.keep", .manage, ["contract"], #"{"contract":"3"}"#),
        RequestExample(
            RenewContract.self, "contract.renew", .manage, ["contract"],
            #"{"contract":"3","months":6,"package":"flexible","hours":"7h30m"}"#),
        RequestExample(
            GroupHours.self, "contract.group", .agree,
            ["contract", "cycles", "reason"],
            #"{"contract":"3","cycles":[2,3],"agreed_by":"mara","reason":"the relaunch","#
                + #""weekly_limit":1800}"#),
        RequestExample(
            UngroupHours.self, "contract.ungroup", .agree, ["contract"],
            #"{"contract":"3","cycles":[2,3],"reason":"no relaunch"}"#),
    ]

    private static let hours = [
        RequestExample(
            HoursShow.self, "hours.show", .read, ["contract"],
            #"{"contract":"acme","at":"2026-10-05"}"#),
        RequestExample(
            HoursForecast.self, "hours.forecast", .read, ["contract", "at"],
            #"{"contract":"acme","at":"2026-12-31"}"#),
        RequestExample(
            TimeAdd.self, "time.add", .work, ["ticket", "minutes"],
            #"{"ticket":1,"minutes":90,"on":"2026-10-05","service":"design","note":"Footer","#
                + #""extra":true,"staff":"olena","agreed_by":"mara","late":true,"reason":"the launch","#
                + #""long":true}"#),
        RequestExample(
            VoidTime.self, "time.void", .work, ["entry", "reason"],
            #"{"entry":1,"reason":"wrong client","late":true}"#),
        RequestExample(
            StartTimer.self, "time.start", .work, ["ticket"],
            #"{"ticket":1,"service":"design","note":"Footer"}"#),
        RequestExample(
            TimeStop.self, "time.stop", .work, [],
            #"{"note":"Footer","extra":true,"agreed_by":"mara","late":true,"#
                + #""reason":"the launch","discard":false}"#),
        RequestExample(
            TimeList.self, "time.list", .read, [],
            #"{"contract":"1","ticket":2,"client":"acme","staff":"me","month":"2026-11","on_demand":true,"#
                + #""cycle":3,"voided":true,"limit":4}"#),
        RequestExample(
            EditTime.self, "time.edit", .work, ["entry", "reason"],
            #"{"entry":1,"reason":"r","minutes":90,"on":"2026-10-05","service":"design","#
                + #""note":"n","extra":true,"agreed_by":"mara","late":true,"long":true}"#),
        RequestExample(TimeExplain.self, "time.explain", .read, ["entry"], #"{"entry":1}"#),
    ]

    private static let tickets = [
        RequestExample(
            OpenTicket.self, "ticket.open", .work, ["client", "level", "subject"],
            #"{"client":"acme","level":1,"subject":"Down","service":"monitoring","body":"…","#
                + #""contract":1,"on_demand":false}"#),
        RequestExample(
            TicketList.self, "ticket.list", .read, [],
            #"{"client":"acme","state":["open","active"],"all":true,"level":4,"assignee":"emil","#
                + #""unassigned":true,"search":"cart","sort":"week","limit":5}"#),
        RequestExample(TicketShow.self, "ticket.show", .read, ["ticket"], #"{"ticket":12}"#),
        RequestExample(
            AssignTicket.self, "ticket.assign", .work, ["ticket"], #"{"ticket":12,"to":"emil"}"#),
        RequestExample(
            NoteTicket.self, "ticket.note", .work, ["ticket", "text"],
            #"{"ticket":12,"text":"two\nlines"}"#),
        RequestExample(
            ChangeTicketLevel.self, "ticket.level", .work, ["ticket", "level"],
            #"{"ticket":12,"level":2,"reason":"orders go through"}"#),
        RequestExample(
            WaitForClient.self, "ticket.wait-client", .work, ["ticket"],
            #"{"ticket":12,"note":"asked for the login"}"#),
        RequestExample(
            ResumeTicket.self, "ticket.resume", .work, ["ticket"],
            #"{"ticket":12,"note":"sent the login"}"#),
        RequestExample(
            TakeTicket.self, "ticket.take", .work, [],
            #"{"level":2,"client":"acme","to":"emil"}"#),
        RequestExample(
            TicketExplain.self, "ticket.explain", .read, ["ticket"], #"{"ticket":12}"#),
        RequestExample(
            ResolveTicket.self, "ticket.resolve", .work, ["ticket"],
            #"{"ticket":12,"note":"done"}"#),
        RequestExample(
            LinkTickets.self, "ticket.link", .work, ["ticket", "kind", "to"],
            #"{"ticket":12,"kind":"blocked-by","to":15,"remove":true}"#),
        RequestExample(
            MergeTickets.self, "ticket.merge", .work, ["ticket", "into"],
            #"{"ticket":13,"into":12}"#),
        RequestExample(
            SplitTicket.self, "ticket.split", .work, ["ticket", "subject"],
            #"{"ticket":12,"subject":"Form","body":"b","level":3,"service":"design","notes":[4]}"#),
        RequestExample(CloseTicket.self, "ticket.close", .work, ["ticket"], #"{"ticket":12}"#),
        RequestExample(
            ReopenTicket.self, "ticket.reopen", .work, ["ticket", "reason"],
            #"{"ticket":12,"reason":"it came back"}"#),
        RequestExample(
            AttachToTicket.self, "ticket.attach", .work, ["ticket", "files"],
            #"{"ticket":12,"files":[{"content":"1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f","#
                + #""name":"a.png","type":"image/png","bytes":7}],"note":"as seen"}"#),
        RequestExample(
            DetachFromTicket.self, "ticket.detach", .work, ["ticket", "attachment", "reason"],
            #"{"ticket":12,"attachment":"a.png","reason":"by mistake"}"#),
        RequestExample(
            AttachmentPut.self, "attachment.put", .deliver, ["upload", "offset", "data"],
            #"{"upload":1,"offset":0,"data":"aGVsbG8=","end":true}"#),
        RequestExample(
            AttachmentGet.self, "attachment.get", .read, ["ticket", "attachment"],
            #"{"ticket":12,"attachment":"a.png","offset":262144,"length":100}"#),
        RequestExample(
            QueueList.self, "queue.list", .read, [],
            #"{"assignee":"emil","unassigned":true,"level":2,"client":"acme","limit":5}"#),
    ]

    private static let files = [
        RequestExample(
            ImportTime.self, "time.import", .bookForOthers, ["rows"],
            #"{"rows":[{"line":2,"cells":{"date":"2026-10-05","key":"a-1","minutes":"2h30m","#
                + #""ticket":"1"}}]}"#),
        RequestExample(
            TimeExport.self, "time.export", .read, [],
            #"{"after":7,"contract":"3","client":"acme","from":"2026-10-01","#
                + #""to":"2026-10-31","limit":5}"#),
        RequestExample(
            ImportTickets.self, "ticket.import", .manage, ["rows"],
            #"{"rows":[{"line":2,"cells":{"client":"acme","key":"T-1","level":"4","#
                + #""subject":"Down"}}]}"#),
        RequestExample(
            TicketExport.self, "ticket.export", .read, [],
            #"{"after":7,"contract":"acme","client":"acme","from":"2026-10-01","#
                + #""to":"2026-10-31","limit":5}"#),
    ]

    private static let plans = [
        RequestExample(
            PlanTicket.self, "plan.set", .manage, ["ticket"],
            #"{"ticket":12,"estimate":360,"week":"2026-11-23","due":"2026-12-01","#
                + #""no_estimate":false,"no_week":false,"no_due":true}"#),
        RequestExample(
            PlanShow.self, "plan.show", .read, ["contract"], #"{"contract":"acme","weeks":8}"#),
        RequestExample(
            PlanSuggest.self, "plan.suggest", .read, ["contract"],
            #"{"contract":"3","replan":true}"#),
        RequestExample(
            ApplySuggestion.self, "plan.apply", .manage, ["contract"],
            #"{"contract":"3","replan":true}"#),
    ]

    private static let http =
        #"{"type":"http","url":"https://shop.example.com/","status_lowest":200,"#
        + #""status_highest":399,"text_present":"Cart","text_absent":"Error","#
        + #""response_milliseconds_max":2000,"follows_redirects":true}"#

    private static let notices = [
        RequestExample(
            ReplyToTicket.self, "ticket.reply", .work, ["ticket", "text"],
            #"{"ticket":12,"text":"Fixed.","wait":true}"#),
        RequestExample(
            NoticeList.self, "notice.list", .read, [],
            #"{"notices":[7],"state":["pending","given-up"],"all":false,"route":"ops","#
                + #""ticket":12,"limit":5}"#),
        RequestExample(NoticeShow.self, "notice.show", .read, ["notice"], #"{"notice":7}"#),
        RequestExample(
            RetryNotices.self, "notice.retry", .work, [], #"{"notices":[7,8],"dead":false}"#),
        RequestExample(
            DiscardNotices.self, "notice.discard", .work, [], #"{"notices":[7,8],"dead":false}"#),
        RequestExample(
            TestRoute.self, "notice.test", .operate, ["route"], #"{"route":"ops"}"#),
    ]

    private static let monitors = [
        RequestExample(
            AddMonitor.self, "monitor.add", .monitor, ["monitor", "client", "check"],
            #"{"monitor":"shop","client":"acme","check":\#(http),"level":1,"every":60000,"#
                + #""retry":10000,"timeout":10000,"failures":3,"successes":2}"#),
        RequestExample(
            ChangeMonitor.self, "monitor.set", .monitor, ["monitor"],
            #"{"monitor":"shop","check":{"type":"tcp","host":"shop","port":22},"level":2,"#
                + #""every":60000,"retry":10000,"timeout":10000,"failures":3,"successes":2}"#),
        RequestExample(
            MonitorShow.self, "monitor.show", .read, ["monitor"], #"{"monitor":"shop"}"#),
        RequestExample(
            MonitorList.self, "monitor.list", .read, [], #"{"client":"acme","state":"down"}"#),
        RequestExample(
            MonitorCheck.self, "monitor.check", .monitor, ["monitor"], #"{"monitor":"shop"}"#),
        RequestExample(
            PauseMonitor.self, "monitor.pause", .monitor, ["monitor"],
            #"{"monitor":"shop","reason":"moving"}"#),
        RequestExample(
            ResumeMonitor.self, "monitor.resume", .monitor, ["monitor"], #"{"monitor":"shop"}"#),
        RequestExample(
            RemoveMonitor.self, "monitor.remove", .monitor, ["monitor"], #"{"monitor":"shop"}"#),
    ]

    private static let desk = [
        RequestExample(DeskStatus.self, "desk.status", .read),
        RequestExample(DeskVerify.self, "desk.verify", .operate, [], #"{"since":4711}"#),
        RequestExample(DeskSnapshot.self, "desk.snapshot", .operate),
        RequestExample(DeskExamine.self, "desk.examine", .operate),
        RequestExample(
            DeskBackup.self, "desk.backup", .operate, [],
            #"{"desk":"1f","seq":4711,"chain":"2e"}"#),
        RequestExample(
            DeskPiece.self, "desk.piece", .operate, ["file", "offset"],
            #"{"file":"initialised","through":4711,"offset":524288}"#),
        RequestExample(ClockShow.self, "clock.show", .read),
        RequestExample(
            ClockAdvance.self, "clock.advance", .operate, ["milliseconds"],
            #"{"milliseconds":-86400000,"jump":true}"#),
        RequestExample(
            DeskApply.self, "desk.apply", .operate, ["file", "text"],
            #"{"file":"agency.toml","text":"[[staff]]\n"}"#),
        RequestExample(ClockConfirm.self, "clock.confirm", .operate, [], #"{}"#),
        RequestExample(
            LogList.self, "log.list", .read, [],
            #"{"since":1,"from":"2026-10-05T09:00:00.000Z","within":7200000,"#
                + #""type":"ticket","ticket":2,"client":"acme","contract":"1","monitor":"shop","#
                + #""level":[1,2],"assignee":"emil","staff":"me","last":true,"limit":5}"#),
        RequestExample(
            EventsWatch.self, "events.watch", .read, [],
            #"{"since":41,"type":"ticket","ticket":2,"client":"acme","contract":"acme","#
                + #""monitor":"shop","level":1,"assignee":"me","staff":"emil"}"#),
    ]

    private static let accesses = [
        RequestExample(
            CredentialSet.self, "access.set", .access, ["client", "kind", "secret"],
            #"{"client":"acme","kind":"ssh","project":"shop","user":"deploy","#
                + #""address":"shop.example.com","secret":"-----BEGIN\n"}"#),
        RequestExample(CredentialList.self, "access.list", .access, [], #"{"client":"acme"}"#),
        RequestExample(
            RevealCredential.self, "access.reveal", .access, ["client", "kind", "reason"],
            #"{"client":"acme","kind":"admin","project":"shop","reason":"ticket 12"}"#),
        RequestExample(
            TryCredential.self, "access.try", .access, ["client", "kind"],
            #"{"client":"acme","kind":"ftp","project":"shop"}"#),
        RequestExample(
            RemoveCredential.self, "access.remove", .access, ["client", "kind"],
            #"{"client":"acme","kind":"ftp","project":"shop"}"#),
        RequestExample(CredentialVerify.self, "access.verify", .operate),
        RequestExample(CredentialReseal.self, "access.reseal", .operate),
    ]

    private static let rights = [
        RequestExample(RightsWhoami.self, "rights.whoami", nil),
        RequestExample(
            RightsList.self, "rights.list", .read, [], #"{"user":"olena","uid":1001,"groups":[27]}"#
        ),
    ]
}
