import ArgumentParser
import SupportWire

/// The options of every command that changes something.
struct ChangeOptions: CallOptions {
    @OptionGroup(title: "General options") var reading: ReadOptions

    @Option(
        help: ArgumentHelp(
            "Any text of your own: repeating the command with it does nothing twice.",
            valueName: "key"),
        transform: Self.key)
    var key: String?

    @Option(
        help: ArgumentHelp(
            "Refuse if it has changed since you saw this version.", valueName: "version"))
    var ifVersion: UInt64?

    var mutation: MutationOptions { MutationOptions(idempotencyKey: key, ifVersion: ifVersion) }

    @Sendable private static func key(_ text: String) throws -> String {
        guard (1...WireLimits.keyBytesMax).contains(text.utf8.count) else {
            throw ValidationError("a key has 1 to \(WireLimits.keyBytesMax) bytes")
        }
        return text
    }
}
