/// How the page of a statement of form 1 looks, on a screen and on paper. Frozen with it.
enum StatementHTMLStyle {
    /// The style sheet.
    static let sheet: Markup = """
        :root { color: #1c2733; background: #fff; font: 15px/1.5 "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
        body { margin: 0; }
        main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.5rem; }
        header { border-bottom: 2px solid #1f5f8b; margin: 2.5rem 0 1.5rem; padding-bottom: 1rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
        h2 { font-size: 1rem; color: #1f5f8b; margin: 2rem 0 .4rem; break-after: avoid; }
        p { margin: .3rem 0; overflow-wrap: anywhere; }
        .kind { color: #1f5f8b; font-weight: 600; }
        .span { font-size: 1.1rem; }
        .note { background: #fdf3d8; border-left: 4px solid #d39a00; padding: .4rem .8rem; }
        dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .5rem 1.5rem; margin: 1rem 0 0; }
        dt { color: #5a6b7b; font-size: .8rem; }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; }
        th, td { padding: .35rem .6rem; border-bottom: 1px solid #dde4ea; text-align: right; vertical-align: top; font-variant-numeric: tabular-nums; white-space: nowrap; }
        th { font-weight: 400; }
        th[scope="row"], .words { text-align: left; white-space: normal; overflow-wrap: anywhere; }
        th.day { white-space: nowrap; }
        th:first-child, td:first-child { padding-left: 0; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { color: #5a6b7b; font-size: .8rem; border-bottom-color: #9fb1c0; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        tfoot th, tfoot td { border-bottom: 0; border-top: 2px solid #1c2733; font-weight: 700; }
        #total + table tfoot { font-size: 1.15rem; }
        .equation th, .equation td { text-align: left; border: 0; padding: .3rem .6rem; background: #f2f6f9; }
        .equation th:first-child, .equation td:first-child { padding-left: .6rem; }
        .equation td { font-size: 1.2rem; padding-top: 0; }
        .sign { color: #5a6b7b; }
        footer { color: #5a6b7b; font-size: .8rem; margin: 2.5rem auto 1.5rem; }
        @page { size: A4; margin: 16mm; }
        @media print {
          :root { font-size: 10.5pt; }
          main, footer { max-width: none; padding: 0; }
          header { margin-top: 0; }
          .note, .equation th, .equation td { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        }

        """
}
