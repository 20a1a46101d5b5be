/** The few lines of style of the API's page; their hash stands in its policy. */
export const referenceStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1d2421, #e6e9e6); --paper: light-dark(#fbfaf7, #161a19); --line: light-dark(#d5d8d2, #39403d); --action: light-dark(#0b5a5e, #7fd0d2); --quiet: light-dark(#56605b, #a3aca7); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 16px 64px; max-width: 72rem; color: var(--ink); background: var(--paper); font: 1rem/1.5 'Source Sans 3', system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.5em 0 .4em; text-wrap: balance; }
h1 { font-size: 1.75rem; margin-top: 0; }
h2 { font-size: 1.35rem; border-top: 1px solid var(--line); padding-top: 1em; }
h3 { font-size: 1.05rem; }
h4 { font-size: 1rem; }
p, li { max-width: 70ch; }
a { color: var(--action); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--action); outline-offset: 2px; }
code { font: .9em/1.4 ui-monospace, 'DejaVu Sans Mono', monospace; }
pre { overflow-x: auto; padding: 12px 16px; border: 1px solid var(--line); border-radius: 4px; }
article { border-top: 1px solid var(--line); scroll-margin-top: 16px; }
article:target h3 { text-decoration: underline; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: 6px 16px 6px 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; }
.frame { overflow-x: auto; }
.method { display: inline-block; min-width: 4em; font-weight: 600; color: var(--action); }
.marks, .status { color: var(--quiet); font-weight: 400; }
.contents { list-style: none; padding: 0; }
.contents li { max-width: none; padding: 4px 0; }
@media print { body { max-width: none; } article { break-inside: avoid-page; } pre { white-space: pre-wrap; } }
`;
