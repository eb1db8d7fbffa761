import SupportSystem

extension Marker {
    /// Reads the marker of a directory, which must be there and whole.
    ///
    /// - Parameter doing: what it is read for, as a fault says it.
    static func read(in storage: any Storage, doing: String) throws(StoreFault) -> Marker {
        let name = StoreFileName.initialised
        let content = try StoreFault.naming(name, doing) { () throws(SystemFault) in
            try storage.open(name, writing: false).read(at: 0, count: StoreLimits.headerBytesMax)
        }
        do {
            return try Marker.read(content[...])
        } catch {
            throw error.fault(doing: doing, file: name, offset: 0)
        }
    }

    /// Checks that the marker of this desk is there and whole, as a start does: without it the next
    /// one refuses the directory.
    static func expect(_ desk: DeskIdentity, in storage: any Storage) throws(StoreFault) {
        let doing = "read the marker of the desk"
        let marker: Marker
        do throws(StoreFault) {
            marker = try read(in: storage, doing: doing)
        } catch {
            throw error.isOfMissingFile ? error.ofLostFile : error
        }
        guard marker.desk == desk else {
            throw Flaw.damaged("it belongs to another desk")
                .fault(doing: doing, file: StoreFileName.initialised, offset: 0)
        }
    }
}
