import Glibc
import SupportSystem
import SupportTestKit
import Testing

/// R6: `access try` has the worker log in, and says what fails.
struct AccessTryTests {
    private static let password = "Zutritt-geheim-77"

    /// A desk with a worker that is connected.
    private func desk() throws -> RunningDesk {
        let desk = try RunningDesk(.init(startsWorker: true))
        try desk.client().sign()
        let isConnected = try RunningProgram.eventually {
            try desk.client().result("desk.status").at("worker", "connected")?.bool == true
        }
        #expect(isConnected)
        return desk
    }

    private func set(
        _ desk: RunningDesk, _ kind: String, _ more: String, password: String = password
    ) throws {
        try desk.client().result(
            "access.set", #"{"client":"acme","kind":"\#(kind)","secret":"\#(password)"\#(more)}"#)
    }

    private func set(
        _ desk: RunningDesk, _ kind: String, at address: String, password: String = password
    ) throws {
        try set(desk, kind, #","user":"root","address":"\#(address)""#, password: password)
    }

    /// Expects a try to end at a step, nil for a login.
    private func expect(
        _ step: String?, _ desk: RunningDesk, _ kind: String, _ words: String,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let reply = try desk.client().result("access.try", #"{"client":"acme","kind":"\#(kind)"}"#)
        #expect(reply.at("failed_at")?.string == step, sourceLocation: location)
        #expect(reply.at("logged_in")?.bool == (step == nil), sourceLocation: location)
        let detail = reply.at("detail")?.string ?? ""
        #expect(!detail.isEmpty, sourceLocation: location)
        #expect(words.isEmpty || detail.contains(words), sourceLocation: location)
    }

    /// A desk on which an admin panel let in with the right password and refused a wrong one, which
    /// was said with these words.
    private func deskWithPanel(
        _ manner: LoginServer.Manner, right: String, wrong: String
    ) throws -> RunningDesk {
        let desk = try desk()
        let server = try LoginServer(manner, user: "root", password: Self.password)
        let address = "http://127.0.0.1:\(server.port)/admin"
        try set(desk, "admin", at: address)
        try expect(nil, desk, "admin", right)
        try set(desk, "admin", at: address, password: "wrong")
        try expect("login", desk, "admin", wrong)
        return desk
    }

    @Test("an admin panel that asks for HTTP Basic lets in, or refuses, or asks in another way")
    func web() throws {
        let desk = try deskWithPanel(.web, right: "HTTP 200", wrong: "HTTP 401")
        let open = try LoginServer(.openWeb, user: "", password: "")
        try set(desk, "admin", at: "http://127.0.0.1:\(open.port)/")
        try expect("answer", desk, "admin", "HTTP 200")
        #expect(!open.lines.contains { $0.lowercased().hasPrefix("authorization") })
        let shown = try desk.supportc("access", "try", "acme", "admin")
        #expect(shown.code == 3)
        let log = try desk.supportc("log", "--type", "access.tried").output
        #expect(log.contains("admin access of acme tried: logged in"))
        #expect(log.contains("tried: failed at login: HTTP 401"))
        for text in [shown.output, log, desk.log] { #expect(!text.contains(Self.password)) }
    }

    @Test("a form of a page lets in or refuses, and is sent to its own host only")
    func form() throws {
        let desk = try deskWithPanel(.form, right: "by the form", wrong: "asks again")
        let strange = try LoginServer(.strangeForm, user: "root", password: Self.password)
        try set(desk, "admin", at: "http://127.0.0.1:\(strange.port)/")
        try expect("answer", desk, "admin", "https://other.example.com; nothing was sent there")
    }

    @Test("an ftp server lets in or refuses, and what is not there is said")
    func ftp() throws {
        let desk = try desk()
        let server = try LoginServer(.ftp, user: "root", password: Self.password)
        try set(desk, "ftp", at: "127.0.0.1:\(server.port)")
        try expect(nil, desk, "ftp", "root")
        #expect(server.lines.contains("USER root"))
        try set(desk, "ftp", at: "ftp://127.0.0.1:\(server.port)", password: "wrong")
        try expect("login", desk, "ftp", "refused")
        let dead = try LoginServer(.ftp, user: "", password: "").port
        try set(desk, "ftp", at: "127.0.0.1:\(dead)")
        try expect("connect", desk, "ftp", "")
        try set(desk, "ssh", at: "nowhere.invalid")
        try expect("resolve", desk, "ssh", "nowhere.invalid")
        try set(desk, "ssh", at: "127.0.0.1:\(server.port)")
        try expect("answer", desk, "ssh", "")
    }

    @Test("what says no place or user is refused, and without a worker that is said")
    func refused() throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        let params = #"{"client":"acme","kind":"ssh"}"#
        #expect(try desk.client().call("access.try", params).error == "unknown-access")
        try set(desk, "ssh", "")
        #expect(try desk.client().call("access.try", params).code == 2)
        try set(desk, "ssh", at: "https://shop.example.com")
        #expect(try desk.client().call("access.try", params).code == 2)
        try set(desk, "ssh", at: "shop.example.com")
        try expect("worker", desk, "ssh", "no worker is connected")
        let keyed = #"{"client":"acme","kind":"ssh","idempotency_key":"k"}"#
        #expect(try desk.client().call("access.try", keyed).code == 2)
    }

    @Test(
        "neither the desk nor its worker remembers what was tried",
        .enabled(if: geteuid() == 0, "needs root"))
    func forgotten() throws {
        let desk = try desk()
        let server = try LoginServer(.web, user: "root", password: Self.password)
        try set(desk, "admin", at: "http://127.0.0.1:\(server.port)/")
        for _ in 1...20 { try expect(nil, desk, "admin", "HTTP 200") }
        let basic = "cm9vdDpadXRyaXR0LWdlaGVpbS03Nw"
        let texts = [Self.password, basic].map { Array($0.utf8) }
        for process in [desk.process] + RunningProgram.children(of: desk.process) {
            #expect(try ProcessMemory.found(texts, in: process) == [])
        }
    }
}
