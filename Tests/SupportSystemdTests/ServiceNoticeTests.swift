import SupportSystemd
import Testing

struct ServiceNoticeTests {
    @Test func aStatusIsOneLine() {
        for text in ["two\nREADY=1", "two\r\nREADY=1", "two\0READY=1"] {
            #expect(ServiceNotice.status(text).text == "STATUS=two")
        }
    }

    @Test func moreTimeIsAskedForInMicroseconds() {
        #expect(ServiceNotice.extend(.seconds(120)).text == "EXTEND_TIMEOUT_USEC=120000000")
        #expect(ServiceNotice.extend(.milliseconds(1)).text == "EXTEND_TIMEOUT_USEC=1000")
        #expect(ServiceNotice.extend(.seconds(-1)).text == "EXTEND_TIMEOUT_USEC=0")
    }

    @Test func aStatusIsTakenAtItsLimitAndCutBeyond() {
        let longest = String(repeating: "a", count: ServiceNotice.statusBytesMax)
        #expect(ServiceNotice.status(longest).text == "STATUS=" + longest)
        #expect(ServiceNotice.status(longest + "b").text == "STATUS=" + longest)
    }

    @Test func aStatusIsCutBetweenCharacters() {
        let longest = String(repeating: "a", count: ServiceNotice.statusBytesMax - 1)
        #expect(ServiceNotice.status(longest + "é").text == "STATUS=" + longest)
    }
}
