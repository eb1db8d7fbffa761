/// Two values whose members stand in one JSON object, those of the first value before the others.
///
/// Members are read as if they were its own: `reply.contract`.
@dynamicMemberLookup
package struct Joined<First: View, Second: View>: View {
    package let first: First
    package let second: Second

    package init(_ first: First, _ second: Second) {
        (self.first, self.second) = (first, second)
    }

    package init(from decoder: any Decoder) throws {
        first = try First(from: decoder)
        second = try Second(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        try first.encode(to: encoder)
        try second.encode(to: encoder)
    }

    /// A member of the first value.
    package subscript<Member>(dynamicMember member: KeyPath<First, Member>) -> Member {
        first[keyPath: member]
    }

    /// A member of the second value.
    package subscript<Member>(dynamicMember member: KeyPath<Second, Member>) -> Member {
        second[keyPath: member]
    }
}
