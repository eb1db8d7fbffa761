import NIOCore
import SupportJSON
import SupportModel
import SupportSystem
package import SupportWire

/// The file that holds the key of the access data (R6): 32 random bytes that nobody else can read.
///
/// It is read for each use, so that a key that was put right works at once, and that the memory of
/// an idle desk holds none. Reading may take as long as its file system does not answer: requests do
/// it by a `KeyUse`, off the event loop.
package struct CredentialKeyFile: Hashable, Sendable {
    /// The name in the state directory, unless the configuration names another file.
    package static let usualName = "access.key"

    /// Where it is.
    package let path: String
    /// The directory in which the desk may make it; nil where the operator brings it.
    private let directory: String?

    /// The desk's own file, which is made with the first secret. The state directory is locked by
    /// the desk, so no other can make it at the same time.
    package init(inStateDirectory directory: String) {
        path = "\(directory)/\(Self.usualName)"
        self.directory = directory
    }

    /// A file that the operator named and brings: the desk never makes it, because a wrong path or
    /// a file system that is not mounted would be mistaken for a desk without a key.
    package init(named path: String) {
        self.path = path
        directory = nil
    }

    /// Where the key lies that this one follows, while secrets are still sealed with it.
    package var oldPath: String { path + ".old" }

    /// The keys, to open what was sealed with them.
    package func read() throws(WireError) -> CredentialKeys {
        guard let key = try Self.key(in: path) else { throw missing }
        return CredentialKeys(current: key, old: try Self.key(in: oldPath))
    }

    /// The keys, to seal with the first; it is made where there is none yet and no secret would be
    /// lost behind it.
    ///
    /// - Parameter hasSecrets: whether the desk keeps any; then a new key is made only beside the
    ///   old one that opens them.
    /// - Parameter isDryRun: whether a key that would be made is only thought of.
    package func readOrMake(
        hasSecrets: Bool, isDryRun: Bool = false
    ) throws(WireError) -> CredentialKeys {
        if try Self.key(in: path) != nil { return try read() }
        let hasOld = try Self.key(in: oldPath) != nil
        guard let directory, !hasSecrets || hasOld else { throw missing }
        if isDryRun, let key = try? CredentialKey(Randomness.bytes(CredentialKey.bytesCount)) {
            return CredentialKeys(current: key, old: try Self.key(in: oldPath))
        }
        try make(in: directory)
        // What is used is what a later start will read.
        return try read()
    }

    /// Why the key cannot be used; nil where it can, or where none is needed yet.
    package func problem(hasSecrets: Bool) -> WireError? {
        do throws(WireError) {
            guard try Self.key(in: path) == nil else {
                _ = try Self.key(in: oldPath)
                return nil
            }
            return hasSecrets || directory == nil ? missing : nil
        } catch {
            return error
        }
    }

    /// Why the key cannot be used where its file does not answer in time.
    func silence(after time: TimeAmount = LedgerLimits.keyWait) -> WireError {
        let words = DurationText.text(milliseconds: time.nanoseconds / 1_000_000)
        return .accessKey(
            "its key \(path) could not be read within \(words)",
            hint: "see to the file system that holds it, then ask again")
    }

    /// The key in a file; nil where there is no such file.
    private static func key(in path: String) throws(WireError) -> CredentialKey? {
        let bytes: [UInt8]
        do throws(PrivateFile.Fault) {
            bytes = try PrivateFile.read(path, bytesMax: CredentialKey.bytesCount + 1)
        } catch {
            if error == .missing { return nil }
            throw refusal(error, path)
        }
        guard let key = CredentialKey(bytes) else {
            throw .accessKey(
                "\(path) does not hold \(CredentialKey.bytesCount) bytes but "
                    + (bytes.count > CredentialKey.bytesCount ? "more" : "\(bytes.count)"),
                hint: "put the right file back from a backup")
        }
        return key
    }

    /// Makes a key, and has it on the disk before anything is sealed with it.
    private func make(in directory: String) throws(WireError) {
        do throws(SystemFault) {
            let bytes = try Randomness.bytes(CredentialKey.bytesCount)
            let storage = try DiskStorage(directory: directory, creating: false)
            try writeFileDurably(Self.usualName, [bytes[...]], in: storage)
        } catch {
            if error.isLackOfSpace { throw .cannotStore(LedgerWords.noRoom) }
            throw .accessKey("a key could not be made: \(error)", hint: "see to the directory")
        }
    }

    private var missing: WireError {
        .accessKey(
            "its key \(path) is not there",
            hint: directory == nil
                ? "put the file there that [access] key_file names: 32 random bytes, mode 0600; "
                    + "supportd(8) tells how"
                : "put the file back from a backup; without it no secret that is kept can be read, "
                    + "and only their removal lets a new key be made. One that is to follow "
                    + "\(oldPath) is made by supportc access reseal")
    }

    private static func refusal(_ fault: PrivateFile.Fault, _ path: String) -> WireError {
        switch fault {
        case .missing: .accessKey("\(path) is not there", hint: "put it there")
        case .notAFile:
            .accessKey("\(path) is no plain file", hint: "put the key's file there")
        case .open(let mode):
            .accessKey(
                "others may read or change \(path) (mode 0\(String(mode, radix: 8)))",
                hint: "chmod 600 \(path), and think of who may have read it")
        case .foreign(let owner):
            .accessKey(
                "\(path) belongs to user \(owner)",
                hint: "give it to the user that supportd runs as, mode 0600")
        case .system(let fault):
            .accessKey("\(fault)", hint: "give it to the user that supportd runs as, mode 0600")
        }
    }
}

/// What a request does with the file of the key: reads it on a thread where that may take long, and
/// goes on in the ledger with what was read.
struct KeyUse: Sendable {
    /// Goes on with what was read and the desk as it is by then.
    typealias Next = @Sendable (DeskView) throws -> Result

    /// What is made of the request once the keys are there.
    enum Result: Sendable {
        /// The desk is changed.
        case mutation(Mutation)
        /// Another thread makes the answer.
        case errand(@Sendable () throws -> RawJSON)
        /// A worker is to try a login, and the desk is changed with the result.
        case login(LoginWish)
    }

    /// Reads the file; it may take for ever.
    let read: @Sendable () -> Next
    /// Goes on where the file could not be read.
    let refuse: @Sendable (WireError) -> Next

    /// - Parameters:
    ///   - read: what is read, on another thread.
    ///   - next: given what was read, or why it could not be.
    init<Value: Sendable>(
        _ read: @escaping @Sendable () throws(WireError) -> Value,
        next: @escaping @Sendable (Swift.Result<Value, WireError>, DeskView) throws -> Result
    ) {
        self.read = {
            let value = Swift.Result(catching: read)
            return { try next(value, $0) }
        }
        refuse = { error in { try next(.failure(error), $0) } }
    }
}
