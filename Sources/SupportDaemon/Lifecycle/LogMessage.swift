import Logging
import SupportModel
import SupportSystem

/// What the journal of systemd keeps of a message beside its text.
package enum LogMessage {
    /// A monitor is believed to be down.
    static let monitorDown = "a monitor is down"
    /// A monitor that was down is believed to be up.
    static let monitorUp = "a monitor is up again"
    /// An old segment of the journal was compressed.
    static let segmentCompressed = "a segment of the journal was compressed"
    /// Old segments stay as they are for now.
    static let notCompressed = "old segments of the journal could not be compressed"
    /// Why the daemon cannot start or go on; the text is the fault's own.
    static let fatal = "the daemon cannot start or go on"

    /// The messages that `journalctl -x` explains, with the identifiers under which
    /// `systemd/supportd.catalog` has them. An identifier is never used for another message.
    package static let identifiers: [String: String] = [
        "ready": "6ea372f55c994f70bf577f99d1559f07",
        "stopped": "ab2359a004bc43abac64b67fa5e6f038",
        LogMessage.fatal: "e09bf6a1595f4111a3e8a45b35bd9869",
        "the configuration was read again": "a717bc7fb5314108b356c5c11bec2498",
        "the configuration is wrong and the old one stays": "c525ad1ae33748c9a2ca5e30d635f015",
        "\(LedgerWords.noRoom): changes are refused": "8a7be227325b48e685c1da0ebf601f47",
        "\(LedgerWords.filesGone): changes are refused": "fe0417bc358b48d3a3a19bc277631603",
        "the disk of the state directory has room again: changes are stored":
            "f915e504a6e34009a893a0fc9ec362c5",
        "the journal is damaged": "15fde7e7dd4c4f05861527bd22fce94f",
        LogMessage.segmentCompressed: "3c512bc658304473b88b865402e52eeb",
        LogMessage.notCompressed: "0cb1412029804e7c8a441b4acfe15a46",
        "recovery": "c5c4271abc22471294ad7ad7e491af49",
        "\(LedgerWords.clockInDoubt)": "d4f195dd890f420cb1394497f9884246",
        "no access data can be sealed or opened": "5055dbccdc444aac9b8f4ad7c3099818",
        "the worker hangs and is replaced": "3085f25ffb89482f9500f51ade116dbd",
        "no worker is connected: nothing is monitored": "94430d44af33432181b834fb839fadcb",
        LogMessage.monitorDown: "b37f27c743264c629dae9f352a23b10b",
        LogMessage.monitorUp: "9961667cc97348d3aa6b1873cd4e6867",
        "a call was not permitted": "fb824ce72b30409b9dd1d1c13bcf71c9",
    ]

    /// Fields whose names are the desk's own words; others begin with `SUPPORTD_`.
    private static let plainNames: Set<String> = ["ticket", "client", "monitor", "event-seq"]

    /// The fields of a message and its values.
    ///
    /// - Parameter identifier: the name of the program.
    static func fields(
        _ message: String, _ values: Logger.Metadata, from identifier: String
    ) -> [JournalField] {
        var fields = [JournalField("SYSLOG_IDENTIFIER", identifier)]
        if let known = identifiers[message] { fields.append(JournalField("MESSAGE_ID", known)) }
        for (key, value) in values.sorted(by: { $0.key < $1.key }) {
            fields.append(JournalField(name(key), PrintableText.line("\(value)")))
        }
        return fields
    }

    /// The name of a value's field: `EVENT_SEQ` of `event-seq`, `SUPPORTD_CAUSE` of `cause`.
    private static func name(_ key: String) -> String {
        let name = key.uppercased().replacing("-", with: "_")
        return plainNames.contains(key) ? name : "SUPPORTD_\(name)"
    }
}
