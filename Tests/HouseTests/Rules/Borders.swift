/// What each target may import: the floors of the house, as data. CONTRIBUTING.md says why.
///
/// SwiftPM refuses an import that the manifest does not name; this table also binds the manifest.
enum Borders {
    static let allowed: [String: Set<String>] = [
        "SupportJSON": [],
        "SupportModel": ["HashTreeCollections"],
        "SupportSystem": ["CLinux", "Glibc", "SystemPackage", "Synchronization"],
        "SupportSystemd": ["CSystemd"],
        "SupportZstd": ["CZstd"],
        "SupportTerminal": ["CTerminal", "SupportSystem"],
        // Crypto for the secrets that the desk hands over to a worker.
        "SupportLink": ["SupportJSON", "SupportModel", "Crypto", "FoundationEssentials"],
        "SupportTOML": ["SupportModel"],
        "SupportArguments": ["ArgumentParser"],
        "SupportWire": ["SupportJSON", "SupportModel"],
        "SupportStore": [
            "SupportJSON", "SupportModel", "SupportSystem", "SupportZstd", "FoundationEssentials",
            "Crypto", "Synchronization",
        ],
        "SupportProbes": [
            "SupportModel", "SupportSystem", "SupportLink", "CCurl", "HeapModule",
            "Synchronization",
        ],
        // Crypto for the digests of attachments.
        "SupportClient": [
            "SupportJSON", "SupportModel", "SupportWire", "SupportSystem", "Crypto",
        ],
        "SupportDaemon": [
            "SupportJSON", "SupportModel", "SupportSystem", "SupportSystemd", "SupportLink",
            "SupportWire", "SupportStore", "SupportTOML", "Crypto", "Foundation",
            "FoundationEssentials",
            "Logging", "NIOCore",
            "NIOPosix", "Synchronization", "SystemPackage",
            // Answers that wait for the disk stand in line: they go in at one end and out at the
            // other, which an array does slowly.
            "DequeModule",
        ],
        "SupportCommands": [
            "SupportJSON", "SupportModel", "SupportTOML", "SupportWire", "SupportClient",
            "SupportArguments", "SupportTerminal", "ArgumentParser",
        ],
        "supportd": ["SupportDaemon", "SupportArguments", "ArgumentParser"],
        // Model for the release that `--version` says, System for what a process must settle before
        // its first probe: broken pipes, descriptors and where complaints go, Systemd for its signs of life. The probes themselves
        // change nothing of the process that they run in.
        "supportd-worker": [
            "SupportProbes", "SupportModel", "SupportSystem", "SupportSystemd",
            "SupportArguments", "ArgumentParser",
        ],
        "SupportMail": [
            "SupportModel", "SupportSystem", "SupportWire", "SupportClient", "CMail",
        ],
        // Wire and Client for what a delivery answers, System for the process that closes itself in.
        "supportd-mail": [
            "SupportMail", "SupportModel", "SupportSystem", "SupportWire", "SupportClient",
            "SupportArguments", "ArgumentParser",
        ],
        "supportc": ["SupportCommands"],
    ]
}
