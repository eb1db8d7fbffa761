/// A value that its copies share with one reference, however many it holds itself; it is copied when it
/// is changed while another copy is kept.
///
/// Every request reads the state a few times, and each of its dozens of references that is copied along
/// costs two atomic operations.
package struct Boxed<Value: Sendable>: Sendable {
    /// Changed only where nothing else refers to it.
    private final class Box: @unchecked Sendable {
        var value: Value

        init(_ value: Value) { self.value = value }
    }

    private var box: Box

    /// A box of its own.
    package init(_ value: Value) { box = Box(value) }

    /// The value; a change of it is not seen by copies that were made before.
    package var value: Value {
        _read { yield box.value }
        _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
            yield &box.value
        }
    }
}
