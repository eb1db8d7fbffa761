package import SupportModel

/// `[mail]`: what is done with mail that comes in.
package struct MailTable: Hashable, Sendable {
    /// The rules that are set.
    package var policy = MailPolicy()

    mutating func read(_ table: inout TableReader) {
        table.read("level", .level, into: &policy.level)
        table.read("on_demand", .boolean, into: &policy.onDemand)
        var server = policy.authenticationServer ?? ""
        table.read("authserv_id", .serverNameOrEmpty, into: &server)
        policy.authenticationServer = server.isEmpty ? nil : server
        table.read("hourly_max", .integer(1...100_000), into: &policy.hourlyMax)
        table.read("held_max", .integer(1...10_000), into: &policy.heldMax)
        table.read(
            "held_bytes_max", .integer(1_048_576...ConfigurationLimits.heldBytesMax),
            into: &policy.heldBytesMax)
        table.read(
            "bytes_max", .integer(65_536...ConfigurationLimits.mailBytesMax), into: &policy.bytesMax
        )
    }
}

extension Setting<String> {
    /// The name of a mail server, or nothing.
    static var serverNameOrEmpty: Setting {
        text.map(wanted: "leave it empty, or give a name of 1 to 253 letters, digits, - . _") {
            (text) throws(Misfit) in
            let isName = text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || [45, 46, 95].contains(byte)
            }
            guard isName, text.utf8.count <= 253 else {
                throw Misfit("\(SettingPath.quoted(text)) is no such name")
            }
            return text
        }
    }
}
