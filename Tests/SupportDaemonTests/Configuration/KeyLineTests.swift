import SupportDaemon
import Testing

/// A problem names the line of its key however the file is written.
struct KeyLineTests {
    @Test(arguments: [
        ("a key of its own", "x = 1", "1: x:"),
        ("after comments and blank lines", "# [daemon]\n\n#x = 1\n  x = 1 # x = 2", "4: x:"),
        ("in a table", "[daemon]\n\nx = 1", "3: daemon.x:"),
        ("in an indented table", "  [ daemon ] # [x]\n\tx=1", "2: daemon.x:"),
        ("a table of its own", "[daemon]\n[x]\ny = 1", "2: x:"),
        ("a table inside a table", "[daemon]\n[daemon.x]\ny = 1", "2: daemon.x:"),
        ("a list of its own", "[daemon]\n[[x]]\ny = 1", "2: x:"),
        ("a dotted key", "\ndaemon.x = 1", "2: daemon.x:"),
        ("a dotted key with spaces", "\n\ndaemon . x = 1", "3: daemon.x:"),
        ("a quoted key", "[daemon]\n\"a b\" = 1", "2: daemon.\"a b\":"),
        ("a quoted table", "\n[\"daemon\"]\n'x' = 1", "3: daemon.x:"),
        ("a quoted key with marks", "[daemon]\n'a]=\"#' = 1", "2: daemon.\"a]=\\\"#\":"),
        ("an empty key", "[daemon]\n\"\" = 1", "2: daemon.\"\":"),
        ("after an inline table", "[daemon]\ny = {a=1,b=[{c='}'}]}\nx = 1", "3: daemon.x:"),
        ("in an inline table", "\ndaemon = { state = '/', x = 1 }", "2: daemon.x:"),
        ("after a long list", "[daemon]\ny = [ # ]\n [1,\n 2], # x\n\n]\nx = 1", "7: daemon.x:"),
        ("after strings", "[daemon]\ny = \"\\\"\\n#\"\nz = '\\'\nx = 1", "4: daemon.x:"),
        (
            "after a long string", "[daemon]\ny = \"\"\"\nx = 1\n\\\"\"\"\\\n\"\"\"\nx = 1",
            "6: daemon.x:"
        ),
        ("after a long literal", "[daemon]\ny = '''\nx = 1\n''\\\n'''\nx = 1", "6: daemon.x:"),
        ("after quotes before an end", "[daemon]\ny = \"\"\"a\"\"\"\"\"\nx = 1", "3: daemon.x:"),
        (
            "after empty strings", "[daemon]\ny = [\"\", '', \"\"\"\"\"\", '''''']\nx = 1",
            "3: daemon.x:"
        ),
        ("after numbers", "[daemon]\ny = [-1_0.5e+3, 0xfF, inf, true] # t\nx = 1", "3: daemon.x:"),
        ("with ends of line of two bytes", "[daemon]\r\n\r\nx = 1\r\n", "3: daemon.x:"),
        ("after a byte order mark", "\u{FEFF}[daemon]\nx = 1", "2: daemon.x:"),
        ("after letters of many bytes", "# Zażółć\n[daemon]\n\"ключ\" = 1", "3: daemon.\"ключ\":"),
    ])
    func aKeyIsFound(how: String, text: String, place: String) throws {
        let problems = try ConfigurationFolder.problems(text)
        let found = problems.contains { $0.hasPrefix("supportd.toml:\(place)") }
        #expect(found, "\(how): \(problems)")
    }

    @Test func anElementOfAListIsFound() throws {
        let text = """
            [[package]]
            name = "a"
            [[service]]
            name = "s"
            [[package]]
            name = 1
            [package.more]
            x = 1
            [[package.list]]
            [[package]]
            services = [
              "s", # one
              "s",
            ]
            """
        let problems = try ConfigurationFolder.problems(text)
        let places = problems.map { $0.prefix { $0 != ";" }.dropFirst("supportd.toml:".count) }
        #expect(
            places.filter { !$0.hasSuffix("it is missing") } == [
                "6: package[1].name: it is an integer",
                "7: package[1].more: there is no such key",
                "9: package[1].list: there is no such key",
                "13: package[2].services[1]: \"s\" stands in it already",
            ])
        #expect(places.contains("10: package[2].name: it is missing"))
    }

    @Test func aListOfInlineTablesIsFound() throws {
        let text = "service = [\n  { name = 'a', title = 'A' },\n  { name = 'b' },\n]\n"
        let problems = try ConfigurationFolder.problems(text)
        #expect(
            problems.map { $0.prefix { $0 != ";" } } == [
                "supportd.toml:3: service[1].title: it is missing"
            ])
    }

    @Test func aSlipOfThePenIsGuessed() throws {
        let problems = try ConfigurationFolder.problems("[limit]\n[daemon]\nsokcet = \"/s\"\n")
        #expect(
            problems == [
                "supportd.toml:1: limit: there is no such key; did you mean limits?",
                "supportd.toml:3: daemon.sokcet: there is no such key; did you mean socket?",
            ])
    }
}
