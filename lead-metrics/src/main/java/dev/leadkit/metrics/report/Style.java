package dev.leadkit.metrics.report;

/** How the page looks: one style sheet, without anything from the network. */
final class Style {

    static final String SHEET = """
            :root{color-scheme:light dark;--ground:#f4f5f7;--sheet:#fff;--ink:#1b1f24;--quiet:#59636e;--edge:#dfe3e8;--accent:#0072b2}
            @media (prefers-color-scheme:dark){:root{--ground:#111418;--sheet:#1b2026;--ink:#e9ecef;--quiet:#a2acb8;--edge:#323a43;\
            --accent:#56b4e9}}
            *{box-sizing:border-box}
            html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
            body{margin:0;background:var(--ground);color:var(--ink);\
            font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif;overflow-wrap:break-word}
            header,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
            header{padding-top:2rem}
            nav{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin-top:.9rem;font-size:.875rem}
            a{color:var(--accent)}
            a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            h1{font-size:1.75rem;line-height:1.2;margin:0 0 .35rem;text-wrap:balance}
            h2{font-size:1.2rem;margin:2.25rem 0 .75rem}
            h3{font-size:.875rem;font-weight:600;margin:0;color:var(--quiet)}
            p{margin:0}
            header p,footer{color:var(--quiet)}
            .note{background:var(--sheet);border:1px solid var(--edge);border-left:4px solid var(--accent);border-radius:6px;\
            padding:.75rem 1rem;margin-top:1rem}
            .note ul{margin:.25rem 0 0;padding-left:1.1rem}
            .cards{list-style:none;margin:0;padding:0;display:grid;gap:.75rem;\
            grid-template-columns:repeat(auto-fill,minmax(min(100%,13.5rem),1fr))}
            .card,.chart,.scroll{background:var(--sheet);border:1px solid var(--edge);border-radius:10px}
            .card{padding:.9rem 1rem;display:flex;flex-direction:column;font-size:.875rem;color:var(--quiet);min-width:0;container-type:inline-size}
            .value{overflow-wrap:anywhere;font-size:clamp(1rem,11cqi,1.65rem);line-height:1.25;font-weight:650;color:var(--ink);margin:.1rem 0 .2rem;\
            font-variant-numeric:tabular-nums}
            .none .value{color:var(--quiet);font-weight:400}
            .left{font-size:.8125rem}
            code{font:.75rem/1.4 ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;overflow-wrap:anywhere;\
            color:var(--quiet)}
            .card code{margin-top:auto;padding-top:.5rem}
            .charts{display:grid;gap:.75rem;align-items:start;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr))}
            .chart{padding:.5rem}
            .chart .lk-chart{max-width:34rem;margin:0 auto}
            .chart .lk-halo{stroke:var(--sheet)}
            .chart .lk-quiet{fill:var(--quiet);fill-opacity:1}
            .lead{color:var(--quiet);margin:-.35rem 0 .75rem}
            .first,.first+.tables{margin-top:.75rem}
            .stack{display:grid;gap:.75rem}
            .stack>*{min-width:0}
            .tables{columns:31rem 2;column-gap:.75rem}
            .tables>.scroll{break-inside:avoid;margin-bottom:.75rem}
            .scroll{overflow-x:auto;max-width:100%}
            .scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}
            caption{text-align:left;font-weight:600;padding:.75rem .9rem .35rem}
            th,td{padding:.35rem .6rem;border-top:1px solid var(--edge);vertical-align:top}
            th:first-child{padding-left:.9rem}
            th:last-child,td:last-child{padding-right:.9rem}
            thead th{border-top:0;color:var(--quiet);font-weight:600;font-size:.8125rem;vertical-align:bottom}
            th{text-align:left;font-weight:400}
            tbody th{min-width:6.5rem;max-width:18rem}
            td,thead th:not(:first-child){text-align:right}
            td{white-space:nowrap}
            td.words,.worded thead th:last-child{text-align:left;white-space:normal;min-width:9rem}
            td.words{font-size:.8125rem;color:var(--quiet)}
            td.leads{min-width:13.5rem;white-space:pre-line}
            tbody tr:last-child th,tbody tr:last-child td{padding-bottom:.6rem}
            dl{margin:0;background:var(--sheet);border:1px solid var(--edge);border-radius:10px;padding:.9rem 1rem}
            dt{margin-top:.6rem}
            dt:first-child{margin-top:0}
            dd{margin:0;font-size:.875rem}
            footer{padding-top:2rem;padding-bottom:2rem;font-size:.8125rem}
            @media (max-width:30rem){h1{font-size:1.45rem}.cards{grid-template-columns:1fr 1fr;gap:.5rem}.card{padding:.7rem .75rem}\
            .chart{padding:.25rem}table{font-size:.8125rem}\
            th,td{padding:.3rem .35rem}th:first-child{padding-left:.75rem}tbody th{min-width:5.5rem}}
            @media print{@page{margin:14mm}:root{color-scheme:light;--ground:#fff;--sheet:#fff;--ink:#000;--quiet:#444;--edge:#bbb;\
            --accent:#0072b2}body{font-size:10pt}header,main,footer{max-width:none;padding-left:0;padding-right:0}header{padding-top:0}\
            *{print-color-adjust:exact;-webkit-print-color-adjust:exact}.card,.chart,tr,dt,.note{break-inside:avoid}\
            dt,h2,.lead,caption{break-after:avoid}.cards{grid-template-columns:repeat(4,1fr)}.charts{grid-template-columns:1fr 1fr}\
            nav{display:none}.tables{columns:auto}.scroll{overflow:visible}.stack td{white-space:normal}.stack table{font-size:7.5pt}\
            .stack th,.stack td{padding-left:.25rem;padding-right:.25rem}.stack tbody th{min-width:0}.card{font-size:8pt;padding:.5rem .6rem}h3,.left{font-size:8pt}code{font-size:7pt}table,dd{font-size:8.5pt}.value{font-size:13pt}\
            h2{margin-top:1.25rem}th,td{padding-top:.2rem;padding-bottom:.2rem}}
            """;

    private Style() {}
}
