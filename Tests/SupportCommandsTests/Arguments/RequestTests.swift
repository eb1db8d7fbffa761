import Testing

/// The line that each command line sends: method and parameters, exactly.
struct RequestTests {
    static let reads: [(String, String, String)] = [
        ("ticket next", "queue.list", #"{"unassigned":true,"limit":1}"#),
        ("explain ticket 12", "ticket.explain", #"{"ticket":12}"#),
        ("client show acme", "client.show", #"{"client":"acme"}"#),
        ("mail list --limit 5", "mail.list", #"{"limit":5}"#),
        (
            "mail list --reason automatic --reason bounce", "mail.list",
            #"{"reason":["automatic","bounce"]}"#
        ),
        ("mail show 7", "mail.show", #"{"mail":7}"#),
        ("client list", "client.list", "{}"),
        ("report desk", "report.desk", "{}"),
        (
            "report desk --month 2026-11 --client acme --level 2", "report.desk",
            #"{"month":"2026-11","client":"acme","level":2}"#
        ),
        (
            "report hours --from 2026-10-01 --to 2026-10-31", "report.hours",
            #"{"from":"2026-10-01","to":"2026-10-31"}"#
        ),
        ("client list --archived", "client.list", #"{"archived":true}"#),
        ("staff list", "staff.list", "{}"),
        ("package list", "package.list", "{}"),
        ("package show starter", "package.show", #"{"package":"starter"}"#),
        ("service list", "service.list", "{}"),
        ("service show bugs", "service.show", #"{"service":"bugs"}"#),
        ("level list", "level.list", "{}"),
        ("level show 4", "level.show", #"{"level":4}"#),
        ("contract show 3", "contract.show", #"{"contract":"3"}"#),
        ("contract list --client acme", "contract.list", #"{"client":"acme"}"#),
        ("statement acme", "statement.show", #"{"contract":"acme"}"#),
        (
            "statement 3 --cycle 2026-10 --json", "statement.show",
            #"{"contract":"3","cycle":"2026-10"}"#
        ),
        (
            "statement acme --month 2026-11", "statement.month",
            #"{"client":"acme","month":"2026-11"}"#
        ),
        (
            "statement 3 --cycle 12 -q", "statement.show",
            #"{"contract":"3","cycle":"12"}"#
        ),
        (
            "hours acme --at 2026-11-23", "hours.show",
            #"{"contract":"acme","at":"2026-11-23"}"#
        ),
        ("hours acme --at -2d", "hours.show", #"{"contract":"acme","at":"-2d"}"#),
        ("forecast acme --at friday", "hours.forecast", #"{"contract":"acme","at":"friday"}"#),
        ("forecast acme --at +10d", "hours.forecast", #"{"contract":"acme","at":"+10d"}"#),
        (
            "forecast acme --at 2026-12-31", "hours.forecast",
            #"{"contract":"acme","at":"2026-12-31"}"#
        ),
        (
            "time list --contract 3 --cycle 2 --voided --limit 10000", "time.list",
            #"{"contract":"3","cycle":2,"voided":true,"limit":10000}"#
        ),
        ("time list --ticket 12", "time.list", #"{"ticket":12}"#),
        (
            "ticket list --client acme --state open --level 2 --assignee olena --limit 1",
            "ticket.list",
            #"{"client":"acme","state":"open","level":2,"assignee":"olena","limit":1}"#
        ),
        ("ticket list --all", "ticket.list", #"{"all":true}"#),
        (
            "ticket list --search check --due-before friday --sort due --after 12",
            "ticket.list",
            #"{"search":"check","due_before":"friday","sort":"due","after":12}"#
        ),
        (
            "ticket list --level 1 --state open --level=2 --state active", "ticket.list",
            #"{"state":["open","active"],"level":[1,2]}"#
        ),
        (
            "ticket list --unassigned --search -cart --sort week", "ticket.list",
            #"{"unassigned":true,"search":"-cart","sort":"week"}"#
        ),
        (
            "monitor list --state down --state failing", "monitor.list",
            #"{"state":["down","failing"]}"#
        ),
        ("ticket show 12", "ticket.show", #"{"ticket":12}"#),
        ("queue --assignee olena", "queue.list", #"{"assignee":"olena"}"#),
        (
            "queue --unassigned --level 2 --client acme", "queue.list",
            #"{"unassigned":true,"level":2,"client":"acme"}"#
        ),
        ("queue --for olena --limit 5", "queue.list", #"{"assignee":"olena","limit":5}"#),
        (
            "monitor list --client acme --state down", "monitor.list",
            #"{"client":"acme","state":"down"}"#
        ),
        ("monitor show acme-shop", "monitor.show", #"{"monitor":"acme-shop"}"#),
        ("plan show acme", "plan.show", #"{"contract":"acme"}"#),
        ("plan show 3 --weeks 26", "plan.show", #"{"contract":"3","weeks":26}"#),
        ("plan suggest acme", "plan.suggest", #"{"contract":"acme"}"#),
        ("plan suggest acme --replan", "plan.suggest", #"{"contract":"acme","replan":true}"#),
        ("explain time 41", "time.explain", #"{"entry":41}"#),
        ("status", "desk.status", "{}"),
        ("snapshot", "desk.snapshot", "{}"),
        ("doctor --except old-key-kept", "desk.examine", "{}"),
        ("verify", "desk.verify", "{}"),
        ("verify --since 4711", "desk.verify", #"{"since":4711}"#),
        ("clock show", "clock.show", "{}"),
        ("clock advance 1d12h", "clock.advance", #"{"milliseconds":129600000}"#),
        (
            "clock advance 1d --set", "clock.advance", #"{"milliseconds":86400000,"jump":true}"#
        ),
        (
            "clock advance 1d --set --back", "clock.advance",
            #"{"milliseconds":-86400000,"jump":true}"#
        ),
        ("clock confirm", "clock.confirm", "{}"),
        ("clock confirm --dry-run", "clock.confirm", #"{"dry_run":true}"#),
        ("log", "log.list", #"{"last":true,"limit":50}"#),
        (
            "log --last 3 --type ticket --ticket 12 --client acme", "log.list",
            #"{"type":"ticket","ticket":12,"client":"acme","last":true,"limit":3}"#
        ),
        ("log --since 9", "log.list", #"{"since":9,"limit":1000}"#),
        ("log --since 9 --last 2", "log.list", #"{"since":9,"last":true,"limit":2}"#),
        ("call ticket.show {\"ticket\":12}", "ticket.show", #"{"ticket":12}"#),
        ("call desk.status", "desk.status", "{}"),
    ]

    static let changes: [(String, String, String)] = [
        (
            "client add acme --name Acme --zone Europe/Berlin --mail a@b.example --mail c@d.example",
            "client.add",
            #"{"client":"acme","name":"Acme","zone":"Europe/Berlin","#
                + #""mails":["a@b.example","c@d.example"]}"#
        ),
        ("client add acme --name Acme", "client.add", #"{"client":"acme","name":"Acme"}"#),
        ("client set acme --no-mail", "client.set", #"{"client":"acme","mails":[]}"#),
        ("client set acme --name A", "client.set", #"{"client":"acme","name":"A"}"#),
        ("client archive acme", "client.archive", #"{"client":"acme"}"#),
        ("client restore acme", "client.restore", #"{"client":"acme"}"#),
        (
            "mail file 7 --client acme --contract 3", "mail.file",
            #"{"mail":7,"client":"acme","contract":3}"#
        ),
        ("mail file 7 --ticket 12", "mail.file", #"{"mail":7,"ticket":12}"#),
        ("mail discard 7 --reason spam", "mail.discard", #"{"mail":7,"reason":"spam"}"#),
        (
            "client note acme mind-the-gap", "client.note",
            #"{"client":"acme","text":"mind-the-gap"}"#
        ),
        (
            "staff add olena --role manager --user olena --mail o@a.example", "staff.add",
            #"{"staff":"olena","role":"manager","user":"olena","mail":"o@a.example"}"#
        ),
        ("staff set olena --role viewer", "staff.set", #"{"staff":"olena","role":"viewer"}"#),
        ("staff remove olena", "staff.remove", #"{"staff":"olena"}"#),
        (
            "contract sign acme --package flexible --from 2026-12-01 --months 12 --manager olena "
                + "--project shop --hours 25 --extra ask --renewal auto --dry-run",
            "contract.sign",
            #"{"client":"acme","package":"flexible","from":"2026-12-01","months":12,"#
                + #""manager":"olena","project":"shop","hours":25,"extra":"ask","#
                + #""renewal":"auto","dry_run":true}"#
        ),
        (
            "contract change acme --package flexible --hours 25 --manager olena --project shop "
                + "--extra ask --renewal manual --dry-run",
            "contract.change",
            #"{"contract":"acme","package":"flexible","hours":25,"manager":"olena","#
                + #""project":"shop","extra":"ask","renewal":"manual","dry_run":true}"#
        ),
        (
            "contract suspend 3 --reason rebuilt --from 2026-12-01 --until 2026-12-16 --dry-run",
            "contract.suspend",
            #"{"contract":"3","reason":"rebuilt","from":"2026-12-01","until":"2026-12-16","#
                + #""dry_run":true}"#
        ),
        (
            "contract resume 3 --on 2026-12-16", "contract.resume",
            #"{"contract":"3","on":"2026-12-16"}"#
        ),
        (
            "contract terminate 3 --reason closes --last-day 2026-12-31", "contract.terminate",
            #"{"contract":"3","reason":"closes","last_day":"2026-12-31"}"#
        ),
        (
            "contract terminate 3 --cancel --dry-run", "contract.keep",
            #"{"contract":"3","dry_run":true}"#
        ),
        (
            "contract renew acme --months 6 --package flexible --hours 25 --dry-run",
            "contract.renew",
            #"{"contract":"acme","months":6,"package":"flexible","hours":25,"dry_run":true}"#
        ),
        (
            "contract change acme --hours 7h30m", "contract.change",
            #"{"contract":"acme","hours":"7h30m"}"#
        ),
        (
            "contract renew acme --hours 25h", "contract.renew",
            #"{"contract":"acme","hours":25}"#
        ),
        (
            "time add 12 30h --long", "time.add",
            #"{"ticket":12,"minutes":1800,"long":true}"#
        ),
        (
            "contract group 3 --cycles 2,3 --agreed-by olena --reason relaunch --weekly-limit 30",
            "contract.group",
            #"{"contract":"3","cycles":[2,3],"agreed_by":"olena","reason":"relaunch","#
                + #""weekly_limit":1800}"#
        ),
        (
            "contract group 3 --cycles 3,2 --agreed-by olena --reason r --weekly-limit 30h30m",
            "contract.group",
            #"{"contract":"3","cycles":[3,2],"agreed_by":"olena","reason":"r","#
                + #""weekly_limit":1830}"#
        ),
        (
            "contract ungroup 3 --cycles 2,3 --reason none", "contract.ungroup",
            #"{"contract":"3","cycles":[2,3],"reason":"none"}"#
        ),
        ("contract ungroup acme", "contract.ungroup", #"{"contract":"acme"}"#),
        (
            "time add 12 3h30m --on 2026-11-23 --service bugs --note done --extra "
                + "--agreed-by olena --reason urgent --dry-run",
            "time.add",
            #"{"ticket":12,"minutes":210,"on":"2026-11-23","service":"bugs","note":"done","#
                + #""extra":true,"agreed_by":"olena","reason":"urgent","dry_run":true}"#
        ),
        (
            "time add 12 45m --on 2026-10-30 --agreed-by olena --late --reason forgotten",
            "time.add",
            #"{"ticket":12,"minutes":45,"on":"2026-10-30","agreed_by":"olena","late":true,"#
                + #""reason":"forgotten"}"#
        ),
        (
            "time start 12 --service bugs --note lock", "time.start",
            #"{"ticket":12,"service":"bugs","note":"lock"}"#
        ),
        (
            "time stop --note lock --extra --agreed-by olena --late --reason r --dry-run",
            "time.stop",
            #"{"note":"lock","extra":true,"agreed_by":"olena","late":true,"reason":"r","#
                + #""dry_run":true}"#
        ),
        ("time stop --discard", "time.stop", #"{"discard":true}"#),
        (
            "time void 41 --reason wrong --late", "time.void",
            #"{"entry":41,"reason":"wrong","late":true}"#
        ),
        ("time add 12 45m", "time.add", #"{"ticket":12,"minutes":45}"#),
        (
            "time add 12 1:30 --on yesterday", "time.add",
            #"{"ticket":12,"minutes":90,"on":"yesterday"}"#
        ),
        (
            "time add 12 1.5h --on -2d", "time.add", #"{"ticket":12,"minutes":90,"on":"-2d"}"#
        ),
        (
            "time add 12 90m --on Monday", "time.add",
            #"{"ticket":12,"minutes":90,"on":"monday"}"#
        ),
        (
            "time edit 41 --on YESTERDAY --reason r", "time.edit",
            #"{"entry":41,"reason":"r","on":"yesterday"}"#
        ),
        ("plan set 12 --due tomorrow", "plan.set", #"{"ticket":12,"due":"tomorrow"}"#),
        (
            "time add 12 90m --on monday", "time.add",
            #"{"ticket":12,"minutes":90,"on":"monday"}"#
        ),
        ("time add 12 0.25h --on today", "time.add", #"{"ticket":12,"minutes":15,"on":"today"}"#),
        (
            "time void 41 --reason wrong --dry-run", "time.void",
            #"{"entry":41,"reason":"wrong","dry_run":true}"#
        ),
        (
            "ticket open acme --level 1 --subject Down --service bugs --body Help --contract 3",
            "ticket.open",
            #"{"client":"acme","level":1,"subject":"Down","service":"bugs","body":"Help","#
                + #""contract":3}"#
        ),
        (
            "ticket open zoo --level 4 --subject Banner --on-demand", "ticket.open",
            #"{"client":"zoo","level":4,"subject":"Banner","on_demand":true}"#
        ),
        ("ticket assign 12 olena", "ticket.assign", #"{"ticket":12,"to":"olena"}"#),
        ("ticket assign 12 --nobody", "ticket.assign", #"{"ticket":12}"#),
        ("ticket note 12 waiting", "ticket.note", #"{"ticket":12,"text":"waiting"}"#),
        (
            "ticket level 12 2 --reason better", "ticket.level",
            #"{"ticket":12,"level":2,"reason":"better"}"#
        ),
        (
            "ticket wait-client 12 --note asked", "ticket.wait-client",
            #"{"ticket":12,"note":"asked"}"#
        ),
        ("ticket resume 12 --note sent", "ticket.resume", #"{"ticket":12,"note":"sent"}"#),
        (
            "ticket next --take --level 2 --client acme", "ticket.take",
            #"{"level":2,"client":"acme"}"#
        ),
        ("ticket resolve 12 --note fixed", "ticket.resolve", #"{"ticket":12,"note":"fixed"}"#),
        (
            "ticket link 12 blocked-by 15 --remove", "ticket.link",
            #"{"ticket":12,"kind":"blocked-by","to":15,"remove":true}"#
        ),
        ("ticket link 12 relates 15", "ticket.link", #"{"ticket":12,"kind":"relates","to":15}"#),
        ("ticket merge 13 --into 12", "ticket.merge", #"{"ticket":13,"into":12}"#),
        (
            "ticket split 12 --subject Form --note 4 --note 6 --level 3", "ticket.split",
            #"{"ticket":12,"subject":"Form","level":3,"notes":[4,6]}"#
        ),
        ("ticket close 12", "ticket.close", #"{"ticket":12}"#),
        ("ticket reopen 12 --reason again", "ticket.reopen", #"{"ticket":12,"reason":"again"}"#),
        (
            "ticket detach 12 a.png --reason slip", "ticket.detach",
            #"{"ticket":12,"attachment":"a.png","reason":"slip"}"#
        ),
        (
            "plan set 12 --estimate 6h --week 2026-W48 --due 2026-12-01 --dry-run", "plan.set",
            #"{"ticket":12,"estimate":360,"week":"2026-11-23","due":"2026-12-01","#
                + #""dry_run":true}"#
        ),
        ("plan set 12 --week next", "plan.set", #"{"ticket":12,"week":"next"}"#),
        ("plan set 12 --week this", "plan.set", #"{"ticket":12,"week":"this"}"#),
        ("plan set 12 --week 2026-W53", "plan.set", #"{"ticket":12,"week":"2026-12-28"}"#),
        ("plan set 12 --week 2026-11-29", "plan.set", #"{"ticket":12,"week":"2026-11-23"}"#),
        (
            "plan set 12 --no-estimate --no-week --no-due", "plan.set",
            #"{"ticket":12,"no_estimate":true,"no_week":true,"no_due":true}"#
        ),
        ("plan suggest acme --apply", "plan.apply", #"{"contract":"acme"}"#),
        (
            "plan suggest acme --replan --apply", "plan.apply",
            #"{"contract":"acme","replan":true}"#
        ),
        ("monitor check acme-shop", "monitor.check", #"{"monitor":"acme-shop"}"#),
        (
            "monitor pause acme-shop --reason moving", "monitor.pause",
            #"{"monitor":"acme-shop","reason":"moving"}"#
        ),
        ("monitor resume acme-shop", "monitor.resume", #"{"monitor":"acme-shop"}"#),
        ("monitor remove acme-shop", "monitor.remove", #"{"monitor":"acme-shop"}"#),
        (
            "monitor set m --every 30s --level 3", "monitor.set",
            #"{"monitor":"m","level":3,"every":30000}"#
        ),
    ]

    @Test(arguments: reads)
    func readSends(arguments: String, method: String, params: String) {
        let run = Run(line: arguments)
        #expect(run.sent == [request(method, params)])
    }

    @Test(arguments: changes)
    func changeSends(arguments: String, method: String, params: String) {
        let words = arguments.split(separator: " ").map(String.init)
        let run = Run(words, desk: FakeDesk(result: "{}"))
        #expect(run.sent == [request(method, params)])
    }

    @Test(arguments: changes)
    func everyChangeCarriesItsKeyAndVersion(arguments: String, method: String, params: String) {
        let words = arguments.split(separator: " ").map(String.init)
        let run = Run(
            ["--key", "k 1"] + words + ["--if-version", "7"], desk: FakeDesk(result: "{}"))
        let more = params.dropLast() + #","idempotency_key":"k 1","if_version":7}"#
        #expect(run.sent == [request(method, String(more))])
    }

    @Test("every change can be tried: the request says so, and no name is printed for it")
    func everyChangeCanBeTried() {
        for (arguments, method, params) in Self.changes {
            var words = arguments.split(separator: " ").map(String.init)
            if !words.contains("--dry-run") { words.append("--dry-run") }
            let isTried = params.hasSuffix(#""dry_run":true}"#)
            let tried = isTried ? params : params.dropLast() + #","dry_run":true}"#
            let run = Run(words, desk: FakeDesk(result: "{}"))
            #expect(run.sent == [request(method, tried)])
        }
    }

    private func request(_ method: String, _ params: String) -> String {
        #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(params)}"#
    }
}
