import SupportSystem
import Testing

@Suite struct ProcessArgumentsTests {
    @Test func areThoseOfThisProcess() {
        #expect(ProcessArguments.all() == CommandLine.arguments)
    }

    @Test(arguments: [
        ("supportd\0", ["supportd"]), ("a\0\0b c\0", ["a", "", "b c"]), ("\0", [""]),
    ])
    func areEndedByZeros(bytes: String, arguments: [String]) {
        #expect(ProcessArguments.split(Array(bytes.utf8)) == arguments)
    }

    /// A zombie has no command line, and one that is too long is not taken in part.
    @Test(arguments: ["", "supportd", "a\0b"])
    func areNotTakenInPart(bytes: String) {
        #expect(ProcessArguments.split(Array(bytes.utf8)) == nil)
    }
}
