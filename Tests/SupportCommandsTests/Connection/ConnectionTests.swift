import Testing

/// What the client says and ends with when the daemon is not as it should be.
struct ConnectionTests {
    @Test func nobodyListens() {
        let desk = FakeDesk(result: "{}")
        desk.stop()
        let run = Run(["status"], desk: desk)
        #expect(
            run.errors == """
                supportc: supportd cannot be reached: cannot connect to \(desk.path): \
                No such file or directory
                  -> see whether it runs (systemctl status supportd), or name its socket with \
                --socket or SUPPORTD_SOCKET

                """)
        #expect(run.code == 5)
        #expect(run.output.isEmpty)
    }

    @Test func aPathThatIsTooLongIsReported() {
        let path = "/" + String(repeating: "a", count: 107)
        let run = Run("--socket", path, "status")
        #expect(run.code == 5)
        #expect(run.errors.contains("is longer than 107 bytes"))
    }

    @Test func theOptionComesBeforeTheEnvironment() {
        let desk = FakeDesk(result: #"{"clients":[]}"#)
        let run = Run(["client", "list", "--socket", desk.path], desk: desk) {
            $0.environment["SUPPORTD_SOCKET"] = "/nowhere"
        }
        #expect(run.code == 0)
        #expect(desk.lines.count == 1)
    }

    @Test func withoutEitherTheUsualPathIsTried() {
        let run = Run("status") { $0.environment["SUPPORTD_SOCKET"] = "" }
        #expect(run.errors.contains("cannot connect to /run/supportd/supportd.sock"))
    }

    @Test func anotherMajorVersionIsReported() {
        let greeting =
            #"{"jsonrpc":"2.0","method":"desk.hello","params":{"release":"9.0","#
            + #""protocol":{"major":2,"minor":1},"seq":7}}"#
        let run = Run(
            ["ticket", "close", "12"], desk: FakeDesk(greeting: greeting) { _, _ in .silence })
        #expect(
            run.errors == """
                supportc: supportd 9.0 speaks protocol 2.1, this supportc 1.0
                  -> use the supportc of the same release

                """)
        #expect(run.code == 5)
        #expect(run.sent.isEmpty)
    }

    @Test("a daemon that takes no more connections is reported as that, with its hint")
    func tooManyConnections() {
        let greeting =
            #"{"jsonrpc":"2.0","id":null,"error":{"code":5,"message":"the desk has all","#
            + #""data":{"error":"too-many-connections","hint":"end one of them"}}}"#
        let run = Run(["status"], desk: FakeDesk(greeting: greeting))
        #expect(
            run.errors == """
                supportc: supportd does not take the connection: the desk has all
                  -> end one of them

                """)
        #expect(run.code == 5)
        #expect(run.sent.isEmpty)
        let json = Run(["status", "--json"], desk: FakeDesk(greeting: greeting))
        #expect(json.errors.contains(#""error":"too-many-connections""#))
        #expect(json.code == 5)
    }

    @Test("why the daemon closed is reported, also where it closed before it had read the request")
    func lastWord() {
        let word =
            #"{"jsonrpc":"2.0","id":null,"error":{"code":2,"message":"the line is too long","#
            + #""data":{"error":"line-too-long"}}}"#
        let desk = FakeDesk(greeting: FakeDesk.greeting + "\n" + word, closesAtOnce: true)
        let body = String(repeating: "x", count: 900_000)
        let run = Run(["ticket", "note", "12", body], desk: desk)
        #expect(run.errors == "supportc: the line is too long\n")
        #expect(run.code == 2)
    }

    @Test func aSilentDaemonTimesOut() {
        let run = Run(
            ["status", "--timeout", "60ms"], desk: FakeDesk { _, _ in .silence })
        #expect(run.code == 6)
        #expect(run.errors.contains("did not answer within 60ms\n  -> wait longer with --timeout"))
    }

    @Test func aDaemonThatDoesNotGreetTimesOut() {
        let run = Run(
            ["status", "--timeout", "60ms"],
            desk: FakeDesk(greeting: nil) { _, _ in .silence })
        #expect(run.code == 6)
        #expect(run.sent.isEmpty)
    }

    @Test func aChangeWithoutAnAnswerIsInDoubt() {
        let close = Run(["ticket", "close", "12"], desk: FakeDesk { _, _ in .close })
        #expect(close.code == 5)
        #expect(
            close.errors.hasSuffix(
                """
                 closed the connection before it answered; it is not known whether the change \
                was done
                  -> look before you repeat it; a change sent with --key can be repeated safely

                """))
        let silent = Run(
            ["ticket", "close", "12", "--key", "k7", "--timeout", "60ms"],
            desk: FakeDesk { _, _ in .silence })
        #expect(silent.code == 6)
        #expect(
            silent.errors.hasSuffix(
                """
                 within 60ms; it is not known whether the change was done
                  -> repeat it with --key k7: it is not done twice

                """))
    }

    @Test func aQuestionWithoutAnAnswerIsInNoDoubt() {
        let run = Run(["client", "list"], desk: FakeDesk { _, _ in .close })
        #expect(run.code == 5)
        #expect(
            run.errors.hasSuffix(
                "before it answered\n  -> try again; its log says why it closed\n"))
    }

    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.2", "{}", #"{"jsonrpc":"2.0","id":1,"result":{}}"#,
        #"{"jsonrpc":"2.0","method":"desk.hello","params":{"release":"1"}}"#,
    ])
    func anotherProgramAtTheSocketIsNotUnderstood(greeting: String) {
        let run = Run(["status"], desk: FakeDesk(greeting: greeting) { _, _ in .silence })
        #expect(run.code == 5)
        #expect(run.errors.hasPrefix("supportc: the answer cannot be understood: "))
        #expect(run.sent.isEmpty)
    }

    @Test func anAnswerThatLacksAMemberIsNotUnderstood() {
        let run = Run("ticket", "close", "12", result: #"{"ticket":12}"#)
        #expect(run.code == 5)
        #expect(run.errors.contains("ticket.close: result.client: missing member"))
    }

    @Test func notificationsOnTheWayArePassedOver() {
        let desk = FakeDesk { _, _ in
            .lines([
                #"{"jsonrpc":"2.0","method":"desk.news","params":{}}"#,
                #"{"jsonrpc":"2.0","id":99,"seq":1,"result":{"clients":3}}"#,
                #"{"jsonrpc":"2.0","id":1,"seq":7,"result":{"clients":[]},"more":1}"#,
            ])
        }
        let run = Run(["client", "list"], desk: desk)
        #expect(run.code == 0)
        #expect(run.errors == "no clients\n")
    }

    @Test func aLineIsTakenUpToItsLimit() {
        let limit = 67_108_864
        let full = Run(
            ["client", "list"],
            desk: FakeDesk { _, _ in .lines([String(repeating: "x", count: limit)]) })
        #expect(full.errors.contains("the line is not valid JSON"))
        let over = Run(
            ["client", "list"],
            desk: FakeDesk { _, _ in .lines([String(repeating: "x", count: limit + 1)]) })
        #expect(over.errors.contains("a line longer than 67108864 bytes was received"))
        #expect(over.code == 5)
    }

    @Test func outputThatCannotBeWrittenIsAnError() {
        let run = Run("clock", "show", result: #"{"now":"2026-11-23T18:41:00.000Z","test":false}"#)
        {
            $0.outputBytesMax = 10
        }
        #expect(run.code == 2)
        #expect(run.errors.contains("cannot write to standard output: No space left on device"))
    }
}
