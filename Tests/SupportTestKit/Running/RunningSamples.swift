package import SupportJSON

/// What many tests begin with.
extension WireClient {
    /// A client, a manager and an engineer: `acme`, `mia`, `eve`.
    package func addPeople(zone: String = "UTC") throws {
        try result("client.add", #"{"client":"acme","name":"Acme","zone":"\#(zone)"}"#)
        try result("staff.add", #"{"staff":"mia","role":"manager"}"#)
        try result("staff.add", #"{"staff":"eve","role":"engineer"}"#)
    }

    /// The same, a contract of acme's and a ticket of it: contract 1, ticket 1.
    package func sign(
        package offer: String = "starter", from day: String = "2026-01-05", months: Int = 12,
        zone: String = "UTC"
    ) throws {
        try addPeople(zone: zone)
        try result(
            "contract.sign",
            """
            {"client":"acme","package":"\(offer)","from":"\(day)","months":\(months),\
            "manager":"mia"}
            """)
        try result(
            "ticket.open",
            #"{"client":"acme","contract":1,"level":3,"subject":"Search is empty"}"#)
    }

    /// Books time on ticket 1 and gives the whole answer.
    package func book(_ minutes: Int, on day: String? = nil, _ more: String = "") throws
        -> WireReply
    {
        let date = day.map { #","on":"\#($0)""# } ?? ""
        return try call(
            "time.add", #"{"ticket":1,"minutes":\#(minutes)\#(date)\#(more)}"#)
    }

    /// Moves the test clock by days and gives how many cycles that closed.
    @discardableResult
    package func advance(days: Int) throws -> Int? {
        try result("clock.advance", #"{"milliseconds":\#(days * 86_400_000)}"#).at("closed")?.int
    }

    /// Every record of the log that the parameters ask for, page after page, as JSON.
    package func wholeLog(_ more: String = "", limit: Int = 1000) throws -> [JSONValue] {
        var records: [JSONValue] = []
        var since = 0
        while true {
            let page = try result("log.list", #"{"since":\#(since),"limit":\#(limit)\#(more)}"#)
            records += page.at("records")?.array ?? []
            guard let next = page.at("next")?.int else { return records }
            since = next
        }
    }
}

extension RunningPlace {
    /// A place with the state of a desk that was stopped: contract 1 is signed and ticket 1 opened
    /// by it.
    package static func ofStoppedDesk() throws -> RunningPlace {
        let place = try RunningPlace()
        let desk = try RunningDesk(.init(state: place.state))
        try desk.client().sign()
        let end = desk.terminate()
        guard end == .exited(status: 0) else {
            throw RunningDesk.StartFault(end: end, log: desk.log)
        }
        return place
    }

    /// A desk with this state into whose calls of this name `strace` puts a fault, and which ends
    /// with it.
    ///
    /// - Parameters:
    ///   - file: the one file of the state directory that it is about; nil for all calls.
    ///   - before: what is to run `strace`, such as `env` with a variable.
    package func traced(
        _ call: String, _ fault: String, of file: String? = nil, before: [String] = []
    ) throws -> RunningDesk {
        let paths = file.map { ["-P", "\(state)/\($0)"] } ?? []
        let options = paths + ["-e", "trace=\(call)", "-e", "inject=\(call):\(fault)"]
        let strace = ["/usr/bin/strace", "-f", "-qq", "-o", "/dev/null"]
        let bound = ["/usr/bin/setpriv", "--pdeathsig", "KILL"]
        return try RunningDesk(.init(wrapper: before + strace + options + bound, state: state))
    }
}

extension RunningDesk {
    /// The same connection after so many minutes were booked on the ticket and so many days passed.
    package func signedClient(booking minutes: Int, thenDays days: Int) throws -> WireClient {
        let client = try signedClient()
        _ = try client.book(minutes)
        try client.advance(days: days)
        return client
    }

    /// A new connection to a desk on which contract 1 is signed and ticket 1 opened by it.
    package func signedClient(
        package offer: String = "starter", from day: String = "2026-01-05", months: Int = 12,
        zone: String = "UTC"
    ) throws -> WireClient {
        let client = try client()
        try client.sign(package: offer, from: day, months: months, zone: zone)
        return client
    }
}
