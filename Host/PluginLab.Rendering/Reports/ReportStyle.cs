namespace PluginLab.Rendering.Reports;

/// <summary>The look of the page.</summary>
internal static class ReportStyle
{
    public const string Text =
        """
        :root{color-scheme:light dark;--ink:#1c1e21;--soft:#565d66;--line:#dfe3e8;--paper:#fff;--ground:#f6f7f9;--link:#00598c;
        --good:#00694c;--goodbg:#e3f4ee;--find:#00598c;--findbg:#e4f0f8;--open:#7a5200;--openbg:#fbf1dc;--bad:#a3200d;--badbg:#fce9e6}
        @media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#a9b0b8;--line:#30363d;--paper:#14171a;--ground:#0d0f11;--link:#6fc0ee;
        --good:#5fd3ae;--goodbg:#0f2c24;--find:#7cc4ee;--findbg:#10293a;--open:#e6bd6a;--openbg:#33270f;--bad:#ff9c8a;--badbg:#3d1812}}
        *{box-sizing:border-box}
        html{background:var(--ground);color:var(--ink);font:16px/1.55 "Liberation Sans",Arial,Helvetica,sans-serif;-webkit-text-size-adjust:100%}
        body{margin:0}
        main{max-width:1060px;margin:0 auto;padding:32px 24px 24px}
        h1{font-size:30px;line-height:1.2;margin:0 0 8px;letter-spacing:-.01em}
        h2{font-size:22px;line-height:1.25;margin:0 0 6px;letter-spacing:-.005em}
        .name{font:14px/1 "Liberation Mono",Consolas,monospace;color:var(--soft);margin-left:8px;white-space:nowrap}
        .lead{font-size:18px;margin:0;font-weight:bold}.lead.good{color:var(--good)}.lead.bad{color:var(--bad)}
        .sub,.source,.note,.command,footer,figcaption,summary{color:var(--soft)}
        .sub{margin:2px 0 20px}
        a{color:var(--link)}
        section{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:28px 32px;margin:28px 0}
        .question{font-size:17px;max-width:46em;margin:0 0 20px}
        table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.45;font-variant-numeric:tabular-nums}
        th{font-weight:normal;color:var(--soft);text-align:left;vertical-align:bottom}
        th,td{padding:7px 12px 7px 0;border-bottom:1px solid var(--line)}
        td{vertical-align:top}
        #filter{display:flex;flex-wrap:wrap;gap:6px;align-items:center;margin:0 0 16px;font-size:14px}#filter[hidden],[hidden]{display:none!important}
        #filter input,#filter button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:5px 10px;line-height:1.3}
        #filter input{flex:1 1 13em;max-width:20em}#filter button{cursor:pointer}#filter button[aria-pressed=true]{background:var(--link);border-color:var(--link);color:var(--paper)}
        #filter i{width:8px}#filter span{color:var(--soft);margin-left:6px}#hint{flex-basis:100%;margin:4px 0 0;font-size:13px;color:var(--soft);max-width:62em}
        .runs{display:grid;grid-template-columns:repeat(auto-fill,minmax(232px,1fr));gap:14px}
        .run{display:flex;flex-direction:column;gap:3px;background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:12px 14px;color:inherit;text-decoration:none;font-size:13px;line-height:1.35}
        .run:hover{border-color:var(--link)}.run .label{color:var(--link);font-size:14.5px;overflow-wrap:anywhere}.run .title{color:var(--soft)}
        .thumb{display:flex;align-items:center;justify-content:center;height:132px;margin-bottom:6px;color:var(--soft);overflow:hidden}.thumb>svg,.thumb img{width:100%;height:100%;object-fit:contain}
        .verdicts{display:flex;flex-wrap:wrap;gap:4px;margin-top:auto;padding-top:5px}.verdicts .badge{font-size:12px;padding:1px 7px}
        .tag{color:var(--soft);font-size:11.5px;border:1px solid var(--line);border-radius:4px;padding:0 5px;white-space:nowrap}
        th button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:inherit}th button::after{content:"\2195";opacity:.45;margin-left:4px;font-size:.9em}
        th[aria-sort=ascending] button::after{content:"\2191";opacity:1}th[aria-sort=descending] button::after{content:"\2193";opacity:1}
        :focus-visible{outline:2px solid var(--link);outline-offset:2px}
        .drawing{position:relative}.over{position:absolute;left:0;top:0;touch-action:pan-x pan-y;font:11px "Liberation Sans",Arial,Helvetica,sans-serif}
        .over [role=button]{cursor:pointer;outline:0}.over rect{fill:transparent}.over [role=button]:hover rect{fill:var(--link);fill-opacity:.1}
        .over [aria-pressed=false] rect{fill:var(--paper)!important;fill-opacity:.72!important}.over [role=button]:focus-visible rect{stroke:var(--link);stroke-width:1.5}
        .over circle{fill:var(--paper);fill-opacity:.75;stroke-width:2;pointer-events:none}.over text{fill:var(--soft)}.over svg{overflow:hidden;pointer-events:none}.over svg use{pointer-events:none}
        .cover{fill:var(--paper)}.grid{fill:none;stroke:var(--line)}.axis{fill:none;stroke:var(--soft)}
        .tip{position:absolute;z-index:1;pointer-events:none;background:var(--paper);border:1px solid;border-left-width:4px;border-radius:4px;padding:5px 9px;font-size:13px;line-height:1.4;max-width:min(22em,60%);box-shadow:0 2px 8px rgb(0 0 0/.16)}
        .tip:empty{display:none}.tip b{display:block}
        @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}.run,#filter button,.over rect{transition:border-color .15s,background .15s,fill-opacity .15s}}
        .n{text-align:right}td.finding{color:var(--find)}td.unexpected{color:var(--bad);font-weight:bold}
        .findings p{margin:0}.findings .sub{margin:0 0 12px}.findings td:nth-child(1){width:46%}.findings td:nth-child(2){width:36%}
        .findings tr:last-child td{border-bottom:0}.source{font-size:12.5px;margin-top:2px}.counts{margin:0 0 18px;font-size:14px}.counts a{margin-left:6px}
        .claims{margin:0 0 24px}.claims p{margin:0}.claims td:nth-child(1){white-space:nowrap;padding-right:18px}.claims td:nth-child(2){width:48%;padding-right:20px}
        .claims .remark{margin-top:4px}.claims p.source{margin-top:2px}.claims .source code{white-space:nowrap}
        .claims td:nth-child(2),.findings td:nth-child(-n+2){max-width:0}:is(.claims,.findings) td p{overflow:auto hidden}
        tr.finding .remark{color:var(--find)}
        .badge{display:inline-block;white-space:nowrap;padding:2px 9px;border-radius:4px;font-size:13px;line-height:1.4}
        .badge.supported{color:var(--good);background:var(--goodbg)}.badge.finding{color:var(--find);background:var(--findbg)}
        .badge.open{color:var(--open);background:var(--openbg)}.badge.aside{color:var(--soft);background:var(--ground)}
        .badge.unexpected{color:var(--bad);background:var(--badbg);font-weight:bold}
        .failure{color:var(--bad);background:var(--badbg);padding:10px 14px;border-radius:6px}
        figure{margin:28px 0 0;position:relative}.drawing:focus-visible{outline-offset:4px}.drawing svg,.drawing img{display:block;max-width:100%;height:auto}
        figcaption{font-size:14.5px;max-width:48em;margin:8px 0 4px;color:var(--ink)}
        details{font-size:14px;margin:4px 0 0}summary{cursor:pointer}details.run{margin-top:24px}
        .scroll{overflow-x:auto}.data{width:auto;font:12px/1.4 "Liberation Mono",Consolas,monospace}.data td,.data th{padding:2px 14px 2px 0}
        .parameters{margin:8px 0 14px}.parameters td:nth-child(1){width:26%}.parameters td:nth-child(2){width:28%;overflow-wrap:anywhere}
        .drifts{margin:8px 0 14px}.drifts p{margin:0}.drifts .n{white-space:nowrap;padding-left:8px}.drifts td:nth-child(1){min-width:11em}.drifts th:nth-child(8),.drifts td:nth-child(8){padding-left:10px}
        summary.drifting{color:var(--bad)}details.run+details.run{margin-top:8px}
        tr.set td:nth-child(2){font-weight:bold}
        code{font:.92em "Liberation Mono",Consolas,monospace;overflow-wrap:anywhere}
        .command{font-size:14px;margin:14px 0 0}.note{font-size:14.5px;max-width:48em;margin:16px 0 0;padding-left:12px;border-left:3px solid var(--line)}
        math{font-family:"STIX Two Math","Cambria Math","Latin Modern Math","DejaVu Math TeX Gyre",math}mn,mtext{font-family:"Liberation Sans",Arial,Helvetica,sans-serif}
        td math{white-space:nowrap}
        footer{max-width:1060px;margin:0 auto;padding:0 24px 40px;font-size:13px}
        @media screen and (max-width:1020px){table:not(.data){display:block;overflow-x:auto}:is(figcaption,.question,.note){overflow:auto hidden}:is(.claims,.findings) thead{display:none}:is(.claims,.findings) :is(tbody,tr,td){display:block;width:auto!important;max-width:none!important}
        :is(.claims,.findings) td{border:0;padding:3px 0;overflow:auto hidden}:is(.claims,.findings) tr{border-bottom:1px solid var(--line);padding:8px 0}
        .claims td:nth-child(n+3)::before{color:var(--soft)}.claims td:nth-child(3)::before{content:"predicted: "}.claims td:nth-child(4)::before{content:"measured: "}.claims td:nth-child(5)::before{content:"supported by: "}}
        @media screen and (max-width:700px){a.run{display:grid;grid-template-columns:112px 1fr;column-gap:14px;align-items:start}.thumb{grid-row:1/4;height:88px;margin:0}#filter i{display:none}section{padding:18px 16px}}
        @page{margin:16mm 15mm}
        @media print{:root{color-scheme:light;--ink:#000;--soft:#444;--line:#ccc;--paper:#fff;--ground:#fff;--link:#00598c;--good:#00694c;--goodbg:#e3f4ee;--find:#00598c;--findbg:#e4f0f8;--open:#7a5200;--openbg:#fbf1dc;--bad:#a3200d;--badbg:#fce9e6}
        html{background:#fff;font-size:10pt}main{max-width:none;padding:0}section{border:0;border-radius:0;padding:0;margin:0;break-before:page}section.findings{break-before:auto;margin-top:24pt}
        #filter,.over,.tip,details,.counts a,th button::after{display:none!important}.badge{print-color-adjust:exact}
        th button{display:contents}:is(.claims,.findings) td{max-width:none!important}td p{overflow:visible!important}h2,h1,.question,thead{break-after:avoid}figure,tr,.run,.command,.note{break-inside:avoid}figcaption{break-before:avoid}.drawing svg{max-height:200mm}
        .runs{grid-template-columns:repeat(4,1fr);gap:8pt}.run{padding:6pt 7pt;font-size:8pt}.run .label{font-size:9pt}.thumb{height:72pt}.verdicts .badge{font-size:7pt}table{font-size:9pt}a{text-decoration:none}footer{max-width:none;padding:12pt 0 0}}

        """;
}
