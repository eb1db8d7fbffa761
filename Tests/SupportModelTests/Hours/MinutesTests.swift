import SupportJSON
import SupportModel
import SupportTestKit
import Testing

struct MinutesTests {
    @Test(arguments: [
        ("45m", 45), ("1h", 60), ("3h30m", 210), ("40h", 2400), ("0m", 0), ("90m", 90),
        ("999999999h", 59_999_999_940), ("0h1m", 1), ("2h05m", 125), ("007m", 7),
    ])
    func aDurationIsRead(text: String, minutes: Int) {
        #expect(Minutes(text: text) == Minutes(minutes))
    }

    @Test(arguments: [
        "", "h", "m", "hm", "3", "3h30", "1h60m", "-1h", "+1h", "1.5h", "1h 30m", " 1h", "1h ",
        "1H",
        "1d", "5s", "30m1h", "1hh", "1h1h", "1m1m", "9999999999m", "9999999999h", "１h", "3h-5m",
    ])
    func junkIsNot(text: String) {
        #expect(Minutes(text: text) == nil)
    }

    @Test(arguments: [
        (0, "0m"), (59, "59m"), (60, "1h"), (61, "1h1m"), (2400, "40h"), (-90, "-1h30m"),
        (-1, "-1m"), (Int.max, "153722867280912930h7m"),
    ])
    func itsTextIsShort(minutes: Int, text: String) {
        #expect(Minutes(minutes).description == text)
    }

    @Test func sumsStayInsideTheRange() {
        let (most, least) = (Minutes(.max), Minutes(.min))
        #expect(most + Minutes(1) == most)
        #expect(Minutes(1) + most == most)
        #expect(least + Minutes(-1) == least)
        #expect(least - Minutes(1) == least)
        #expect(most - Minutes(-1) == most)
        #expect(Minutes.zero - least == most)
        #expect(Minutes.hours(.max) == most)
        #expect(Minutes.hours(.min) == least)
    }

    @Test(
        "hours a month are a number, or with minutes a text",
        arguments: [
            ("40", "40h"), (#""7h30m""#, "7h30m"), (#""45m""#, "45m"), ("0", "0m"),
        ] as [(String, Minutes)])
    func hoursOfAMonth(json: String, minutes: Minutes) throws {
        let document = try JSONDocument(text: #"{"hours":\#(json)}"#)
        let read = try StrictJSONDecoder.decode(
            [String: MonthlyHours].self, from: document.root, unknownMembers: .refused)
        #expect(read["hours"]?.minutes == minutes)
        let written = try LineJSONEncoder.encode(["hours": MonthlyHours(minutes)])
        #expect(String(decoding: written, as: UTF8.self) == #"{"hours":\#(json)}"#)
    }
}
