/// How a Swift name is written as a JSON member: `agreedBy` is `agreed_by`.
///
/// Keys of a dictionary are data and stay as they are.
enum MemberCase {
    /// The member's name for a key of a type.
    @inline(__always)
    static func name<Key: CodingKey>(_ key: Key) -> String {
        let name = key.stringValue
        guard name.utf8.contains(where: isCapital), !DictionaryKeys.include(Key.self) else {
            return name
        }
        return snakeCase(name)
    }

    /// Puts `_` before each capital and makes it small.
    static func snakeCase(_ name: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.utf8.count + 4)
        for byte in name.utf8 {
            if isCapital(byte) {
                bytes.append(UInt8(ascii: "_"))
                bytes.append(byte | 0x20)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
}
