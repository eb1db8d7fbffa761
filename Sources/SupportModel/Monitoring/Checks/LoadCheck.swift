/// A resource check: the 5-minute load average of this host, shared among its processors.
package struct LoadCheck: Hashable, Sendable, Codable {
    /// The highest load per processor, in hundredths: 200 is a load of 2.00 on one processor.
    package var loadPerProcessorHundredthsMax: Int

    package init(loadPerProcessorHundredthsMax: Int = 200) {
        self.loadPerProcessorHundredthsMax = loadPerProcessorHundredthsMax
    }
}
