import SystemPackage

/// What an error of the system says about an attempt to connect.
package enum ConnectionError: Hashable, Sendable {
    /// Nobody listens there.
    case refused
    /// This host has run out of something, or forbids it: says nothing about the other side.
    case own(String)
    /// Anything else, in the system's words.
    case other(String)

    /// The meaning of an error number; nil for 0, which is none.
    package init?(number: CInt) {
        let error = Errno(rawValue: number)
        switch error {
        case Errno(rawValue: 0): return nil
        case .connectionRefused: self = .refused
        case .tooManyOpenFiles, .tooManyOpenFilesInSystem, .noBufferSpace, .noMemory,
            .permissionDenied, .notPermitted, .addressNotAvailable, .addressFamilyNotSupported:
            self = .own(error.description)
        default: self = .other(error.description)
        }
    }
}
