import SupportClient
import SupportModel
package import SupportSystem

/// `supportd-mail --decode`: reads a mail on standard input, closes itself in, and writes on standard
/// output what it says, as `DecoderOutput` has it.
package enum DecoderProgram {
    /// Runs, and gives the status to end with: 0, or 65 where the bytes are no message.
    package static func run() throws(SystemFault) -> Int32 {
        var bytes: [UInt8] = []
        while bytes.count <= MailLimits.mailBytesMax {
            let chunk = try StandardStream.input.read(bytesMax: 1 << 18)
            if chunk.isEmpty { break }
            bytes += chunk
        }
        Confinement.closeIn(
            memoryBytesMax: MailLimits.decoderBytesMax,
            processorSecondsMax: MailLimits.decoderSecondsMax)
        guard bytes.count <= MailLimits.mailBytesMax, let digest = MailReader.digest(bytes) else {
            return noMessage
        }
        // First the digest: should the rest fail, the mail is held under it.
        try StandardStream.output.write(DecoderOutput.line(digest))
        guard let decoded = MailDecoding.decode(bytes) else { return noMessage }
        try StandardStream.output.write(DecoderOutput.line(decoded.mail, decoded.files))
        for file in decoded.files { try StandardStream.output.write(file.bytes) }
        return 0
    }

    /// `EX_DATAERR` of sysexits.h.
    private static let noMessage: Int32 = 65
}
