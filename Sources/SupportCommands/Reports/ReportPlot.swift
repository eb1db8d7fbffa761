import SupportModel

/// Columns over the parts of a period, stacked or side by side, as SVG within a page.
///
/// Widths are shares of the figure's width and heights are pixels, so that on a telephone the columns
/// become narrow and the words stay as large as they are.
struct ColumnPlot {
    let id: String
    /// What it shows, for those who cannot see it.
    let title: String
    /// What can be seen of it, in a sentence.
    let description: String
    /// What each column is made of, the lowest or leftmost first.
    let series: [Series]
    let columns: [Column]
    let isStacked: Bool

    /// One kind of figures: its name and the style of its areas.
    struct Series {
        let name: String
        let style: String
    }

    /// One column: its name in full, the one below the axis, and a figure for each series.
    struct Column {
        let name: String
        let tick: String?
        let values: [Int]
    }

    /// Where the plot begins below the figure's upper edge, in pixels.
    private static let top = 10
    /// The height of the plot, in pixels.
    private static let height = 180
    /// The place below it for the words of the axis, in pixels.
    private static let foot = 24
    /// The place for figures at the left, in thousandths of a percent of the width.
    private static let left = 9_000
    /// The widest column, in thousandths of a percent of the width.
    private static let widthMax = 9_000

    private var scale: PlotScale {
        let heights = columns.map { column in
            let drawn = column.values.map(PlotScale.drawn)
            return isStacked ? drawn.reduce(0, +) : drawn.max() ?? 0
        }
        return PlotScale(most: heights.max() ?? 0)
    }

    /// The figure with its legend.
    var markup: Markup {
        let keys = series.map { "<li>\(PlotBar.key($0.style))\($0.name)</li>\n" as Markup }
        let height = Self.top + Self.height + Self.foot
        return """
            <figure>
            <ul class="legend">
            \(Markup.joined(keys))</ul>
            <svg class="plot" role="img" aria-labelledby="\(id)-title \(id)-text" height="\(height)">
            <title id="\(id)-title">\(title)</title>
            <desc id="\(id)-text">\(description)</desc>
            \(grid)\(bars)\(ticks)</svg>
            </figure>

            """
    }

    /// The lines across, each with its figure.
    private var grid: Markup {
        let scale = scale
        return Markup.joined(
            scale.ticks.map { tick in
                let y = Self.pixels(Self.bottom(tick, scale))
                return """
                    <line class="\(tick == 0 ? "base" : "rule")" x1="\(Self.percent(Self.left))" x2="100%" y1="\(y)" y2="\(y)"/>
                    <text x="\(Self.percent(Self.left - 1_500))" y="\(y)" dy=".35em" text-anchor="end">\(tick)</text>

                    """
            })
    }

    private var bars: Markup {
        let scale = scale
        return Markup.joined(columns.indices.map { bars(of: $0, scale) })
    }

    private var slot: Int { (100_000 - Self.left) / max(columns.count, 1) }

    private func bars(of place: Int, _ scale: PlotScale) -> Markup {
        let column = columns[place]
        let width = min(slot * 4 / 5, Self.widthMax)
        let start = Self.left + slot * place + (slot - width) / 2
        var sum = 0
        var parts: [Markup] = []
        for (index, one) in zip(series, column.values).enumerated() {
            let (kind, value) = one
            let drawn = PlotScale.drawn(value)
            let part = isStacked ? width : width / max(series.count, 1)
            let upper = Self.bottom(sum + drawn, scale)
            let lower = Self.bottom(sum, scale)
            if isStacked { sum += drawn }
            guard value > 0 else { continue }
            let x = isStacked ? start : start + part * index
            let name =
                series.count > 1
                ? "\(column.name): \(kind.name), \(value)" : "\(column.name): \(value)"
            parts.append(
                """
                <rect class="\(kind.style)" x="\(Self.percent(x))" width="\(Self.percent(part))" y="\(Self.pixels(upper))" height="\(Self.pixels(lower - upper))"><title>\(name)</title></rect>

                """)
        }
        return Markup.joined(parts)
    }

    /// The words below the axis, which keep inside the figure at its right end.
    private var ticks: Markup {
        let y = Self.top + Self.height + 16
        return Markup.joined(
            columns.enumerated().compactMap { place, column in
                guard let tick = column.tick else { return nil }
                let middle = Self.left + slot * place + slot / 2
                let isLast = middle > 94_000
                let x = isLast ? 100_000 : middle
                return """
                    <text x="\(Self.percent(x))" y="\(y)" text-anchor="\(isLast ? "end" : "middle")">\(tick)</text>

                    """
            })
    }

    /// How far below the upper edge a value of 0 or more lies, in tenths of a pixel.
    private static func bottom(_ value: Int, _ scale: PlotScale) -> Int {
        let share = Double(min(value, scale.end)) / Double(scale.end)
        return (top + height) * 10 - Int(share * Double(height * 10))
    }

    /// `12.3` of tenths of a pixel.
    private static func pixels(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

    /// `12.345%` of thousandths of a percent.
    private static func percent(_ thousandths: Int) -> String {
        "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())%"
    }
}

/// The figures at the side of a plot: whole ones, from 0 to the first that nothing passes.
struct PlotScale: Hashable, Sendable {
    /// The figures, lowest first; at least two and at most six.
    let ticks: [Int]
    /// The most that is told apart: no desk has as many tickets.
    private static let mostMax = 1 << 40

    /// A figure of a reply as far as it is drawn: no less than nothing, and so that a few of them
    /// can be added.
    static func drawn(_ figure: Int) -> Int { min(max(figure, 0), mostMax) }

    /// The last of them, more than 0.
    var end: Int { ticks.last ?? 1 }

    /// - Parameter most: what is to lie on it, as far as it is drawn.
    init(most: Int) {
        let whole = max(1, Self.drawn(most))
        var (step, factors) = (1, [2, 5, 10][...])
        var base = 1
        while (whole + step - 1) / step > 5 {
            step = base * (factors.popFirst() ?? 10)
            if factors.isEmpty { (base, factors) = (base * 10, [2, 5, 10][...]) }
        }
        ticks = (0...((whole + step - 1) / step)).map { $0 * step }
    }
}

/// Bars within a line of text or a cell.
enum PlotBar {
    /// A bar of parts with a style each, of the length that they have of the most.
    static func bar(_ parts: [(value: Int, style: String)], of most: Int) -> Markup {
        var start = 0
        var areas: [Markup] = []
        for part in parts where part.value > 0 && most > 0 {
            let (x, width) = (shareOf(start, most), shareOf(part.value, most))
            start &+= part.value
            areas.append(
                "<rect class=\"\(part.style)\" x=\"\(share(x))\" width=\"\(share(width))\" height=\"100%\"/>"
            )
        }
        return
            "<svg aria-hidden=\"true\"><rect class=\"track\" width=\"100%\" height=\"100%\"/>\(Markup.joined(areas))</svg>"
    }

    /// The sign of a style in a legend.
    static func key(_ style: String) -> Markup {
        "<svg class=\"key\" aria-hidden=\"true\"><rect class=\"\(style)\" width=\"100%\" height=\"100%\"/></svg>"
    }

    /// How many ten thousandths of the most it is, 0 to 10,000.
    private static func shareOf(_ value: Int, _ most: Int) -> Int {
        guard most > 0 else { return 0 }
        return Int(Double(min(max(value, 0), most)) / Double(most) * 10_000)
    }

    /// `12.34%` of hundredths of a percent.
    private static func share(_ hundredths: Int) -> String {
        "\(hundredths / 100).\(String(100 + hundredths % 100).dropFirst())%"
    }
}

/// The patterns of areas, which a page has once.
enum PlotPatterns {
    /// An image without size that holds them.
    static let markup: Markup = """
        <svg class="defs" aria-hidden="true"><defs>
        <pattern id="p2" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="c2" width="6" height="6"/><rect class="cut" width="1.4" height="6"/></pattern>
        <pattern id="p3" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="c3" width="5" height="5"/><circle class="cut" cx="2.5" cy="2.5" r="1.1"/></pattern>
        <pattern id="p-out" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="c-out" width="6" height="6"/><rect class="cut" width="1.8" height="6"/></pattern>
        <pattern id="p-missed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="c-missed" width="6" height="6"/><rect class="cut" width="2" height="6"/></pattern>
        </defs></svg>

        """
}
