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

    @Test(
        "another user reads the desk and changes nothing",
        .enabled(if: canBeSomebodyElse, "needs root, setpriv and perl"))
    func otherUser() throws {
        let desk = try RunningDesk(.init(configuration: "socket_mode = \"0666\"\n"))
        chmod(desk.directory, 0o711)
        let owner = try desk.client()
        try owner.sign()
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

    /// Sends the lines as user 65534 and gives every line that comes.
    private static func ask(_ socket: String, _ lines: [String]) throws -> [WireReply] {
        let script = """
            use IO::Socket::UNIX; alarm 30;
            my $s = IO::Socket::UNIX->new(Peer => shift) or exit 1;
            my @lines = @ARGV; print scalar <$s>;
            for (@lines) { print $s "$_\\n"; $s->flush; print scalar <$s>; }
            """
        let said = try RunningProgram.run(
            setpriv,
            ["--reuid=65534", "--regid=65534", "--clear-groups", perl, "-e", script, socket] + lines
        )
        return try said.output.split(separator: "\n").map { try WireReply(Array($0.utf8)) }
    }
}
