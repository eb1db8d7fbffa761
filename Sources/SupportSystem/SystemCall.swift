import Glibc

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
