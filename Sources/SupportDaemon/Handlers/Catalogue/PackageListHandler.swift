import SupportModel
import SupportWire

/// Answers `package.list`.
enum PackageListHandler: ReadHandler {
    static let isLong = false

    static func answer(_ request: PackageList, _ desk: DeskView) throws -> PackageList.Reply {
        PackageList.Reply(packages: desk.settings.catalogue.packages.map(PackageView.init))
    }
}
