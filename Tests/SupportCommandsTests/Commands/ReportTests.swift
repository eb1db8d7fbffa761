import Foundation
import SupportCommands
import Testing

/// Reports as people and programs get them.
struct ReportTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Golden/reports")

    private static func file(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    /// What a report comes to that tells of nothing.
    private static let nothing = """
        {"from":"2026-08-01","to":"2026-08-31","over":true,"at":"2026-12-09T06:00:00.000Z",\
        "total":{"flow":{"before":0,"opened":0,"reopened":0,"moved":0,"resolved":0,"merged":0,\
        "after":0},"overdue":0,"response":{"kept":0,"missed":0},"resolution":{"kept":0,"missed":0}},\
        "levels":[],"clients":[],"course":[],"work":{"entries":0,"worked":0,"billed":0},"services":[]}
        """

    @Test(
        "a report is as its golden file has it", arguments: ["desk", "hours"],
        ["txt", "csv", "html"])
    func golden(kind: String, ending: String) throws {
        let answer = try Self.file("\(kind).json")
        let format = ending == "txt" ? "table" : ending
        let run = Run("report", kind, "--format", format, result: answer)
        #expect(run.code == 0 && run.errors.isEmpty)
        if ProcessInfo.processInfo.environment["SUPPORTD_WRITE_GOLDEN"] != nil {
            try Data(run.output.utf8).write(to: Self.folder.appending(path: "\(kind).\(ending)"))
        }
        #expect(run.output == (try Self.file("\(kind).\(ending)")))
    }

    @Test("what strangers wrote is never markup, a formula, or a control of the terminal")
    func hostile() throws {
        let title = "</title><script>alert(1)</script>\u{1B}[2J\u{202E}"
        let escaped = #"</title><script>alert(1)</script>\u001b[2J\u202e"#
        for kind in ["desk", "hours"] {
            let answer = try Self.file("\(kind).json").replacing("Acme Outdoor GmbH", with: escaped)
            try #require(answer.contains("alert"))
            let page = Run("report", kind, "--format", "html", result: answer).output
            #expect(page.contains("alert(1)"))
            #expect(!page.contains("<script") && !page.contains("\u{1B}"))
            #expect(!page.contains("src=") && !page.contains("href=") && !page.contains("http:"))
            let table = Run("report", kind, result: answer).output
            #expect(table.contains("alert(1)") && !table.contains("\u{1B}"))
            #expect(!table.contains("\u{202E}"))
            let sheet = Run(
                "report", kind, "--format", "csv",
                result: answer.replacing(escaped, with: #"=HYPERLINK(\"x\")"#)
            ).output
            #expect(sheet.contains("'=HYPERLINK") && !sheet.contains(title))
        }
    }

    @Test("a page shows a picture of each figure and says it in words, too")
    func accessible() throws {
        let page = try Self.file("desk.html")
        for id in ["live", "flow"] {
            #expect(page.contains("aria-labelledby=\"\(id)-title \(id)-text\""))
            #expect(page.contains("<title id=\"\(id)-title\">"))
            #expect(page.contains("<desc id=\"\(id)-text\">"))
        }
        #expect(page.matches(of: /<svg class="plot" role="img"/).count == 2)
        #expect(page.matches(of: /<details>/).count == 2, "with a table below each")
        let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        for color in ["prefers-color-scheme: dark", "@media print", "width=device-width"] {
            #expect(page.contains(color))
        }
    }

    @Test("of nothing there is no share: a dash stands there, not 0 or 100")
    func nothingAtAll() throws {
        let table = Run("report", "desk", result: Self.nothing).output
        #expect(!table.contains("%") && table.contains("none were given or resolved"))
        let page = Run("report", "desk", "--format", "html", result: Self.nothing).output
        #expect(page.contains("<dd>\u{2013}<span>none</span></dd>"))
        #expect(!page.contains("0%<span>") && !page.contains("<svg class=\"plot\""))
        #expect(page.contains("There were none.") && page.contains("No work was booked."))
    }

    @Test(
        "no figure of a reply is too large or too small to be shown", arguments: ["desk", "hours"])
    func extremes(kind: String) throws {
        let answer = try Self.file("\(kind).json")
        for figures in [[Int.max], [Int.min], [Int.max, Int.min], [Int.min, Int.max, 1]] {
            var count = 0
            func next() -> String {
                count += 1
                return "\(figures[count % figures.count])"
            }
            let extreme = answer.replacing(#/"([a-z]+)":-?[0-9]+/#) { match in
                match.1 == "level" ? String(match.0) : "\"\(match.1)\":\(next())"
            }.replacing(#/"live":\[[0-9,]+\]/#) { _ in
                "\"live\":[\(next()),\(next()),\(next()),\(next())]"
            }
            try #require(extreme.contains("\(figures[0])"))
            for format in ["table", "csv", "html", "json"] {
                let run = Run("report", kind, "--format", format, result: extreme)
                #expect(run.code == 0 && !run.output.isEmpty, "\(figures) as \(format)")
            }
            #expect(Run("report", kind, "-q", result: extreme).code == 0)
        }
    }

    @Test("the title of a page has nothing that changes the direction of writing")
    func direction() throws {
        let answer = Self.nothing.replacing(
            #""over":true,"#,
            with: #""over":true,"client":"acme","client_title":"Acme\u202e\u2066 GmbH","#)
        let page = Run("report", "desk", "--format", "html", result: answer).output
        #expect(page.contains("to 2026-08-31: Acme GmbH</title>"))
        #expect(page.contains("<h1><bdi>Acme"))
    }

    @Test("a period that is not over says so in every form")
    func soFar() throws {
        let answer = Self.nothing.replacing("\"over\":true", with: "\"over\":false")
        for format in ["table", "csv", "html"] {
            let over = Run("report", "desk", "--format", format, result: Self.nothing).output
            #expect(!over.contains("so far"))
            let open = Run("report", "desk", "--format", format, result: answer).output
            #expect(open.contains("so far"))
        }
    }

    @Test(
        "the words below an axis fit a telephone, in a day as in years", arguments: [1, 31, 62, 72])
    func axis(count: Int) throws {
        let isByMonth = count == 72
        let course = (0..<count).map { place in
            let days = isByMonth ? "20\(20 + place / 12)-\(two(place % 12 + 1))" : nil
            let from =
                days.map { "\($0)-01" } ?? "2026-\(two(1 + place / 28))-\(two(1 + place % 28))"
            let to = days.map { "\($0)-28" } ?? from
            return #"{"from":"\#(from)","to":"\#(to)","flow":{"before":0,"opened":7,"reopened":0,"#
                + #""moved":0,"resolved":3,"merged":0,"after":4},"live":[0,0,1,3]}"#
        }
        let answer = Self.nothing
            .replacing(#""course":[]"#, with: #""course":[\#(course.joined(separator: ","))]"#)
            .replacing(#""opened":0"#, with: #""opened":7"#)
        let page = Run("report", "desk", "--format", "html", result: answer).output
        let plots = page.split(separator: "<svg class=\"plot\"").dropFirst()
        #expect(plots.count == 2)
        for plot in plots {
            let drawn = plot.prefix { _ in true }.split(separator: "</svg>").first ?? ""
            let texts = drawn.matches(of: #/<text [^>]*>[^<]+</text>/#).count
            let figures = drawn.matches(of: #/<text [^>]*dy="[^>]*>[0-9]+</text>/#).count
            #expect(drawn.matches(of: /<rect class="(l|in|out)/).count >= count)
            #expect(figures == 5)
            #expect(texts - figures == [1: 1, 31: 5, 62: 5, 72: 6][count])
        }
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    @Test("a file's ending says the form, and a file that is there stays")
    func files() throws {
        let answer = try Self.file("desk.json")
        for (name, ending) in [("a.html", "html"), ("b.csv", "csv"), ("c.txt", "txt")] {
            var written: FakeConsole?
            let run = Run("report", "desk", "--output", name, result: answer) { written = $0 }
            #expect(run.output.isEmpty && run.errors == "written to \(name)\n")
            let bytes = try #require(written?.files[name])
            #expect(String(decoding: bytes, as: UTF8.self) == (try Self.file("desk.\(ending)")))
        }
        let kept = Run("report", "desk", "--output", "a.html", result: answer) {
            $0.files["a.html"] = [1]
        }
        #expect(kept.code != 0 && kept.errors.contains("is there already"))
        let replaced = Run("report", "desk", "--output", "a.html", "--force", result: answer) {
            $0.files["a.html"] = [1]
        }
        #expect(replaced.code == 0)
        let piped = Run("report", "desk", "--output", "-", "--format", "csv", result: answer)
        #expect(piped.output == (try Self.file("desk.csv")))
        let json = Run("report", "desk", "--json", result: answer).output
        #expect(json == "{\"v\":1," + answer.dropFirst() + "\n")
    }

    @Test("--quiet prints the main figures behind their names")
    func quiet() throws {
        let desk = Run("report", "desk", "-q", result: try Self.file("desk.json")).output
        #expect(
            desk.hasPrefix("before 25\nopened 33\nreopened 0\nresolved 30\nmerged 0\nafter 28\n"))
        let hours = Run("report", "hours", "-q", result: try Self.file("hours.json")).output
        #expect(hours.split(separator: "\n").count == 3)
    }
}
