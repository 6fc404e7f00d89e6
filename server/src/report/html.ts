import { t } from '@vscode/l10n';
import { escapeHtml } from '../render/escaped.ts';
import { categoryName, severityName } from '../rules/ruleNames.ts';
import type { Place, SpeechReport } from './report.ts';
import {
  advice,
  minutesText,
  partName,
  percent,
  standingName,
  type Todo,
  todosOf,
  verdictName,
  verdictText,
} from './words.ts';

/** Gives the address that a place in the speech is linked to; none where it is not to be a link. */
export type LinkTo = (place: Place) => string | undefined;

/**
 * The body of the report: headings, tables and lists that a screen reader can walk. Everything of the
 * speech in it is escaped, and said to be Chinese, whatever language the words around it are in.
 */
export function reportBody(report: SpeechReport, linkTo: LinkTo = () => undefined): string {
  const { title, kind, year, theme, verdict, statistics, problems, counts } = report;
  const { characters, minutes, rate, coverage } = statistics;
  const tone = verdict === '基本达标' ? 'good' : verdict === '需修改' ? 'fair' : 'bad';
  const toMend = counts.error + counts.warning;
  const facts = [
    [String(characters), t('字')],
    [minutesText(minutes), t('每分钟 {0} 字', rate)],
    ...(coverage.problems > 0 ? [[`${coverage.answered}/${coverage.problems}`, t('问题有整改')]] : []),
    ...(toMend > 0 || verdict === '基本达标' ? [[String(toMend), t('处要改')]] : []),
  ];
  return [
    '<header>',
    `<p class="kind" lang="zh-CN">${escapeHtml([kind, year, theme].filter((one) => one !== undefined).join(' · '))}</p>`,
    `<h1 lang="zh-CN">${escapeHtml(title || t('（无标题）'))}</h1>`,
    `<p class="verdict ${tone}"><strong>${verdictName(verdict)}</strong> <span>${verdictText(report)}</span></p>`,
    `<ul class="facts">${facts.map(([value, name]) => `<li><b>${value}</b> ${name}</li>`).join('')}</ul>`,
    '</header>',
    todoSection(todosOf(report), linkTo),
    statistics.parts.length > 0 ? partsSection(report, linkTo) : '',
    problems.length > 0 ? problemsSection(report, linkTo) : '',
    findingsSection(report, linkTo),
  ].join('\n');
}

/** Nothing where nothing is found and yet something is missing, of which the list of things to do tells. */
function findingsSection({ groups, verdict }: SpeechReport, linkTo: LinkTo): string {
  if (groups.length === 0 && verdict !== '基本达标') return '';
  return [
    `<section><h2>${t('检查结果')}</h2>`,
    groups.length === 0 ? `<p>${t('没有发现问题。')}</p>` : '',
    ...groups.map(
      ({ category, findings }) =>
        `<h3>${categoryName(category)} <small>${findings.length}</small></h3><ul class="findings">${findings
          .map(
            (finding) =>
              `<li class="${finding.severity}">${link(finding, linkTo, t('第 {0} 行', finding.line))} <span class="severity">${severityName(finding.severity)}</span> ${escapeHtml(finding.message)}${finding.words ? ` <span class="words" lang="zh-CN">【${escapeHtml(finding.words)}】</span>` : ''}</li>`,
          )
          .join('')}</ul>`,
    ),
    '</section>',
  ].join('\n');
}

function partsSection({ statistics }: SpeechReport, linkTo: LinkTo): string {
  const most = Math.max(0.01, ...statistics.parts.map(({ share }) => share));
  const rows = statistics.parts.map(
    (part) =>
      `<tr><th scope="row">${link({ line: 0, span: part.head }, linkTo, escapeHtml(partName(part)))}</th><td class="bar"><svg width="100%" height="12" aria-hidden="true"><rect width="${((100 * part.share) / most).toFixed(1)}%" height="12" rx="2"/></svg></td><td class="number">${percent(part.share)}</td><td class="number">${part.characters}</td><td class="number">${minutesText(part.minutes)}</td></tr>`,
  );
  const advised = advice(statistics).map((line) => `<li>${escapeHtml(line)}</li>`);
  return `<section><h2>${t('各部分篇幅')}</h2><table class="parts"><thead><tr><th scope="col">${t('部分')}</th><td></td><th scope="col" class="number">${t('占比')}</th><th scope="col" class="number">${t('字数')}</th><th scope="col" class="number">${t('用时')}</th></tr></thead><tbody>${rows.join('')}</tbody></table>${advised.length > 0 ? `<ul class="advice">${advised.join('')}</ul>` : ''}</section>`;
}

function problemsSection({ problems }: SpeechReport, linkTo: LinkTo): string {
  const named = (place: Place & { readonly name: string }) =>
    link(place, linkTo, `<span lang="zh-CN">${escapeHtml(place.name)}</span>`);
  const rows = problems.map(
    (problem) =>
      `<tr><td>${named(problem)}</td><td class="state ${problem.standing}">${standingName(problem.standing)}</td><td>${problem.measures.map(named).join('；') || '—'}</td></tr>`,
  );
  return `<section><h2>${t('问题与整改')}</h2><table><thead><tr><th scope="col">${t('问题')}</th><th scope="col">${t('状态')}</th><th scope="col">${t('整改措施')}</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function todoSection(todos: readonly Todo[], linkTo: LinkTo): string {
  if (todos.length === 0) return '';
  const items = todos.map(
    ({ text, place }) => `<li>${place ? link(place, linkTo, escapeHtml(text)) : escapeHtml(text)}</li>`,
  );
  return `<section class="todo"><h2>${t('交稿前')}</h2><ul>${items.join('')}</ul></section>`;
}

function link(place: Place, linkTo: LinkTo, words: string): string {
  const address = linkTo(place);
  return address === undefined ? words : `<a href="${escapeHtml(address)}" title="${t('转到正文')}">${words}</a>`;
}

/** A page of its own that prints well. */
export function reportPage(report: SpeechReport): string {
  const title = `${t('体检报告')}：${report.title || t('（无标题）')}`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${reportCss}</style>
</head>
<body>
<main>
${reportBody(report)}
</main>
</body>
</html>
`;
}

/** In the colours of the editor where there is one, else in its own. */
export const reportCss = `
:root { --ink: var(--vscode-foreground, #1f2328); --dim: var(--vscode-descriptionForeground, #59636e); --line: var(--vscode-widget-border, var(--vscode-panel-border, #d1d9e0)); --good: color-mix(in srgb, var(--vscode-charts-green, #1a7f37) 80%, var(--ink)); --fair: var(--vscode-list-warningForeground, var(--vscode-editorWarning-foreground, #9a6700)); --bad: var(--vscode-list-errorForeground, var(--vscode-editorError-foreground, #cf222e)); --bar: var(--vscode-charts-blue, #0969da); }
body { margin: 0; padding: 0; color: var(--ink); font: 14px/1.7 var(--vscode-font-family, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif); }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1.5rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.4; margin: 0 0 .75rem; font-weight: 600; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; font-weight: 600; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; font-weight: 600; }
small, .kind { color: var(--dim); font-weight: normal; }
.kind { margin: 0; }
.verdict { border-left: 4px solid currentColor; padding: .4rem .8rem; margin: 0 0 1rem; }
.verdict strong { font-size: 1.15rem; margin-right: .5rem; }
.verdict span { color: var(--ink); }
.good { color: var(--good); } .fair { color: var(--fair); } .bad { color: var(--bad); }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 2rem; list-style: none; margin: 0; padding: 0; color: var(--dim); }
.facts b { color: var(--ink); font-size: 1.3rem; font-weight: 600; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); font-weight: normal; vertical-align: top; }
thead th { color: var(--dim); }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.bar { width: 30%; } .bar rect { fill: var(--bar); }
.bar svg { display: block; margin-top: calc(.85em - 6px); }
.state { white-space: nowrap; }
.met, .waived { color: var(--good); } .begun, .unsure { color: var(--fair); } .unmet { color: var(--bad); }
ul { margin: .25rem 0; padding-left: 1.25rem; }
.advice, .todo ul { margin-top: .5rem; }
.advice { color: var(--dim); }
.findings { list-style: none; padding: 0; }
.findings li { padding: .15rem 0; }
.severity { display: inline-block; padding: 0 .4em; border: 1px solid currentColor; border-radius: 3px; font-size: .85em; line-height: 1.4; }
.error .severity { color: var(--bad); } .warning .severity { color: var(--fair); } .information .severity, .hint .severity { color: var(--dim); }
.words { color: var(--dim); }
a { color: var(--vscode-textLink-foreground, inherit); text-decoration: none; }
.findings a, a:hover, a:focus-visible { text-decoration: underline; }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder, currentColor); outline-offset: 2px; }
@media print { main { max-width: none; padding: 0; } section, tr, li { break-inside: avoid; } h2, h3 { break-after: avoid; } body { font-size: 11pt; } @page { margin: 20mm; } }
`;
