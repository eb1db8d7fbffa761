/// Lists the packages of the catalogue.
package struct PackageList: Request {
    package static let method = "package.list"
    package static let access = Access.read
    package static let cost = Cost.quick

    /// The request, which has no parameters.
    package init() {}

    /// The packages, in the order of the configuration.
    package struct Reply: Codable, Hashable, Sendable {
        /// Every package that can be signed today.
        package var packages: [PackageView]

        package init(packages: [PackageView]) {
            self.packages = packages
        }
    }
}
