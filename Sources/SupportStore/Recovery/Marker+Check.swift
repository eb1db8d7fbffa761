import SupportSystem

extension Marker {
    /// Checks that the marker of this desk is there and whole, as a start does: without it the next
    /// one refuses the directory.
    static func expect(_ desk: DeskIdentity, in storage: any Storage) throws(StoreFault) {
        let (doing, name) = ("read the marker of the desk", StoreFileName.initialised)
        let content: [UInt8]
        do throws(StoreFault) {
            content = try StoreFault.naming(name, doing) { () throws(SystemFault) in
                try storage.open(name, writing: false)
                    .read(at: 0, count: StoreLimits.headerBytesMax)
            }
        } catch {
            throw error.isOfMissingFile ? error.ofLostFile : error
        }
        do throws(Flaw) {
            guard try Marker.read(content[...]).desk == desk else {
                throw .damaged("it belongs to another desk")
            }
        } catch {
            throw error.fault(doing: doing, file: name, offset: 0)
        }
    }
}
