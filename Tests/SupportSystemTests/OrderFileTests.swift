import Glibc
import SupportSystem
import Testing

@Suite struct OrderFileTests {
    private let directory: TemporaryDirectory
    private let order: OrderFile

    init() throws {
        directory = try TemporaryDirectory()
        order = OrderFile(path: directory.path + "/order")
    }

    private func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private func give() throws {
        _ = try DiskStorage(directory: directory.path, creating: false).create("order")
    }

    @Test func isTakenAndThenRemoved() throws {
        #expect(try !order.take())
        #expect(throws: SystemFault.self) { try order.remove() }
        try give()
        #expect(try order.take())
        #expect(!isThere(order.path) && isThere(order.takenPath))
        // What was cut short is taken up again, also beside a new order.
        #expect(try order.take())
        try give()
        #expect(try order.take())
        #expect(!isThere(order.path))
        try order.remove()
        #expect(!isThere(order.takenPath))
        #expect(try !order.take())
    }

    @Test func isNotWhereNothingIs() throws {
        #expect(try !OrderFile(path: "/nonexistent/order").take())
        #expect(try !OrderFile(path: "/dev/null/order").take())
    }

    @Test func whatIsNoFileIsLeftAlone() {
        #expect(mkdir(order.path, 0o700) == 0)
        #expect(throws: SystemFault(doing: "take", subject: order.path, found: "a directory")) {
            try order.take()
        }
        #expect(isThere(order.path) && !isThere(order.takenPath))
    }

    @Test func isNotTakenWhereItCannotBeTakenAway() throws {
        try give()
        // Nothing can be renamed to the name of a directory.
        #expect(mkdir(order.takenPath, 0o700) == 0)
        #expect(throws: SystemFault.self) { try order.take() }
        #expect(isThere(order.path))
    }
}
