import SupportSystem
import Testing

@Suite struct ExecutableFileTests {
    @Test func onlyWhatCanBeRunIsThere() {
        #expect(ExecutableFile.isThere("/bin/sh"))
        #expect(!ExecutableFile.isThere("/etc/passwd"))
        #expect(!ExecutableFile.isThere("/bin/no-such-program"))
        #expect(!ExecutableFile.isThere(""))
    }
}
