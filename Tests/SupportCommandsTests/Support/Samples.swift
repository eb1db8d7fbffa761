/// Answers of the desk, as they come over the wire.
enum Samples {
    static let client =
        #"{"client":"acme","name":"Acme Outdoor GmbH","zone":"Europe/Berlin","#
        + #""mails":["it@acme.example"],"archived":false,"added_at":"2026-09-01T08:00:00.000Z","#
        + #""version":3,"tier":"gold"}"#

    static let staff = #"{"staff":"olena","role":"manager","user":"olena","version":2}"#

    static let cycle =
        #"{"cycle":2,"from":"2026-11-23","to":"2026-12-23","start":"2026-11-22T23:00:00.000Z","#
        + #""end":"2026-12-22T23:00:00.000Z","granted":2400}"#

    static let closedCycle =
        #"{"cycle":1,"from":"2026-10-23","to":"2026-11-23","start":"2026-10-22T22:00:00.000Z","#
        + #""end":"2026-11-22T23:00:00.000Z","granted":2400,"used":2250,"extra":30,"#
        + #""expired":150,"closed_at":"2026-11-22T23:00:00.000Z"}"#

    /// How people are shown what was agreed in `contract`.
    static let agreed = """
        zone       Europe/Berlin
        manager    olena
        hours      40h a month, at most 20h a week
        fee        1200.00 EUR a month, less 10%
        extra      allow, 45.00 EUR an hour
        emergency  beyond the weekly limit: package
        rounding   none
        services   monitoring, bugs
        signed     2026-10-20 09:30Z
        version    9
        """

    static let contract =
        #"{"contract":3,"client":"acme","project":"shop","package":"starter","title":"Starter","#
        + #""manager":"olena","zone":"Europe/Berlin","standing":"active","start":"2026-10-23","#
        + #""end":"2027-10-23","months":12,"included":2400,"weekly_limit":1200,"#
        + #""monthly_fee":{"minor_units":120000,"currency":"EUR"},"discount_percent":10,"#
        + #""extra_rate":{"minor_units":4500,"currency":"EUR"},"extra":"allow","#
        + #""emergency_beyond_limit":"package","services":["monitoring","bugs"],"#
        + #""cycle":\#(cycle),"closed_cycles":[\#(closedCycle)],"#
        + #""signed_at":"2026-10-20T09:30:00.000Z","version":9}"#

    static let target =
        #"{"level":1,"first_response":30,"resolution":240,"business_time":false}"#

    static let balance =
        #"{"contract":3,"client":"acme","title":"Starter","zone":"Europe/Berlin","#
        + #""cycle":\#(cycle),"granted":2400,"used":750,"extra":120,"expired":0,"left":1650,"#
        + #""expires":"2026-12-23","#
        + #""week":"2026-11-23","week_limit":1200,"week_drawn":750,"week_room":450,"#
        + #""next_week":"2026-11-30","usable":1650}"#

    static let closedBalance =
        #"{"contract":3,"client":"acme","title":"Starter","zone":"Europe/Berlin","#
        + #""cycle":\#(closedCycle),"granted":2400,"used":2250,"extra":30,"#
        + #""expired":150,"left":0}"#

    static let entry =
        #"{"entry":41,"ticket":12,"contract":3,"cycle":2,"date":"2026-11-23","minutes":150,"#
        + #""from_package":120,"extra":30,"service":"bugs","note":"found the lock","#
        + #""emergency":false,"booked_at":"2026-11-23T18:40:00.000Z","#
        + #""booked_by":"alice:1000","version":55}"#

    static let timer =
        #"{"by":"alice:1000","ticket":12,"client":"acme","contract":3,"service":"bugs","#
        + #""note":"found the lock","started_at":"2026-11-23T17:10:00.000Z","minutes":91,"#
        + #""version":54}"#

    static let ticket =
        #"{"ticket":12,"client":"acme","contract":3,"level":1,"service":"bugs","#
        + #""subject":"Checkout fails with 500","state":"active","source":"client","#
        + #""assignee":"olena","estimate":360,"planned_week":"2026-11-23","#
        + #""opened_at":"2026-11-23T18:32:54.000Z","#
        + #""opened_by":"alice:1000","version":50}"#

    static let onDemandTicket =
        #"{"ticket":9,"client":"zoo","level":4,"service":"design","subject":"New banner 日本","#
        + #""state":"open","source":"client","opened_at":"2026-11-20T07:00:00.000Z","#
        + #""opened_by":"bob:1001","version":31}"#

    static let monitor =
        #"{"monitor":"acme-shop","client":"acme","check":{"type":"http","#
        + #""url":"https://shop.example.com/","status_lowest":200,"status_highest":399,"#
        + #""text_present":"Cart","response_milliseconds_max":2500,"follows_redirects":true},"#
        + #""level":1,"state":"down","since":"2026-11-23T18:30:10.000Z","#
        + #""down_since":"2026-11-23T18:29:10.000Z","detail":"connection refused","ticket":12,"#
        + #""timing":{"interval_milliseconds":60000,"retry_milliseconds":15000,"#
        + #""timeout_milliseconds":10000,"failures_to_believe":3,"successes_to_believe":2},"#
        + #""last_look":{"at":"2026-11-23T18:33:10.000Z","outcome":"failure","#
        + #""detail":"HTTP 503 in 24 ms","phases":{"resolve":1240,"connect":8049,"#
        + #""first_byte":15211,"total":24560},"streak":4},"version":48}"#

    static let diskMonitor =
        #"{"monitor":"srv-disk","client":"acme","check":{"type":"disk","path":"/srv","#
        + #""free_percent_min":10},"level":2,"state":"up","since":"2026-11-22T06:00:00.000Z","#
        + #""detail":"71% free","timing":{"interval_milliseconds":300000,"#
        + #""retry_milliseconds":60000,"timeout_milliseconds":5000,"failures_to_believe":1,"#
        + #""successes_to_believe":1},"version":12}"#

    static let place =
        #"{"rank":1,"reason":"package, level 1, waiting 8 min","ticket":\#(ticket)}"#

    static let nearLimit =
        #"{"contract":3,"client":"acme","used":2160,"available":2400,"week_drawn":1200,"#
        + #""week_limit":1200,"left":240,"usable":0,"expires":"2026-12-23"}"#

    static func record(_ seq: Int) -> String {
        #"{"seq":\#(seq),"at":"2026-11-23T18:32:54.000Z","by":"alice:1000","events":["#
            + #"{"type":"ticket.opened","summary":"ticket \#(seq) opened","event":{"number":12}}]}"#
    }
}
