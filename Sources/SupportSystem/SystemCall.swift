import Glibc
import SystemPackage

/// Makes a call that returns -1 on failure, and repeats it while a signal interrupts it.
///
/// Not for `close`, which must never be repeated.
func systemCall<Answer: BinaryInteger>(
    _ doing: String, _ subject: @autoclosure () -> String, _ call: () -> Answer
) throws(SystemFault) -> Answer {
    while true {
        let answer = call()
        if answer != -1 { return answer }
        let cause = errno
        if cause != EINTR {
            throw SystemFault(doing: doing, subject: subject(), errno: cause)
        }
    }
}

/// Checks a call that returns an error number itself, 0 for success, as POSIX threads do.
func checkAnswer(
    _ answer: Int32, _ doing: String, _ subject: @autoclosure () -> String
) throws(SystemFault) {
    if answer != 0 { throw SystemFault(doing: doing, subject: subject(), errno: answer) }
}

/// A failed call to the operating system: what was being done, to what, and why.
package struct SystemFault: Error, Hashable, Sendable {
    /// A verb with the kind of its object, in lower case: `open`, `sync directory`.
    package let doing: String
    /// The object: a path, a user name, an address.
    package let subject: String
    /// The system's error number, such as `ENOSPC`.
    package let errno: Int32
    /// What was found in place of a regular file, such as `a FIFO`; nil where the system refused.
    package let found: String?

    /// A refusal of the system, by its error number.
    package init(doing: String, subject: String, errno: Int32) {
        (self.doing, self.subject, self.errno) = (doing, subject, errno)
        found = nil
    }

    /// A file of that name that is not regular, and was not opened.
    package init(doing: String, subject: String, found: String) {
        (self.doing, self.subject) = (doing, subject)
        errno = EINVAL
        self.found = found
    }

    /// The fault of a library that got no memory.
    package static func memory(doing: String, subject: String) -> SystemFault {
        SystemFault(doing: doing, subject: subject, errno: ENOMEM)
    }

    /// The fault of a file that is not there.
    package static func missing(doing: String, subject: String) -> SystemFault {
        SystemFault(doing: doing, subject: subject, errno: ENOENT)
    }

    /// Whether the cause is a full disk or an exhausted quota, so that a later attempt may succeed.
    package var isLackOfSpace: Bool { errno == ENOSPC || errno == EDQUOT }
    /// Whether the process or its host has no descriptor or no memory left, so that an attempt may
    /// succeed after something else has ended.
    package var isShortage: Bool { [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) }
    /// Whether the caller lacks the permission.
    package var isPermission: Bool { errno == EACCES || errno == EPERM }
    /// Whether the named object does not exist.
    package var isMissing: Bool { errno == ENOENT }
    /// Whether another file has the name already.
    package var isTaken: Bool { errno == EEXIST }
    /// Whether the cause is the name: nothing is there, it may not be read, or it is no regular
    /// file. That remains until a person changes it; any other cause may have passed at the next
    /// attempt.
    package var isOfName: Bool {
        found != nil
            || [ENOENT, ENOTDIR, EACCES, EPERM, ELOOP, ENAMETOOLONG, EISDIR].contains(errno)
    }
    /// Whether another process holds the lock.
    package var isHeldElsewhere: Bool { errno == EWOULDBLOCK }
}

extension SystemFault: CustomStringConvertible {
    /// One sentence: `cannot open /var/lib/supportd: Permission denied`.
    package var description: String {
        "cannot \(doing) \(subject): \(reason)"
    }

    /// The cause, as part of a sentence: `Permission denied`.
    package var reason: String {
        if let found { return "it is \(found), not a regular file" }
        return Errno(rawValue: errno).description
    }
}
