import SupportJSON
package import SupportModel

/// The disk's encoding of a whole state: one JSON object, what a snapshot holds.
package enum StateText {
    /// The text of a state. Equal states have equal texts.
    package static func write(_ state: State) throws(RecordFault) -> [UInt8] {
        do {
            return try LineJSONEncoder.encode(StateImage(state))
        } catch {
            throw RecordFault(why: String(describing: error))
        }
    }

    /// The state that a text shows.
    package static func read(_ text: [UInt8]) throws(RecordFault) -> State {
        do {
            let document = try JSONDocument(text)
            return State(
                try StrictJSONDecoder.decode(
                    StateImage.self, from: document.root, unknownMembers: .refused))
        } catch {
            throw RecordFault(why: String(describing: error))
        }
    }
}
