import Testing

struct BorderTests {
    @Test func targetsImportWhatTheirFloorMay() {
        let sample = """
            import HashTreeCollections
            package import SupportWire
            @preconcurrency import Foundation
            import struct Glibc.stat
            // import NIOCore
            """
        #expect(found(BorderRules.imports, in: sample) == [2, 3, 4])
        #expect(found(BorderRules.imports, in: "", at: "Sources/SupportExtras/A.swift") == [0])
        expectKept(BorderRules.imports)
    }

    @Test func whatMayBeImportedIs() {
        let file = SourceFile(path: "Sources/A/B.swift", text: "package import C\nimport D\n")
        #expect(
            BorderRules.unused([file], allowed: ["A": ["C", "D", "E"], "F": []]).map(\.advice)
                == ["A imports E nowhere: take it out of the table and the manifest"])
        expectNone(BorderRules.unused(Repository.sources, allowed: Borders.allowed))
    }

    @Test func bordersAreCrossedWithPackage() {
        #expect(found(WordRules.noForbiddenWord, in: "public struct A {}") == [1])
        #expect(found(WordRules.noForbiddenWord, in: "\n@testable import A") == [2])
        #expect(found(WordRules.noForbiddenWord, in: "// public, @testable") == [])
        expectKept(WordRules.noForbiddenWord)
    }

    @Test func nothingTrapsOnPurpose() {
        // Kept by the same rule as above; here it is shown to see each word.
        for word in ["try!", "as!", "fatalError"] {
            #expect(found(WordRules.noForbiddenWord, in: "a\nb = \(word) c(d)") == [2])
        }
    }

    @Test func theCompilersChecksStand() {
        let sample = """
            final class A: @unchecked Sendable {
                nonisolated(unsafe) var b = 1
                let c: UnsafePointer<UInt8>
            }
            """
        #expect(found(WordRules.noUnsafeWord, in: sample) == [1, 2, 3])
        #expect(
            found(WordRules.noUnsafeWord, in: sample, at: "Sources/SupportSystem/A.swift") == [])
        let json = "Sources/SupportJSON/A.swift"
        #expect(found(WordRules.noUnsafeWord, in: sample, at: json) == [1, 2, 3])
        #expect(found(WordRules.noUnsafeWord, in: "a.withUnsafeBytes(b)", at: json) == [])
        expectKept(WordRules.noUnsafeWord)
    }

    @Test func exceptionsAreNeeded() {
        for exception in Exceptions.all {
            let files = Repository.sources.filter { $0.path.hasPrefix(exception.path) }
            #expect(!files.isEmpty, "nothing is called \(exception.path): drop the exception")
        }
    }

    @Test func theModelNamesNoCommand() {
        let sample = """
            /// An event's name in `supportc log`.
            let a = "supportc ticket show 1"
            let b = "repeat it with --extra"
            let c = "--late makes it late"
            let d = a - -1
            """
        let rule = WordRules.noCommandInTheModel
        #expect(found(rule, in: sample, at: "Sources/SupportModel/A.swift") == [2, 3, 4])
        #expect(found(rule, in: sample, at: "Sources/SupportWire/A.swift") == [])
        expectKept(rule)
    }

    @Test func nothingIsPromised() {
        let word = "TO" + "DO"
        #expect(found(WordRules.noPromise, in: "a\n// \(word): later") == [2])
        #expect(found(WordRules.noPromise, in: "let method" + word + "s = 1") == [])
        expectKept(WordRules.noPromise)
    }
}
