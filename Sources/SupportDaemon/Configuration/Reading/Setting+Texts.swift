import SupportModel
import TOMLKit

extension Setting<String> {
    /// Any text.
    static var text: Setting {
        Setting(wanted: "give a text in quotes") { (node) throws(Misfit) in
            guard let value = node.string else { throw Misfit.type(node) }
            return value
        }
    }

    /// What people read: one line, not empty.
    static var title: Setting {
        let most = ConfigurationLimits.titleBytesMax
        return text.checked(wanted: "give one line of 1 to \(most) bytes") {
            (1...most).contains($0.utf8.count) && isOneLine($0)
        }
    }

    /// An absolute path.
    static var path: Setting {
        let most = ConfigurationLimits.pathBytesMax
        return text.checked(
            wanted: "give a path that begins with /, of at most \(most) bytes"
        ) { $0.hasPrefix("/") && $0.utf8.count <= most && isOneLine($0) }
    }

    /// An absolute path, or nothing.
    static var pathOrEmpty: Setting {
        text.checked(wanted: "leave it empty, or \(path.wanted)") {
            $0.isEmpty
                || $0.hasPrefix("/") && $0.utf8.count <= ConfigurationLimits.pathBytesMax
                    && isOneLine($0)
        }
    }

    /// The absolute path of a Unix socket.
    static var socketPath: Setting {
        let most = ConfigurationLimits.socketPathBytesMax
        return text.checked(
            wanted: "give a path that begins with /, of at most \(most) bytes: "
                + "the kernel takes no longer one for a socket"
        ) { $0.hasPrefix("/") && $0.utf8.count <= most && isOneLine($0) }
    }

    /// Three capital letters.
    static var currency: Setting {
        text.checked(wanted: "give three capital letters of ISO 4217, such as \"EUR\"") {
            $0.utf8.count == 3 && $0.utf8.allSatisfy { (65...90).contains($0) }
        }
    }

    private func checked(wanted: String, _ fits: @escaping (String) -> Bool) -> Setting {
        map(wanted: wanted) { (text) throws(Misfit) in
            guard fits(text) else { throw Misfit("\(SettingPath.quoted(text)) does not fit") }
            return text
        }
    }

    private static func isOneLine(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 32 && $0 != 127 }
    }
}

extension Setting {
    /// A name of the model.
    static func name<Subject>(
        of subject: Subject.Type
    ) -> Setting where Value == Name<Subject> {
        Setting<String>.text.map(wanted: "give \(Name<Subject>.rule)") { (text) throws(Misfit) in
            guard let name = Name<Subject>(text) else {
                throw Misfit("\(SettingPath.quoted(text)) is not a name")
            }
            return name
        }
    }

    /// A list of names of the model, none twice.
    static func names<Subject>(
        of subject: Subject.Type
    ) -> Setting where Value == [Name<Subject>] {
        let one = Setting<Name<Subject>>.name(of: subject)
        let most = ConfigurationLimits.catalogueCountMax
        return Setting(wanted: "give a list of names in quotes, each once, at most \(most)") {
            (node) throws(Misfit) in
            guard let list = node.array else { throw Misfit.type(node) }
            guard list.count <= most else { throw Misfit("it holds \(list.count)") }
            var names: [Name<Subject>] = []
            for index in 0..<list.count {
                let name = try one.element(list[index], index)
                guard !names.contains(name) else {
                    throw Misfit("\"\(name)\" stands in it already", element: index)
                }
                names.append(name)
            }
            return names
        }
    }

    private func element(_ node: any TOMLValueConvertible, _ index: Int) throws(Misfit) -> Value {
        do throws(Misfit) {
            return try read(node)
        } catch {
            throw Misfit(error.problem, element: index)
        }
    }
}
