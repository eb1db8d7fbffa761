/// Writes spans of time as people say them.
package enum SpanText {
    /// A measured span: `12 ms`, below that `under 1 ms`.
    package static func measured(microseconds: Int) -> String {
        microseconds < 1000 ? "under 1 ms" : "\(microseconds / 1000) ms"
    }

    /// A span that somebody set: `5 s` where it is whole seconds, otherwise `300 ms`.
    package static func set(milliseconds: Int) -> String {
        milliseconds > 0 && milliseconds % 1000 == 0
            ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
    }
}
