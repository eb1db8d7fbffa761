import Glibc
import SupportJSON
import SupportTestKit
import Testing

/// Who may do what, as the kernel says who somebody is.
struct RightsTests {
    private static let perl = "/usr/bin/perl"
    private static let setpriv = "/usr/bin/setpriv"

    /// Only root can be somebody else.
    private static var canBeSomebodyElse: Bool {
        geteuid() == 0 && RunningProgram.exists(perl) && RunningProgram.exists(setpriv)
    }

    private static func deskForEverybody() throws -> RunningDesk {
        let desk = try RunningDesk(.init(configuration: "socket_mode = \"0666\"\n"))
        chmod(desk.directory, 0o711)
        return desk
    }

    /// Such a desk with a contract, and its owner.
    private static func signedDeskForEverybody() throws -> (RunningDesk, WireClient) {
        let desk = try deskForEverybody()
        return (desk, try desk.signedClient())
    }

    /// The user and group number that others are called with.
    private static let other = 65534

    @Test(
        "a stranger reads nothing and changes nothing",
        .enabled(if: canBeSomebodyElse, "needs root, setpriv and perl"))
    func stranger() throws {
        let (desk, owner) = try Self.signedDeskForEverybody()
        let replies = try Self.ask(
            desk.socket,
            [
                WireClient.line(1, "desk.status", "{}"),
                WireClient.line(2, "ticket.note", #"{"ticket":1,"text":"mine"}"#),
                WireClient.line(3, "ticket.list", "{}"),
                WireClient.line(4, "rights.whoami", "{}"),
            ])
        try #require(replies.count == 5)
        for refused in replies[1...3] {
            #expect(refused.code == 7)
            #expect(refused.error == "not-permitted")
            #expect(refused.message.contains("uid 65534"))
        }
        #expect(replies[4].result?.at("uid")?.int == Self.other)
        #expect(try owner.wholeLog().count == 5)
        #expect(try owner.wholeLog().allSatisfy { $0.at("by")?.string?.hasSuffix(":0") == true })
        #expect(try owner.wholeLog().allSatisfy { $0.at("role")?.string == "owner" })
    }

    @Test(
        "a member of staff works under their own name",
        .enabled(if: canBeSomebodyElse, "needs root, setpriv and perl"))
    func engineer() throws {
        let (desk, owner) = try Self.signedDeskForEverybody()
        _ = try owner.call(
            "staff.add", #"{"staff":"ben","role":"engineer","user":"\#(Self.other)"}"#)
        let replies = try Self.ask(
            desk.socket,
            [
                WireClient.line(1, "ticket.assign", #"{"ticket":1,"to":"me"}"#),
                WireClient.line(2, "time.add", #"{"ticket":1,"minutes":30}"#),
                WireClient.line(3, "contract.show", #"{"contract":"1"}"#),
                WireClient.line(4, "statement.show", #"{"contract":"1"}"#),
            ])
        try #require(replies.count == 5)
        #expect(replies[1].result?.at("assignee")?.string == "ben")
        #expect(replies[2].result?.at("entry")?.at("staff")?.string == "ben")
        #expect(replies[3].result != nil && replies[3].result?.at("monthly_fee") == nil)
        #expect(replies[4].code == 7)
        let last = try #require(try owner.wholeLog().last)
        #expect(last.at("staff")?.string == "ben")
        #expect(last.at("role")?.string == "engineer")
    }

    @Test(
        "attachments are sent and taken off by who works, and fetched by who reads",
        .enabled(if: canBeSomebodyElse, "needs root, setpriv and perl"))
    func attachments() throws {
        let (desk, owner) = try Self.signedDeskForEverybody()
        let hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
        let lines = [
            WireClient.line(
                1, "attachment.put", #"{"upload":1,"offset":0,"data":"aGVsbG8=","end":true}"#),
            WireClient.line(
                2, "ticket.attach",
                #"{"ticket":1,"files":[{"content":"\#(hello)","name":"a","type":"text/plain","#
                    + #""bytes":5}]}"#),
            WireClient.line(3, "attachment.get", #"{"ticket":1,"attachment":"a"}"#),
            WireClient.line(
                4, "ticket.detach", #"{"ticket":1,"attachment":"b","reason":"r"}"#),
        ]
        let stranger = try Self.ask(desk.socket, lines)
        #expect(stranger.map(\.code) == [nil, 7, 7, 7, 7])
        for line in lines[0...1] { try owner.sendLine(line) }
        for _ in lines[0...1] { #expect(try owner.receive().result != nil) }
        _ = try owner.call(
            "staff.add", #"{"staff":"vera","role":"viewer","user":"\#(Self.other)"}"#)
        let viewer = try Self.ask(desk.socket, lines)
        #expect(viewer.map(\.code) == [nil, 7, 7, nil, 7])
        #expect(viewer.last?.error == "not-permitted")
        #expect(viewer[3].result?.at("data")?.string == "aGVsbG8=")
        _ = try owner.call("staff.set", #"{"staff":"vera","role":"engineer"}"#)
        let engineer = try Self.ask(desk.socket, lines)
        #expect(engineer.map(\.code) == [nil, nil, nil, nil, 3])
    }

    @Test(
        "a group has a role by the process's own group or a supplementary one",
        .enabled(if: canBeSomebodyElse, "needs root, setpriv and perl"),
        arguments: [["--regid=4243", "--clear-groups"], ["--regid=65534", "--groups=7,4243,9"]])
    func groups(arguments: [String]) throws {
        let desk = try RunningDesk(
            .init(configuration: "socket_mode = \"0666\"\n[roles]\nviewer = [\"4243\"]\n"))
        chmod(desk.directory, 0o711)
        let lines = [
            WireClient.line(1, "ticket.list", "{}"), WireClient.line(2, "client.archive", "{}"),
        ]
        let member = try Self.ask(desk.socket, lines, as: arguments)
        #expect(member.map(\.code) == [nil, nil, 7])
        let outsider = try Self.ask(
            desk.socket, lines, as: ["--regid=65534", "--groups=7,4244,9"])
        #expect(outsider.map(\.code) == [nil, 7, 7])
    }

    /// How somebody comes by a role, with the groups of their process.
    enum Way: CaseIterable {
        case staff, group, supplementary, stranger

        var groups: [String] {
            switch self {
            case .staff, .stranger: ["--regid=65534", "--clear-groups"]
            case .group: ["--regid=4243", "--clear-groups"]
            case .supplementary: ["--regid=65534", "--groups=7,4243,9"]
            }
        }
    }

    /// What each role may do, written down once more.
    private static let roles: [String: Set<String>] = [
        "viewer": ["read"], "engineer": ["read", "work", "monitor", "access"],
        "manager": [
            "read", "see-money", "work", "monitor", "access", "book-for-others", "manage", "agree",
        ],
        "operator": ["read", "monitor", "operate"],
    ]

    @Test(
        "every method opens to the roles that have its right, and to nobody else",
        .enabled(if: canBeSomebodyElse, "needs root, setpriv and perl"),
        arguments: roles.keys.sorted(), Way.allCases)
    func everyMethod(role: String, way: Way) throws {
        let hasGroup = way == .group || way == .supplementary
        let desk = try RunningDesk(
            .init(
                configuration: "socket_mode = \"0666\"\n"
                    + (hasGroup ? "[roles]\n\(role) = [\"4243\"]\n" : "")))
        chmod(desk.directory, 0o711)
        let owner = try desk.client()
        if way == .staff {
            try owner.result(
                "staff.add", #"{"staff":"ben","role":"\#(role)","user":"\#(Self.other)"}"#)
        }
        let before = try owner.wholeLog().count
        let methods = try #require(try owner.result("rights.list").at("methods")).members.flatMap {
            (right, names) in names.array.compactMap { ($0.string ?? "", right) }
        }
        try #require(methods.count > 80)
        // Without its parameters no method does anything.
        let lines = methods.enumerated().map { WireClient.line($0 + 1, $1.0, #"{"no":1}"#) }
        let replies = try Self.ask(desk.socket, lines, as: way.groups)
        try #require(replies.count == lines.count + 1)
        for ((method, right), reply) in zip(methods, replies.dropFirst()) {
            // Who may work may deliver mail too.
            let wanted = right == "deliver" ? "work" : right
            let isOpen = way != .stranger && Self.roles[role]?.contains(wanted) ?? false
            #expect((reply.error == "not-permitted") == !isOpen, "\(method): \(reply.text)")
        }
        #expect(try owner.wholeLog().count == before)
        // Root, on the same desk, may do all of it.
        let root = try lines.map { line in
            try owner.sendLine(line)
            return try owner.receive().error
        }
        #expect(!root.contains("not-permitted"))
    }

    @Test(
        "a socket that is not for everybody lets nobody else in",
        .enabled(if: canBeSomebodyElse, "needs root, setpriv and perl"))
    func socketMode() throws {
        let desk = try RunningDesk(.init(configuration: "socket_mode = \"0600\"\n"))
        chmod(desk.directory, 0o711)
        #expect(try Self.ask(desk.socket, [WireClient.line(1, "desk.status", "{}")]).isEmpty)
    }

    @Test(
        "a long line is taken only from who may call what it names",
        .enabled(if: canBeSomebodyElse, "needs root, setpriv and perl"))
    func longLine() throws {
        let desk = try Self.deskForEverybody()
        let params = #"{"client":"acme","level":3,"subject":"s","body":"BODY"}"#
        let line = WireClient.line(1, "ticket.open", params)
        let replies = try Self.ask(desk.socket, [line], bodyBytes: 100_000)
        try #require(replies.count == 2)
        #expect(replies[1].error == "not-permitted")
        #expect(replies[1].root[member: "id"]?.isNull == true, "it was not read to its end")
        let read = WireClient.line(1, "rights.whoami", #"{"client":"BODY"}"#)
        let other = try Self.ask(desk.socket, [read], bodyBytes: 100_000)
        #expect(other.last?.error == "line-too-long")
    }

    /// Sends the lines as user 65534 and gives every line that comes.
    ///
    /// `BODY` in a line stands for so many bytes, which are more than an argument may have.
    private static func ask(
        _ socket: String, _ lines: [String], bodyBytes: Int = 0,
        as groups: [String] = ["--regid=65534", "--clear-groups"]
    ) throws -> [WireReply] {
        let script = """
            use IO::Socket::UNIX; alarm 30; $SIG{PIPE} = 'IGNORE';
            my $s = IO::Socket::UNIX->new(Peer => shift) or exit 1;
            my $body = 'x' x shift;
            my @lines = map { s/BODY/$body/r } @ARGV; print scalar <$s>;
            for (@lines) { print $s "$_\\n"; $s->flush; print scalar <$s>; }
            """
        let said = try RunningProgram.run(
            setpriv,
            ["--reuid=\(other)"] + groups + [perl, "-e", script, socket, "\(bodyBytes)"] + lines
        )
        return try said.output.split(separator: "\n").map { try WireReply(Array($0.utf8)) }
    }
}
