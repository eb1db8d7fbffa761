import Glibc
import SupportSystem

/// The state of a faulty storage: files by number, their names, and what is planned.
struct SimulatedDisk: Sendable {
    /// A change to the names.
    enum NameChange: Sendable {
        case create(String, Int)
        case rename(String, String)
        case remove(String)
    }

    private(set) var files: [Int: SimulatedFile] = [:]
    private(set) var names: [String: Int] = [:]
    private var durableNames: [String: Int] = [:]
    private var unsyncedNames: [NameChange] = []
    private var lastNumber = 0
    private let ignoresSyncs: Bool
    private(set) var calls = 0
    private(set) var isDown = false
    var plans: [Int: StorageTrouble] = [:]
    var capacity: Int?
    var isLocked = false
    /// The names under which files were opened to be written.
    var openedForWriting: Set<String> = []

    init(ignoresSyncs: Bool) {
        self.ignoresSyncs = ignoresSyncs
    }

    /// Counts a call; the bytes that a torn write still puts into its file, nil without trouble.
    mutating func count(_ doing: String, _ subject: String) throws(SystemFault) -> Int? {
        calls += 1
        switch plans[calls] {
        case .powerCut: isDown = true
        case .fail(let errno) where !isDown:
            throw SystemFault(doing: doing, subject: subject, errno: errno)
        case .tear(let bytes) where !isDown: return bytes
        default: break
        }
        if isDown { throw SystemFault(doing: doing, subject: subject, errno: EIO) }
        return nil
    }

    func content(_ number: Int) -> [UInt8] { files[number]?.content ?? [] }

    /// False when the disk has no room for it.
    mutating func write(_ bytes: ArraySlice<UInt8>, at offset: Int, to number: Int) -> Bool {
        let growth = max(0, offset + bytes.count - content(number).count)
        let used = names.values.reduce(0) { $0 + content($1).count }
        if let capacity, growth > 0, used + growth > capacity { return false }
        files[number]?.write(Array(bytes), at: offset)
        return true
    }

    mutating func sync(_ number: Int) {
        if !ignoresSyncs { files[number]?.sync() }
    }

    /// A sync of the file failed for another reason than a power cut.
    mutating func forgetUnsynced(_ number: Int) {
        if !isDown { files[number]?.forgetUnsynced() }
    }

    mutating func create(_ name: String) -> Int {
        if let number = names[name] {
            files[number]?.truncate(to: 0)
            return number
        }
        lastNumber += 1
        files[lastNumber] = SimulatedFile()
        change(.create(name, lastNumber))
        return lastNumber
    }

    mutating func change(_ change: NameChange) {
        Self.apply(change, to: &names)
        unsyncedNames.append(change)
    }

    mutating func syncNames() {
        if ignoresSyncs { return }
        durableNames = names
        unsyncedNames = []
    }

    private static func apply(_ change: NameChange, to names: inout [String: Int]) {
        switch change {
        case .create(let name, let number): names[name] = number
        case .rename(let name, let newName): names[newName] = names.removeValue(forKey: name)
        case .remove(let name): names[name] = nil
        }
    }

    /// Puts or removes a file for good.
    mutating func put(_ name: String, _ content: [UInt8]?) {
        syncAllNames()
        lastNumber += 1
        files[lastNumber] = content.map { SimulatedFile(durable: $0) }
        names[name] = content == nil ? nil : lastNumber
        syncAllNames()
    }

    private mutating func syncAllNames() {
        durableNames = names
        unsyncedNames = []
    }

    /// A running disk with the same content, all of it durable.
    func copied() -> SimulatedDisk {
        var copy = SimulatedDisk(ignoresSyncs: ignoresSyncs)
        for (name, number) in names { copy.put(name, content(number)) }
        return copy
    }

    /// What a power cut leaves, running again.
    func afterPowerCut(_ random: inout SeededRandom) -> SimulatedDisk {
        var left = durableNames
        let kept = Int.random(in: 0...unsyncedNames.count, using: &random)
        for change in unsyncedNames.prefix(kept) { Self.apply(change, to: &left) }
        var disk = SimulatedDisk(ignoresSyncs: ignoresSyncs)
        for (name, number) in left.sorted(by: { $0.key < $1.key }) {
            disk.put(name, files[number]?.afterPowerCut(&random).content ?? [])
        }
        return disk
    }
}
