import Testing

/// The check and the rhythm that the options of `monitor add` make.
struct MonitorCheckTests {
    static let http =
        #"{"type":"http","url":"https://a.example/","status_lowest":200,"status_highest":399,"#
        + #""follows_redirects":true}"#

    @Test(arguments: [
        ("--http https://a.example/", #""check":\#(http)"#),
        (
            "--http http://a.example --status 200 --text-present Cart --text-absent Error "
                + "--max-response 2500ms --no-redirects",
            #""check":{"type":"http","url":"http://a.example","status_lowest":200,"#
                + #""status_highest":200,"text_present":"Cart","text_absent":"Error","#
                + #""response_milliseconds_max":2500,"follows_redirects":false}"#
        ),
        (
            "--http https://a.example/ --status 200-204 --level 2 --every 1m30s --retry 15s "
                + "--probe-timeout 500ms --failures 4 --successes 1",
            #""check":{"type":"http","url":"https://a.example/","status_lowest":200,"#
                + #""status_highest":204,"follows_redirects":true},"level":2,"every":90000,"#
                + #""retry":15000,"timeout":500,"failures":4,"successes":1"#
        ),
        (
            "--tcp db.example.com:5432",
            #""check":{"type":"tcp","host":"db.example.com","port":5432}"#
        ),
        ("--tcp [::1]:80", #""check":{"type":"tcp","host":"::1","port":80}"#),
        ("--disk /srv", #""check":{"type":"disk","path":"/srv","free_percent_min":10}"#),
        (
            "--disk /srv --free-min 100",
            #""check":{"type":"disk","path":"/srv","free_percent_min":100}"#
        ),
        ("--memory", #""check":{"type":"memory","available_percent_min":5}"#),
        (
            "--memory --available-min 0",
            #""check":{"type":"memory","available_percent_min":0}"#
        ),
        ("--load", #""check":{"type":"load","load_per_processor_hundredths_max":200}"#),
        (
            "--load --load-max 1.5",
            #""check":{"type":"load","load_per_processor_hundredths_max":150}"#
        ),
        (
            "--load --load-max 0.05",
            #""check":{"type":"load","load_per_processor_hundredths_max":5}"#
        ),
    ])
    func oneCheckIsSent(options: String, json: String) {
        let words = "monitor add acme m \(options)".split(separator: " ").map(String.init)
        let run = Run(words, desk: FakeDesk(result: "{}"))
        #expect(run.params == #"{"monitor":"m","client":"acme",\#(json)}"#)
    }

    @Test(arguments: [
        ("", "say what to probe: --http, --tcp, --disk, --memory or --load"),
        ("--memory --load", "a monitor has one check; choose one of --memory, --load"),
        ("--disk / --status 200", "--status goes with --http only"),
        ("--http http://a.example --free-min 5", "--free-min goes with --disk only"),
        ("--load-max 3", "--load-max goes with --load only"),
        ("--http ftp://a.example", "the URL must begin with http:// or https://"),
        ("--disk srv", "the path srv is not absolute; begin it with /"),
        (
            "--tcp db.example.com",
            "--tcp: db.example.com is not a host and a port; "
                + "write such as db.example.com:5432 or [::1]:80"
        ),
        (
            "--tcp ::1:80",
            "--tcp: ::1:80 is not a host and a port; "
                + "write an IPv6 address in brackets, such as [::1]:80"
        ),
        (
            "--load --load-max 0",
            "--load-max: 0 is not a load above 0; write one such as 2 or 1.50"
        ),
        (
            "--load --load-max 1.234",
            "--load-max: 1.234 is not a load above 0; write one such as 2 or 1.50"
        ),
        (
            "--http http://a.example --status 300-200",
            "--status: 300-200 is not a status or a range; write such as 200 or 200-399"
        ),
        (
            "--disk / --free-min 101",
            "--free-min: 101 is not a whole number; write one from 0 to 100"
        ),
    ])
    func whatIsWrongIsReported(options: String, message: String) {
        let words = "monitor add acme m \(options)".split(separator: " ").map(String.init)
        let run = Run(words, desk: FakeDesk(result: "{}"))
        #expect(run.said == "supportc: \(message)\n")
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
    }
}
