/// Where a word that is forbidden elsewhere may stand, and why.
struct Exceptions {
    /// The file, or every file below the folder.
    let path: String
    /// The words it may use.
    let words: Set<String>
    /// Why no other way is as good; the reviewer asks.
    let reason: String

    /// The whole list. A new line needs a reason that a reader believes.
    static let all = [
        Exceptions(
            path: "Sources/SupportSystem/", words: WordRules.unsafe,
            reason: "the floor where the system is called: pointers end here"),
        Exceptions(
            path: "Sources/SupportJSON/",
            words: [
                "withUnsafeBytes", "withContiguousStorageIfAvailable", "UnsafeRawBufferPointer",
                "UnsafeBufferPointer", "withUnsafeBufferPointer",
            ],
            reason: "every request and record is scanned here, byte by byte"),
        Exceptions(
            path: "Sources/SupportModel/Desk/Boxed.swift", words: ["@unchecked"],
            reason: "a class behind a value, which is changed only where nothing else refers to it"),
        Exceptions(
            path: "Sources/SupportProbes/", words: WordRules.pointers,
            reason: "libcurl hands out pointers, and a body is searched where libcurl put it"),
        Exceptions(
            path: "Sources/SupportMail/Reading/MailReader.swift", words: WordRules.pointers,
            reason: "libgmime hands out pointers, which end in this file"),
        Exceptions(
            path: "Sources/SupportZstd/", words: WordRules.pointers,
            reason: "libzstd takes and fills memory by address"),
    ]

    static func allow(_ word: String, in path: String) -> Bool {
        all.contains { path.hasPrefix($0.path) && $0.words.contains(word) }
    }
}
