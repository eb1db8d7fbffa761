/// What a thread gets of the processor and the disk where others want them too.
package enum ThreadUrgency: Sendable {
    /// As much as any other.
    case usual
    /// Less of a processor, by a niceness of 1 to 19.
    case nice(Int32)
    /// Only what nobody else wants, of the disk too, as far as the kernel lets it.
    case idle
}
