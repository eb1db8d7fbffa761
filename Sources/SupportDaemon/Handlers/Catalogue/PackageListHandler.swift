import SupportModel
import SupportWire

/// Answers `package.list`.
enum PackageListHandler: ReadHandler {
    static func answer(_ request: PackageList, _ desk: DeskView) throws -> PackageList.Reply {
        let catalogue = desk.settings.catalogue
        return PackageList.Reply(
            packages: catalogue.packages.map { PackageView($0, in: catalogue) })
    }
}
