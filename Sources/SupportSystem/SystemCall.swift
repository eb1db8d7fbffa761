import Glibc
import SystemPackage

/// Makes a call that answers -1 on failure, again for as long as a signal interrupts it.
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

/// Checks a call that answers an error number itself, 0 for success, as POSIX threads do.
func checkAnswer(
    _ answer: Int32, _ doing: String, _ subject: @autoclosure () -> String
) throws(SystemFault) {
    if answer != 0 { throw SystemFault(doing: doing, subject: subject(), errno: answer) }
}

/// A call to the operating system that failed: what was being done, to what, and why.
package struct SystemFault: Error, Hashable, Sendable {
    /// The act as a verb with its object's kind, lower case: `open`, `sync directory`.
    package let doing: String
    /// What it was done to: a path, a user name, an address.
    package let subject: String
    /// The system's error number, such as `ENOSPC`.
    package let errno: Int32
    /// What stands where a regular file must be, such as `a FIFO`; nil where the system refused.
    package let found: String?

    /// What the system refused, by its error number.
    package init(doing: String, subject: String, errno: Int32) {
        self.doing = doing
        self.subject = subject
        self.errno = errno
        found = nil
    }

    /// A thing of that name that is no regular file, and was left alone.
    package init(doing: String, subject: String, found: String) {
        self.doing = doing
        self.subject = subject
        errno = EINVAL
        self.found = found
    }

    /// True when the cause is a full disk or an exhausted quota: worth trying again later.
    package var isLackOfSpace: Bool { errno == ENOSPC || errno == EDQUOT }
    /// True when the process or its host has no descriptor or no memory left for it: worth trying
    /// again when something else has ended.
    package var isShortage: Bool { [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) }
    /// True when the named thing does not exist.
    package var isMissing: Bool { errno == ENOENT }
    /// True when the name itself is at fault: nothing is there, it may not be read, or it is no
    /// regular file. That stays so until a person changes it; everything else may be over at the
    /// next attempt.
    package var isOfName: Bool {
        found != nil
            || [ENOENT, ENOTDIR, EACCES, EPERM, ELOOP, ENAMETOOLONG, EISDIR].contains(errno)
    }
    /// True when somebody else holds it.
    package var isHeldElsewhere: Bool { errno == EWOULDBLOCK }
}

extension SystemFault: CustomStringConvertible {
    /// One sentence: `cannot open /var/lib/supportd: Permission denied`.
    package var description: String {
        "cannot \(doing) \(subject): \(reason)"
    }

    /// Why, as part of a sentence: `Permission denied`.
    package var reason: String {
        if let found { return "it is \(found), not a regular file" }
        return Errno(rawValue: errno).description
    }
}
