import Testing

struct SizeTests {
    @Test func filesAreShort() {
        let longest = String(repeating: "let a = 1\n", count: SizeRules.fileLinesMax)
        #expect(found(SizeRules.fileLength, in: longest) == [])
        #expect(found(SizeRules.fileLength, in: longest + "\n") == [SizeRules.fileLinesMax + 1])
        expectKept(SizeRules.fileLength)
    }

    @Test(arguments: [
        "func f() {", "init() {", "var f: Int {", "package static func f(a: [Int]) {",
    ])
    func functionsAreShort(head: String) {
        let body = String(repeating: "    g()\n", count: SizeRules.functionLinesMax)
        #expect(found(SizeRules.functionLength, in: "struct S {\n\(head)\n\(body)}\n}") == [])
        #expect(found(SizeRules.functionLength, in: "struct S {\n\(head)\n\(body)\n}\n}") == [2])
    }

    @Test func everyFunctionIsShort() {
        expectKept(SizeRules.functionLength)
    }

    @Test func functionsAreShallow() {
        let three = "for a in b {\nif c {\nwhile d {\ne()\n}\n}\n}\n"
        let four = "for a in b {\nif c {\nwhile d {\ndo {\ne()\n}\n}\n}\n}\n"
        #expect(found(SizeRules.nesting, in: "func f() {\n\(three)}") == [])
        #expect(found(SizeRules.nesting, in: "func f() {\n\(four)}") == [5])
        // A switch counts once, a brace that closes on its line not at all.
        let cases = "for a in b {\nif c {\nswitch d {\ncase 1: e { $0 }\ndefault: e()\n}\n}\n}\n"
        #expect(found(SizeRules.nesting, in: "func f() {\n\(cases)}") == [])
        expectKept(SizeRules.nesting)
    }

    @Test func programsOnlyStartALibrary() {
        let path = "Sources/supportd/main.swift"
        let longest = String(repeating: "let a = 1\n", count: SizeRules.mainLinesMax)
        #expect(found(SizeRules.mainLength, in: longest, at: path) == [])
        #expect(
            found(SizeRules.mainLength, in: longest + "\n", at: path)
                == [SizeRules.mainLinesMax + 1])
        expectKept(SizeRules.mainLength)
    }
}
