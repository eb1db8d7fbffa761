import SupportModel

/// Why a worker is not spoken with.
enum WorkerStranger: Error {
    /// It speaks another version of the worker protocol.
    case otherVersion(Int)
    /// It reported before it introduced itself.
    case noHello
}

extension WorkerStranger: CustomStringConvertible {
    var description: String {
        switch self {
        case .otherVersion(let version):
            "it speaks version \(version) of the worker protocol, the desk "
                + "\(WorkerHello.protocolVersion); install both from one release"
        case .noHello: "it reported before it introduced itself"
        }
    }
}
