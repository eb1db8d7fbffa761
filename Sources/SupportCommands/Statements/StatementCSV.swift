import SupportModel
import SupportWire

/// A statement of form 1 as one table of comma-separated values.
///
/// Every row is a figure or a word of one section, so a program picks rows by section and item.
/// Work is whole minutes, money is major units with a dot. Frozen: golden files hold every byte.
struct StatementCSV {
    let statement: StatementView

    /// The whole table, its first line the names of the columns.
    var text: String {
        var table = CSVTable([
            "section", "item", "text", "level", "cycle", "date", "ticket", "entry", "cover",
            "minutes", "amount", "currency",
        ])
        head(&table)
        fee(&table)
        hours(&table)
        work(&table)
        extra(&table)
        adjustments(&table)
        tickets(&table)
        table.amount(of: "total", "to_pay", statement.total)
        return table.text
    }

    private func head(_ table: inout CSVTable) {
        table.items(
            of: "statement",
            [
                "form": .plain("\(statement.format)"),
                "standing": .plain(statement.final ? "final" : "so far"),
                "contract": .plain("\(statement.contract)"),
                "client": .foreign("\(statement.client)"),
                "client_title": .foreign(statement.clientTitle),
                "project": statement.project.map { .foreign($0) },
                "manager": .foreign("\(statement.manager)"),
                "package": .foreign(statement.title),
                "zone": .plain("\(statement.zone)"),
                "cycle": .plain("\(statement.cycle)"),
                "first_day": .plain("\(statement.from)"),
                "last_day": .plain("\(StatementWords.lastDay(statement))"),
                "closed_at": statement.closedAt.map { .plain("\($0)") },
            ])
    }

    private func fee(_ table: inout CSVTable) {
        table.amount(of: "fee", "monthly", statement.fee.monthly)
        for upgrade in statement.fee.upgrades {
            table.row([
                "section": .plain("fee"), "item": .plain("upgrade"),
                "text": .foreign(StatementWords.upgrade(upgrade)), "date": .plain("\(upgrade.on)"),
                "minutes": .plain("\(upgrade.minutes.count)"),
                "amount": .plain(upgrade.fee?.amount ?? ""),
                "currency": .plain(upgrade.fee?.currency ?? ""),
            ])
        }
        table.row([
            "section": .plain("fee"), "item": .plain("discount"),
            "text": .plain("\(statement.fee.discountPercent)%"),
            "amount": .plain(StatementWords.negative(statement.fee.discount).amount),
            "currency": .plain(statement.fee.discount.currency),
        ])
        table.amount(of: "fee", "total", statement.fee.total)
    }

    private func hours(_ table: inout CSVTable) {
        let figures: KeyValuePairs<String, Minutes> = [
            "granted": statement.granted, "grouped": statement.grouped, "used": statement.used,
            "expired": statement.expired, "left": statement.left,
        ]
        for (item, minutes) in figures {
            table.row([
                "section": .plain("hours"), "item": .plain(item),
                "minutes": .plain("\(minutes.count)"),
            ])
        }
        guard let group = statement.group else { return }
        let cycles = group.cycles.map { "\($0)" }.joined(separator: " and ")
        table.items(
            of: "group",
            [
                "cycles": .plain(cycles), "agreed_by": .foreign("\(group.agreedBy)"),
                "agreed_at": .plain("\(group.at)"), "reason": .foreign(group.reason),
            ])
        guard let limit = group.weeklyLimit else { return }
        table.row([
            "section": .plain("group"), "item": .plain("weekly_limit"),
            "minutes": .plain("\(limit.count)"),
        ])
    }

    private func work(_ table: inout CSVTable) {
        for line in statement.work {
            let covers = [
                ("package", line.package), ("grouped", line.grouped), ("extra", line.extra),
            ]
            for (cover, minutes) in covers where minutes != .zero {
                table.row([
                    "section": .plain("work"), "item": .plain("\(line.service)"),
                    "text": .foreign(line.title), "level": .plain("\(line.level.rawValue)"),
                    "cover": .plain(cover), "minutes": .plain("\(minutes.count)"),
                ])
            }
        }
    }

    private func extra(_ table: inout CSVTable) {
        table.amount(of: "extra", "rate", statement.extra.rate)
        table.amount(of: "extra", "total", statement.extra.amount, statement.extra.minutes)
    }

    private func adjustments(_ table: inout CSVTable) {
        for line in statement.adjustments {
            let covers = [("package", line.settled, nil), ("extra", line.extra, line.amount)]
            for (cover, minutes, amount) in covers where minutes != .zero {
                table.row([
                    "section": .plain("adjustment"), "item": .plain(StatementWords.kind(line)),
                    "text": .foreign(line.reason), "cycle": .plain("\(line.cycle)"),
                    "date": .plain("\(line.date)"), "ticket": .plain("\(line.ticket)"),
                    "entry": .plain("\(line.entry)"), "cover": .plain(cover),
                    "minutes": .plain("\(minutes.count)"),
                    "amount": amount.map { .plain($0.amount) },
                    "currency": amount.map { .plain($0.currency) },
                ])
            }
        }
        table.amount(of: "adjustment", "total", statement.adjusted)
    }

    private func tickets(_ table: inout CSVTable) {
        for line in statement.tickets {
            for (cover, minutes) in [("package", line.package), ("extra", line.extra)]
            where minutes != .zero {
                table.row([
                    "section": .plain("ticket"), "item": .plain("\(line.ticket)"),
                    "text": .foreign(line.subject), "ticket": .plain("\(line.ticket)"),
                    "cover": .plain(cover), "minutes": .plain("\(minutes.count)"),
                ])
            }
        }
    }
}
