/// What each target may import: the floors of the house, as data. CONTRIBUTING.md says why.
///
/// SwiftPM refuses an import that the manifest does not name; this table also binds the manifest.
enum Borders {
    static let allowed: [String: Set<String>] = [
        "SupportJSON": [],
        "SupportModel": ["HashTreeCollections"],
        "SupportSystem": ["CLinux", "Glibc", "SystemPackage", "Synchronization"],
        "SupportSystemd": ["CSystemd"],
        "SupportWire": ["SupportJSON", "SupportModel", "FoundationEssentials"],
        "SupportStore": [
            "SupportJSON", "SupportModel", "SupportSystem", "FoundationEssentials", "Crypto",
            "Synchronization", "SystemPackage",
        ],
        "SupportProbes": [
            "SupportJSON", "SupportModel", "SupportSystem", "CCurl", "FoundationEssentials",
            "HeapModule", "Synchronization", "SystemPackage",
        ],
        "SupportClient": [
            "SupportJSON", "SupportModel", "SupportWire", "SupportSystem", "FoundationEssentials",
            "SystemPackage",
        ],
        "SupportDaemon": [
            "SupportJSON", "SupportModel", "SupportSystem", "SupportSystemd", "SupportWire",
            "SupportStore", "Crypto", "Foundation", "FoundationEssentials", "Logging", "NIOCore",
            "NIOPosix", "ServiceLifecycle", "Synchronization", "SystemPackage", "TOMLKit",
        ],
        "SupportCommands": [
            "SupportJSON", "SupportModel", "SupportWire", "SupportClient", "ArgumentParser",
            "FoundationEssentials",
        ],
        "supportd": ["SupportDaemon", "ArgumentParser"],
        "supportd-worker": ["SupportProbes", "ArgumentParser"],
        "supportc": ["SupportCommands"],
    ]
}
