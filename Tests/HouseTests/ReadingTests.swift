import Testing

/// The reader of sources must be right, or the rules would pass over what they do not see.
struct ReadingTests {
    @Test func commentsAndStringsAreNotCode() {
        let samples: [(source: String, code: String)] = [
            ("a // b", "a     "),
            ("a /* b /* c */ d */ e", "a                   e"),
            (#"a "b // c" d"#, #"a "      " d"#),
            (#"a "\"{" d"#, #"a "   " d"#),
            (##"a #"\"# d"##, ##"a  " "  d"##),
            (#"a "b\(c + "d")e" f"#, #"a "  (c + " ") " f"#),
            ("a \"\"\"\n \"b\" {\n \"\"\" c", "a \"\"\"\n      \n \"\"\" c"),
            ("#if a", "#if a"),
        ]
        for (source, code) in samples {
            #expect(String(decoding: CodeScanner.code(of: source), as: UTF8.self) == code)
        }
    }

    @Test func declarationsAreFound() {
        let source = """
            package struct A: B {
                package let c: Int
                private(set) var d = E(f: { 1 })
                enum State { case open }
                case open
                package static func == (a: A, b: A) -> Bool { true }
                class func g(actor: Int) { let actor = actor; if actor > 0 { h() } }
                init?(_ i: Int) {}
            }
            """
        let found = Outline(code: CodeScanner.code(of: source)).declarations
        #expect(
            found.map(\.name) == ["A", "c", "d", "State", "==", "g", "actor", "init"])
        #expect(found.map(\.isPackage) == [true, true, false, false, true, false, false, false])
        #expect(found.map(\.typeDepth) == [0, 1, 1, 1, 1, 1, 1, 1])
        #expect(found.filter(\.isLocal).map(\.name) == ["actor"])
        #expect(found.filter(\.isPrivate).map(\.name) == ["d"])
    }

    @Test func bodiesAreFound() {
        let source = """
            struct A {
                var b: Int {
                    get { c }
                    set(d) {
                        e = { d }
                    }
                }
                func f(g: () -> Void = {}) where H: I {
                    if let j {
                        k()
                    }
                }
            }
            """
        let bodies = Outline(code: CodeScanner.code(of: source)).bodies
        #expect(bodies.map(\.name) == ["b", "b", "b", "f", "f"])
        #expect(bodies.map(\.firstLine) == [3, 4, 2, 8, 8])
        #expect(bodies.map(\.nesting) == [0, 0, 0, 0, 1])
    }

    @Test func wordsEndWhereLettersEnd() {
        #expect(SourceFile.line("a try! b", holdsWord: "try!"))
        #expect(SourceFile.line("publicly public", holdsWord: "public"))
        #expect(!SourceFile.line("publicly republic", holdsWord: "public"))
    }
}
