import CLinux
import Glibc

/// Starts a program and gives its process number.
func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String]
) throws(SystemFault) -> Int32 {
    let words = [program] + arguments
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    guard !(words + variables).contains(where: { $0.utf8.contains(0) }) else {
        // The program would see the word end there.
        throw SystemFault(doing: "pass a zero byte to", subject: program, errno: EINVAL)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    try prepare(&actions, program)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    try prepare(&attributes, program)
    var process: Int32 = 0
    let answer = withStringVector(words) { words in
        withStringVector(variables) { variables in
            posix_spawn(&process, program, &actions, &attributes, words, variables)
        }
    }
    try checkAnswer(answer, "start", program)
    return process
}

private func prepare(
    _ actions: inout posix_spawn_file_actions_t, _ program: String
) throws(SystemFault) {
    let doing = "prepare to start"
    try checkAnswer(
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0), doing, program)
    // Onto itself: clears the mark that would close it.
    try checkAnswer(posix_spawn_file_actions_adddup2(&actions, 1, 1), doing, program)
    try checkAnswer(posix_spawn_file_actions_adddup2(&actions, 2, 2), doing, program)
    try checkAnswer(posix_spawn_file_actions_addclosefrom_np(&actions, 3), doing, program)
}

private func prepare(
    _ attributes: inout posix_spawnattr_t, _ program: String
) throws(SystemFault) {
    let doing = "prepare to start"
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    // Group 0: a new one, led by the program.
    try checkAnswer(posix_spawnattr_setpgroup(&attributes, 0), doing, program)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP)
    try checkAnswer(posix_spawnattr_setsigmask(&attributes, &none), doing, program)
    try checkAnswer(posix_spawnattr_setsigdefault(&attributes, &all), doing, program)
    try checkAnswer(posix_spawnattr_setflags(&attributes, flags), doing, program)
}

/// Gives the strings to a call as C does it: pointers with a null at the end.
private func withStringVector<Answer>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Answer
) -> Answer {
    var pointers = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
}
