import SupportModel
import SupportWire

/// Answers `level.list`.
enum LevelListHandler: ReadHandler {
    static func answer(_ request: LevelList, _ desk: DeskView) throws -> LevelList.Reply {
        LevelList.Reply(levels: Level.allCases.map { LevelView($0, in: desk.settings.catalogue) })
    }
}
