import SupportDaemon
import SupportTestKit
import SupportWire
import Testing

/// The same lines in the same order, however the input is cut and whatever comes first: input, the
/// journal, room in the socket, threads.
struct ConnectionOrderTests {
    /// More than a line may have, and what is said of it.
    private static let endless = ConnectionScript.Ask.overlong(
        String(repeating: "x", count: 61), .lineTooLong(bytesMax: 60))

    private static let scripts = [
        ConnectionScript("changes and reads", [.write, .read(), .write, .read()]),
        ConnectionScript("an errand", [.write, .list, .read()], endsInput: true),
        ConnectionScript(
            "a change that waits for a file", [.write, .key, .read()], endsInput: true),
        ConnectionScript(
            "a change that a thread decides", [.write, .long, .read()], endsInput: true),
        ConnectionScript("two errands", [.list, .write, .list], endsInput: true),
        ConnectionScript(
            "lines that are no requests",
            [.nonsense("{"), .nonsense(""), .read(), .nonsense("[]"), .refused], endsInput: true),
        ConnectionScript("an endless line", [.write, .read(), endless]),
        ConnectionScript(
            "a line too long for its method",
            [.list, .overlong(method("long", bytes: 81), .lineTooLong(bytesMax: 80))]),
        ConnectionScript(
            "a long line that its caller may not send",
            [.write, .overlong(method("closed", bytes: 61), ConnectionScript.closed)]),
        ConnectionScript("half a line at the end", [.write, .half("{")], endsInput: true),
        ConnectionScript("a watch", [.write, .write, .watch, .late]),
        ConnectionScript("a watch that ends its side", [.write, .watch], endsInput: true),
        ConnectionScript("an endless line on a watch", [.write, .watch, .late, endless]),
    ]

    private static func method(_ name: String, bytes: Int) -> String {
        let start = #"{"method":"\#(name)","x":""#
        return start + String(repeating: "x", count: bytes - start.utf8.count)
    }

    /// Goes every way there is from here; answers how many there are.
    private static func explore(_ run: ConnectionUnderTest) -> Int {
        let steps = run.steps
        guard !steps.isEmpty else {
            check(run)
            return 1
        }
        return steps.reduce(0) { ways, step in
            var next = run
            next.take(step)
            return ways + explore(next)
        }
    }

    private static func check(_ run: ConnectionUnderTest) {
        guard !run.isComplete else { return }
        Issue.record(
            """
            \(run.script): \(run.answered) of \(run.script.answers.count) answers, \
            \(run.faults) after \(run.taken)
            """)
    }

    @Test(
        "cut anywhere once, in every order of input, journal, socket and threads",
        arguments: scripts)
    func everyCut(script: ConnectionScript) {
        var ways = 0
        for cut in 1..<script.input.count {
            var run = ConnectionUnderTest(script, cutAt: [cut])
            run.blocks = 1
            ways += Self.explore(run)
        }
        #expect(ways > script.input.count * 4, "not every order was tried")
    }

    @Test(
        "cut anywhere twice, whatever always comes first",
        arguments: scripts.filter { $0.input.count <= 130 })
    func everyPair(script: ConnectionScript) {
        let orders: [[ConnectionUnderTest.Step]] = [
            [.input, .journal, .block, .unblock], [.input, .block, .unblock, .journal],
            [.journal, .input, .block, .unblock], [.journal, .block, .input, .unblock],
            [.block, .input, .journal, .unblock], [.block, .journal, .input, .unblock],
        ]
        for second in 2..<script.input.count {
            for first in 1..<second {
                // Each pair gets one order; neighbours get others.
                var run = ConnectionUnderTest(script, cutAt: [first, second])
                run.blocks = 1
                let order = orders[(first + second) % orders.count]
                while let step = order.first(where: run.mayTake) ?? run.steps.first {
                    run.take(step)
                }
                Self.check(run)
            }
        }
    }

    @Test("cut anywhere twice in every order, for lines that are answered without the ledger")
    func everyPairOfNonsense() {
        let script = ConnectionScript(
            "nonsense", [.nonsense("{"), .nonsense(""), .nonsense("[]")], endsInput: true)
        var ways = 0
        for second in 2..<script.input.count {
            for first in 1..<second {
                var run = ConnectionUnderTest(script, cutAt: [first, second])
                (run.blocks, run.takesAll, run.givesTurns) = (1, false, false)
                ways += Self.explore(run)
            }
        }
        #expect(ways > 1000)
    }

    @Test("long conversations, cut and delayed at random")
    func random() {
        let seed = ChosenSeed()
        var random = seed.random
        for _ in 1...200 {
            let script = ConnectionScript(
                "\(seed)",
                (1...Int.random(in: 1...50, using: &random)).map { _ in
                    random.pick([
                        .read(), .read(bytes: 5000), .write, .refused, .list, .key, .long,
                        .nonsense("x"),
                    ])
                }, endsInput: random.chance(50))
            let cuts = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                Int.random(in: 0...script.input.count, using: &random)
            }
            var run = ConnectionUnderTest(
                script, cutAt: cuts.sorted(),
                limits: ConnectionLimits(unreadBytesMax: random.pick([1, 3000, 1_048_576])))
            (run.blocks, run.takesAll) = (10, random.chance(50))
            run.givesTurns = random.chance(50)
            while let step = run.steps.randomElement(using: &random) {
                run.take(step)
                if random.chance(10) { run.setShare(hasRoom: !run.hasShare) }
            }
            run.setShare(hasRoom: true)
            run.finish()
            Self.check(run)
        }
    }
}
