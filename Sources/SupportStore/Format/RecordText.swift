package import SupportJSON
package import SupportModel

/// The disk's encoding of a record: `{"seq":12,"at":"…","by":"…","events":[…]}`,
/// with `staff` and `role` after `by` where a person acted.
///
/// Members of records, events and entities are kept for ever: a later release reads them all. What
/// the chain adds at the end of a line is the journal's own affair.
package struct RecordText: Sendable {
    /// The text without its answer and its last brace: the answer depends on the state after the
    /// record, and is added when it is known.
    private var bytes: [UInt8]

    /// Begins the text of a record.
    package init(_ stamp: Stamp, _ events: [Event]) throws(JSONEncodingFault) {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("seq")
        writer.int(stamp.sequence)
        writer.member("at", stamp.at.description)
        writer.member("by", stamp.by.description)
        if let acted = stamp.acted {
            if let staff = acted.staff { writer.member("staff", staff.text) }
            writer.member("role", acted.capacity.description)
        }
        writer.name("events")
        writer.beginArray()
        bytes = writer.take()
        for (place, event) in events.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            try append(event)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// How many bytes the whole text has without an answer.
    package var count: Int { bytes.count + 1 }

    /// The whole text, with the answer that is kept in it if there is one.
    package consuming func ended(with answer: StoredAnswer?) -> [UInt8] {
        if let answer { bytes.append(contentsOf: Self.member(answer)) }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// Appends an event with its type, as `Event` encodes itself, in half the time: each record of
    /// the journal passes here.
    private mutating func append(_ event: Event) throws(JSONEncodingFault) {
        bytes.append(contentsOf: #"{"type":""#.utf8)
        bytes.append(contentsOf: type(of: event.body).type.utf8)
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        try LineJSONEncoder.encode(event.body, into: &bytes)
        // The members follow the type in the same object.
        if bytes[start + 1] == UInt8(ascii: "}") {
            bytes.remove(at: start)
        } else {
            bytes[start] = UInt8(ascii: ",")
        }
    }

    /// What an answer adds to a record's text, in bytes.
    package static func bytes(of answer: StoredAnswer) -> Int { member(answer).count }

    /// The member `answer`, with the comma before it.
    private static func member(_ answer: StoredAnswer) -> [UInt8] {
        var writer = JSONWriter(after: Array(#","answer":"#.utf8))
        writer.beginObject()
        writer.member("key", answer.key)
        writer.member("digest", answer.digest)
        writer.member("reply", answer.reply)
        writer.endObject()
        return writer.take()
    }

    /// Reads a record's text. A member or an event that this release does not know is a fault: a
    /// later release wrote it, and ignoring it would lose it.
    package static func read(_ text: [UInt8]) throws(RecordFault) -> Record {
        do {
            let document = try JSONDocument(text)
            return try StrictJSONDecoder.decode(
                Record.self, from: document.root, unknownMembers: .refused)
        } catch {
            throw RecordFault(why: String(describing: error))
        }
    }
}

/// A record that is intact on the disk and cannot be decoded.
package struct RecordFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// As in `events[0].type: this release knows no event "ticket.merged"`.
    package let why: String
    package var description: String { why }
}

/// The disk's encoding of a whole state: one JSON object, the content of a snapshot.
package enum StateText {
    /// The text of a state. Equal states have equal texts.
    package static func write(_ state: State) throws(RecordFault) -> [UInt8] {
        do {
            return try LineJSONEncoder.encode(StateImage(state))
        } catch {
            throw RecordFault(why: String(describing: error))
        }
    }

    /// Reads the text of a state.
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
