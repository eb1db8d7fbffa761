import SupportCommands
import SupportTestKit
import Testing

/// CSV as it is met: quoted, cut, hostile; each fault with its line and field.
struct CSVReaderTests {
    /// `1:[a|b] 3:[c]`, or a fault as `2.1: why`.
    private func read(_ bytes: [UInt8]) -> String {
        var reader = CSVReader(bytes)
        var seen: [String] = []
        do {
            while let record = try reader.next() {
                seen.append("\(record.line):[\(record.fields.joined(separator: "|"))]")
            }
        } catch {
            seen.append("\(error.line).\(error.field): \(error.why)")
        }
        return seen.joined(separator: " ")
    }

    private func read(_ text: String) -> String { read(Array(text.utf8)) }

    @Test(
        arguments: [
            ("", ""),
            ("a", "1:[a]"),
            ("a,b", "1:[a|b]"),
            ("a,b\n", "1:[a|b]"),
            ("a,b\r\nc,d\r\n", "1:[a|b] 2:[c|d]"),
            ("a,\n,b\n,\n", "1:[a|] 2:[|b] 3:[|]"),
            ("a,", "1:[a|]"),
            ("\n\r\na\n\n", "3:[a]"),
            ("\u{FEFF}a,b", "1:[a|b]"),
            ("\u{FEFF}\"a\",b", "1:[a|b]"),
            ("\u{FEFF}", ""),
            (" a , b ", "1:[ a | b ]"),
            ("\"a\",\"\"", "1:[a|]"),
            ("\"\"", "1:[]"),
            ("\"a,b\",c", "1:[a,b|c]"),
            ("\"say \"\"hi\"\"\"", "1:[say \"hi\"]"),
            ("\"\"\"\"", "1:[\"]"),
            ("\"a\nb\",c\nd,e", "1:[a\nb|c] 3:[d|e]"),
            ("\"a\r\n\r\nb\"\r\nc", "1:[a\r\n\r\nb] 4:[c]"),
            ("\"a\rb\"", "1:[a\rb]"),
            ("ä,日本,😀", "1:[ä|日本|😀]"),
            ("a;b\n", "1:[a;b]"),
        ])
    func records(text: String, wanted: String) {
        #expect(read(text) == wanted)
    }

    @Test(
        arguments: [
            ("a\nb\"c", "1:[a] 2.0: a quote stands inside a field that is not quoted"),
            ("a,\"b\"c", "1.1: something follows the quote that ends the field"),
            ("a,\"b\" ,c", "1.1: something follows the quote that ends the field"),
            ("a\n\nb,\"c\nd", "1:[a] 3.1: the quote that begins the field is never ended"),
            ("\"", "1.0: the quote that begins the field is never ended"),
            ("\"\"\"", "1.0: the quote that begins the field is never ended"),
            ("a\rb", "1.0: a carriage return stands alone, without a line feed"),
            ("a,b\r", "1.1: a carriage return stands alone, without a line feed"),
            ("a,\"b\"\rc", "1.1: a carriage return stands alone, without a line feed"),
            ("a\n\"x\ny\",b\0", "1:[a] 2.1: the field holds a zero byte"),
        ])
    func faults(text: String, wanted: String) {
        #expect(read(text) == wanted)
    }

    @Test func otherEncodings() {
        #expect(read([0xFF, 0xFE, 97, 0, 10, 0]) == "1.0: the file is UTF-16")
        #expect(read([0xFE, 0xFF, 0, 97]) == "1.0: the file is UTF-16")
        #expect(read([97, 10, 98, 44, 0xE4]) == "1:[a] 2.1: the field is not UTF-8")
        #expect(read([34, 0xC0, 0x80, 34]) == "1.0: the field is not UTF-8")
        #expect(read([0xEF, 0xBB]) == "1.0: the field is not UTF-8")
    }

    @Test func theMostColumnsAndOneMore() {
        let most = String(repeating: ",", count: FileLimits.columnsMax - 1)
        #expect(read(most).hasPrefix("1:["))
        #expect(read(most + ",") == "1.64: the record has more than 64 fields")
    }

    @Test func whatIsWrittenReadsBack() throws {
        let texts = [
            "", " ", "a", " a", "a ", "a,b", "\"", "\"\"", "a\"b", "a\nb", "a\r\nb", "\r", "\n",
            "'", "''", "=1+1", "'=1", "''=1", "-", "+49 30", "@x", "\tx", "\rx", "\n=", "＝1", "a=b",
            " =1", "' =1", " '=1", "\u{A0}\u{3000}+1", "|x", "%x", "−1", "'|x",
            "'a", "😀,\"\n", ";", "\u{FEFF}a",
        ]
        for first in texts {
            for second in texts where first != "\u{FEFF}a" && !(first + second).isEmpty {
                let fields = [first, second].map(FormulaGuard.guarded)
                var reader = CSVReader(Array(CSVText.record(fields).utf8))
                let read = try reader.next()
                #expect(read?.fields.map(FormulaGuard.unguarded) == [first, second])
                #expect(try reader.next() == nil)
            }
        }
    }

    @Test func aFieldThatSomeReadersCutIsQuoted() {
        let fields = ["a", "a,b", "a;b", "a\tb", "say \"a\"", " a"]
        #expect(
            CSVText.record(fields)
                == "a,\"a,b\",\"a;b\",\"a\tb\",\"say \"\"a\"\"\",\" a\"\r\n")
    }

    @Test func randomBytesNeverTrap() {
        let seed = ChosenSeed()
        // A trap ends the run of the tests, so the seed is printed beforehand.
        print("randomBytesNeverTrap: \(seed)")
        var random = seed.random
        let marks: [UInt8] = [34, 44, 10, 13, 97, 39, 61, 0xEF, 0xC3, 0]
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                marks.randomElement(using: &random) ?? 0
            }
            _ = read(bytes)
        }
    }

    @Test func noFormulaReachesASpreadsheet() {
        for text in [
            "=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a", "'=1",
            " =1", "\u{A0}@a", "\u{3000}-1", "|x", "%x", "−1", "''  =1",
        ] {
            #expect(FormulaGuard.guarded(text) == "'" + text, "\(text)")
            #expect(FormulaGuard.unguarded("'" + text) == text)
        }
        for text in ["", "'", "a", "'a", "1=1", " a=1", "''", " '=1"] {
            #expect(FormulaGuard.guarded(text) == text)
            #expect(FormulaGuard.unguarded(text) == text)
        }
    }
}
