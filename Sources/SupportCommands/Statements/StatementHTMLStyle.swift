/// How the page of a statement of form 1 looks, on a screen and on paper. Frozen with it.
enum StatementHTMLStyle {
    /// The style sheet.
    static let sheet: Markup = """
        :root { color-scheme: light; --ink: #1c2733; --paper: #fff; --accent: #1f5f8b; --faint: #5a6b7b; --line: #dde4ea; --rule: #9fb1c0; --note: #fdf3d8; --warn: #d39a00; --box: #f2f6f9; color: var(--ink); background: var(--paper); font: 15px/1.5 "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
        body { margin: 0; }
        main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.5rem; }
        header { border-bottom: 2px solid var(--accent); margin: 2.5rem 0 1.5rem; padding-bottom: 1rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
        h2 { font-size: 1rem; color: var(--accent); margin: 2rem 0 .4rem; break-after: avoid; }
        p { margin: .3rem 0; overflow-wrap: anywhere; }
        .kind { color: var(--accent); font-weight: 600; }
        .span { font-size: 1.1rem; }
        .note { background: var(--note); border-left: 4px solid var(--warn); padding: .4rem .8rem; }
        dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .5rem 1.5rem; margin: 1rem 0 0; }
        dt { color: var(--faint); font-size: .8rem; }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; }
        th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; font-variant-numeric: tabular-nums; white-space: nowrap; }
        th { font-weight: 400; }
        th[scope="row"], .words { text-align: left; white-space: normal; overflow-wrap: anywhere; }
        th.day { white-space: nowrap; }
        th:first-child, td:first-child { padding-left: 0; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { color: var(--faint); font-size: .8rem; border-bottom-color: var(--rule); }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        tfoot th, tfoot td { border-bottom: 0; border-top: 2px solid var(--ink); font-weight: 700; }
        #total + table tfoot { font-size: 1.15rem; }
        .equation th, .equation td { text-align: left; border: 0; padding: .3rem .6rem; background: var(--box); }
        .equation th:first-child, .equation td:first-child { padding-left: .6rem; }
        .equation td { font-size: 1.2rem; padding-top: 0; }
        .sign { color: var(--faint); }
        footer { color: var(--faint); font-size: .8rem; margin: 2.5rem auto 1.5rem; }
        @media screen and (prefers-color-scheme: dark) {
          :root { color-scheme: dark; --ink: #e4eaef; --paper: #14191e; --accent: #83bfe8; --faint: #9dadbb; --line: #2b353e; --rule: #4d5e6c; --note: #3a3013; --warn: #d39a00; --box: #1e262d; }
        }
        @media screen and (max-width: 34rem) {
          main, footer { padding: 0 1rem; }
          header { margin-top: 1.5rem; }
          .listed thead, .equation thead { display: none; }
          .listed, .listed tbody, .listed tr, .listed th, .equation, .equation tbody, .equation tr { display: block; }
          .listed tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
          .listed th, .listed td { border: 0; padding: .1rem 0; }
          .listed th { font-weight: 600; }
          .listed td, .equation td { display: flex; justify-content: space-between; gap: 1rem; }
          .listed td::before, .equation td::before { content: attr(data-label); color: var(--faint); }
          .listed td.words { display: block; }
          .listed td:empty, .listed td.words::before { display: none; }
          .equation td:first-child, .equation td { padding: .3rem .6rem; }
        }
        @page { size: A4; margin: 16mm; }
        @media print {
          :root { font-size: 10.5pt; }
          main, footer { max-width: none; padding: 0; }
          header { margin-top: 0; }
          .note, .equation th, .equation td { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        }

        """
}
