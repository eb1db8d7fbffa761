// swift-tools-version: 6.2
import PackageDescription

// The house, bottom floor first. A target exists only where its border forbids something;
// CONTRIBUTING.md says what each border is for and HouseTests keeps it.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil
) -> Target {
    .target(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
}

func program(
    _ name: String, _ dependencies: [Target.Dependency], linker: [LinkerSetting] = []
) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies, swiftSettings: settings, linkerSettings: linker)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], golden: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, exclude: golden, swiftSettings: settings)
}

let argumentParser: Target.Dependency =
    .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")

let package = Package(
    name: "supportd",
    products: [
        .executable(name: "supportd", targets: ["supportd"]),
        .executable(name: "supportd-worker", targets: ["supportd-worker"]),
        .executable(name: "supportc", targets: ["supportc"]),
        .executable(name: "supportd-mail", targets: ["supportd-mail"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(
            name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .target(name: "CMail", dependencies: ["CGMime"]),
        .target(
            name: "CTerminal",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),

        library("SupportJSON"),
        library(
            "SupportModel",
            [.product(name: "HashTreeCollections", package: "swift-collections")]),
        .systemLibrary(name: "CLinux"),
        .target(name: "CHeap"),
        library(
            "SupportSystem",
            ["CLinux", .product(name: "SystemPackage", package: "swift-system")]),
        library("SupportSystemd", ["CSystemd"]),
        library("SupportTerminal", ["CTerminal", "SupportSystem"]),
        library("SupportZstd", ["CZstd"]),
        library("SupportTOML", ["SupportModel"]),
        library("SupportArguments", [argumentParser]),
        library("SupportLink", ["SupportJSON", "SupportModel", crypto]),
        library("SupportWire", ["SupportJSON", "SupportModel"]),
        library(
            "SupportStore",
            ["SupportJSON", "SupportModel", "SupportSystem", "SupportZstd", crypto]),
        library(
            "SupportProbes",
            [
                "SupportModel", "SupportSystem", "SupportLink", "CCurl",
                .product(name: "HeapModule", package: "swift-collections"),
            ]),
        library(
            "SupportClient",
            ["SupportJSON", "SupportModel", "SupportWire", "SupportSystem", crypto]),
        library(
            "SupportDaemon",
            [
                "SupportJSON", "SupportModel", "SupportSystem", "SupportSystemd", "SupportLink",
                "SupportWire", "SupportStore", "SupportTOML", crypto,
                .product(name: "DequeModule", package: "swift-collections"),
                nioCore, nioPosix, logging,
            ]),
        library(
            "SupportCommands",
            [
                "SupportJSON", "SupportModel", "SupportTOML", "SupportWire", "SupportClient",
                "SupportArguments", "SupportTerminal", argumentParser,
            ]),

        library(
            "SupportMail",
            [
                "SupportModel", "SupportSystem", "SupportWire", "SupportClient", "CMail",
            ]),

        program("supportd", ["SupportDaemon", "SupportArguments", "CHeap", argumentParser]),
        program(
            "supportd-worker",
            [
                "SupportProbes", "SupportModel", "SupportSystem", "SupportSystemd",
                "SupportArguments", "CHeap", argumentParser,
            ]),
        program(
            "supportd-mail",
            [
                "SupportMail", "SupportClient", "SupportModel", "SupportSystem", "SupportWire",
                "SupportArguments", argumentParser,
            ]),
        // A client that starts a thousand times a day: without the dynamic loader it starts in half
        // the time.
        program(
            "supportc", ["SupportCommands"],
            linker: [.unsafeFlags(["-static-executable"], .when(configuration: .release))]),

        .executableTarget(
            name: "desk-load", dependencies: ["SupportSystem", argumentParser],
            path: "Tests/Benchmarks/DeskLoad", swiftSettings: settings),
        library(
            "SupportTestKit",
            ["SupportJSON", "SupportModel", "SupportSystem", "SupportStore", "SupportClient"],
            path: "Tests/SupportTestKit"),
        tests("HouseTests"),
        tests("SupportJSONTests", ["SupportJSON", "SupportTestKit"]),
        tests(
            "SupportModelTests",
            // Wire for the words of refusals, which are made there.
            ["SupportModel", "SupportJSON", "SupportTestKit", "SupportWire"],
            golden: ["Golden"]),
        tests("SupportSystemTests", ["SupportSystem", "SupportTestKit"]),
        tests("SupportSystemdTests", ["SupportSystemd"]),
        tests("SupportZstdTests", ["SupportZstd"]),
        tests("SupportTOMLTests", ["SupportModel", "SupportTOML", "SupportTestKit"]),
        tests(
            "SupportLinkTests",
            ["SupportLink", "SupportModel", "SupportTestKit"]),
        tests(
            "SupportStoreTests",
            [
                // Client for backups, which it writes and the store reads.
                "SupportJSON", "SupportStore", "SupportModel", "SupportSystem", "SupportClient",
                "SupportTestKit",
            ],
            golden: ["Golden"]),
        tests(
            "SupportWireTests",
            ["SupportWire", "SupportJSON", "SupportModel", "SupportTestKit"]),
        tests(
            "SupportProbesTests",
            [
                "SupportProbes", "SupportLink", "SupportModel", "SupportSystem", "SupportTestKit",
            ]),
        tests(
            "SupportMailTests", ["SupportMail", "SupportClient", "SupportModel", "SupportTestKit"]),
        tests(
            "SupportDaemonTests",
            [
                "SupportDaemon", "SupportJSON", "SupportModel", "SupportStore", "SupportSystem",
                "SupportTOML", "SupportTestKit", "SupportWire",
                logging, nioCore,
                .product(name: "NIOEmbedded", package: "swift-nio"),
                nioPosix,
            ]),
        tests(
            "SupportCommandsTests",
            [
                "SupportCommands", "SupportClient", "SupportWire", "SupportModel", "SupportJSON",
                "SupportTerminal", "SupportTestKit",
            ],
            golden: ["Golden"]),
        tests(
            "EndToEndTests", ["SupportJSON", "SupportModel", "SupportSystem", "SupportTestKit"]),
    ],
    swiftLanguageModes: [.v6]
)
