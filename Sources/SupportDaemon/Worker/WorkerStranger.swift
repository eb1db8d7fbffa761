/// Why a worker is not spoken with.
enum WorkerStranger: Error {
    /// It speaks another version of the worker protocol.
    case otherVersion(Int)
    /// It reported before it introduced itself.
    case noHello
}
