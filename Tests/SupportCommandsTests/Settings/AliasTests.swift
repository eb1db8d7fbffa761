import Testing

/// Short commands of a user's own, from the configuration file.
struct AliasTests {
    private func run(_ arguments: String..., aliases: String) -> Run {
        SettingsTests.run(
            arguments, "[aliases]\n\(aliases)", result: #"{"tickets":[],"more":false,"clients":[]}"#
        )
    }

    @Test(
        "an alias stands for its words, wherever options stand",
        arguments: [
            (["t"], #"{"assignee":"olena"}"#),
            (["t", "--all"], #"{"all":true,"assignee":"olena"}"#),
            (["--json", "t"], #"{"assignee":"olena"}"#),
            (["--timeout", "5s", "t"], #"{"assignee":"olena"}"#),
            (["say"], #"{"search":"slow 'shop'"}"#), (["list"], #"{"search":"a b"}"#),
        ])
    func expands(arguments: [String], params: String) {
        let run = SettingsTests.run(
            arguments,
            #"""
            [aliases]
            t = "ticket list --assignee olena"
            say = "ticket list --search \"slow 'shop'\""
            list = ["ticket", "list", "--search", "a b"]
            """#,
            result: #"{"tickets":[],"more":false,"clients":[]}"#)
        #expect(run.params == params, "\(run.errors)")
    }

    @Test("what follows the options or is their value is no alias")
    func onlyTheNoun() {
        let aliases = #"acme = "client list""#
        #expect(run("ticket", "list", "--client", "acme", aliases: aliases).code == 0)
        #expect(run("--", "acme", aliases: aliases).code == 2)
    }

    @Test(
        "what is wrong with an alias is told",
        arguments: [
            (
                #"client = "ticket list""#,
                "aliases.client: client is a command of supportc; choose another name"
            ),
            (
                #"help = "ticket list""#,
                "aliases.help: help is a command of supportc; choose another name"
            ),
            (
                #""a b" = "ticket list""#,
                #"aliases."a b": is not a word; write letters, digits, - and _"#
            ),
            (
                #"-t = "ticket list""#,
                "aliases.-t: is not a word; write letters, digits, - and _"
            ),
            (
                #"t = """#,
                "aliases.t: is not a command; write one such as \"ticket list --all\""
            ),
            (
                #"t = "ticket list 'a""#,
                "aliases.t: is not a command; write one such as \"ticket list --all\""
            ),
            (
                "t = 3", "aliases.t: is not a command; write one such as \"ticket list --all\""
            ),
            (
                #"t = ["ticket", 3]"#,
                "aliases.t: is not a command; write one such as \"ticket list --all\""
            ),
            (
                #"t = "--json""#,
                "aliases.t: has no command; write one such as \"ticket list --all\""
            ),
            (
                #"t = "tikcet list""#,
                "aliases.t: there is no command `tikcet`; did you mean ticket?"
            ),
            (#"t = "t --all""#, "aliases.t: t is an alias itself; write what it stands for"),
        ])
    func mistakes(alias: String, said: String) {
        let run = run("client", "list", aliases: alias)
        #expect(run.errors.contains("\nline 2, \(said)\n"), "\(run.errors)")
        #expect(run.code == 2)
    }
}
