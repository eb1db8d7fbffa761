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

    @Test(
        "another user reads the desk and changes nothing",
        .enabled(if: canBeSomebodyElse, "needs root, setpriv and perl"))
    func otherUser() throws {
        let desk = try Self.deskForEverybody()
        let owner = try desk.signedClient()
        let replies = try Self.ask(
            desk.socket,
            [
                WireClient.line(1, "desk.status", "{}"),
                WireClient.line(2, "ticket.note", #"{"ticket":1,"text":"mine"}"#),
                WireClient.line(3, "desk.verify", "{}"),
                WireClient.line(4, "ticket.list", "{}"),
            ])
        try #require(replies.count == 5)
        #expect(replies[1].result != nil)
        for refused in replies[2...3] {
            #expect(refused.code == 7)
            #expect(refused.error == "not-permitted")
            #expect(refused.message.contains("uid 65534"))
        }
        #expect(replies[4].result?.at("tickets")?.array.count == 1)
        #expect(try owner.wholeLog().count == 5)
        #expect(try owner.wholeLog().allSatisfy { $0.at("by")?.string?.hasSuffix(":0") == true })
    }

    @Test(
        "a socket that is not for everybody lets nobody else in",
        .enabled(if: canBeSomebodyElse, "needs root, setpriv and perl"))
    func socketMode() throws {
        let desk = try RunningDesk()
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
        let read = WireClient.line(1, "ticket.list", #"{"client":"BODY"}"#)
        let other = try Self.ask(desk.socket, [read], bodyBytes: 100_000)
        #expect(other.last?.error == "line-too-long")
    }

    /// Sends the lines as user 65534 and gives every line that comes.
    ///
    /// `BODY` in a line stands for so many bytes, which are more than an argument may have.
    private static func ask(
        _ socket: String, _ lines: [String], bodyBytes: Int = 0
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
            [
                "--reuid=65534", "--regid=65534", "--clear-groups", perl, "-e", script, socket,
                "\(bodyBytes)",
            ]
                + lines
        )
        return try said.output.split(separator: "\n").map { try WireReply(Array($0.utf8)) }
    }
}
