import { isEnglish } from './language.ts';

/** The lines of the help for each verb; `overview` is about all verbs. */
export type Usage = Readonly<Record<string, readonly string[]>> & { readonly overview: readonly string[] };

/** The help for one verb, or the overview where none or an unknown one is named. */
export async function usage(verb = 'overview'): Promise<string> {
  const texts = isEnglish ? (await import('./usageEnglish.ts')).usageEnglish : usageChinese;
  return ((Object.hasOwn(texts, verb) && texts[verb]) || texts.overview).join('\n');
}

/** The help in Chinese. */
export const usageChinese: Usage = {
  overview: [
    '用法：fayan 命令 [选项] 文件…',
    '',
    '  outline 文件…      列出提纲：部分、问题、原因、整改及其对应',
    '  check 文件或目录…  检查，可批量，可修正',
    '  similar 目录…      查雷同，列出各篇之间的相同比例',
    '  ledger 文件        写出整改台账',
    '  export 文件…       导出 Word、PDF、网页或纯文本',
    '  import 文件.docx…  把 Word 稿导入为发言',
    '  report 文件或目录…  体检报告；多篇时列表',
    '  serve --stdio      语言服务，供其他编辑器使用',
    '',
    '  fayan 命令 --help  该命令的选项',
    '  fayan --version    版本',
    '',
    '退出码：0 没有问题；1 有达到 --fail-on 级别的问题；2 用法不对，或有文件读不了',
  ],
  outline: [
    '用法：fayan outline [选项] 文件…',
    '',
    '  --format text|json  输出格式，默认 text',
    '  --stdin             从标准输入读一篇',
  ],
  check: [
    '用法：fayan check [选项] 文件或目录…',
    '',
    '目录里只查像发言材料的 .md 文件；点名的文件一律检查。',
    '',
    '  --format text|json|ndjson|sarif|csv|markdown',
    '                      输出格式，默认 text',
    '  --fail-on error|warning|information|hint|never',
    '                      到哪一级算不通过（退出码 1），默认 warning',
    '  --fix               改掉有把握的问题，写回文件，再报余下的；配 --stdin 时改好的文本写到标准输出',
    '  --hand-in           交稿前检查：没填完的〔…〕、模板空位按错误报',
    '  --profile 类型或文件  没有写明类型的按此类型检查；或者用这个 JSON 文件（同 .fayan 里的）',
    '  --similar           这些文件相互之间也查雷同',
    '  --last-year 目录    上年的材料：同查雷同和“问题年年提”（含 --similar）',
    '  --stdin             从标准输入读一篇；文件参数只作名字',
    '  --files-from 文件   从文件读名单，一行一个；- 为标准输入',
    '  --shard i/n         只查分成 n 份后的第 i 份',
    '  --workers N         用几个线程，默认按处理器数',
    '',
    '退出码：0 没有问题；1 有达到 --fail-on 级别的问题；2 用法不对，或有文件读不了（其余照查）',
  ],
  similar: [
    '用法：fayan similar [选项] 文件或目录…',
    '',
    '  --format text|json|csv  输出格式，默认 text；csv 是各篇两两之间的矩阵',
    '  --min 百分比            只列相同比例不低于此的，默认 5，矩阵默认全列',
    '  --last-year 目录        上年的材料，一并比较',
  ],
  ledger: [
    '用法：fayan ledger [选项] 文件',
    '',
    '  --to md|csv|docx 格式，默认 md；docx 须配 --out',
    '  -o, --out 文件   写到这个文件，默认写到标准输出',
    '  --force          文件已有时覆盖',
  ],
  export: [
    '用法：fayan export [选项] 文件…',
    '',
    '  --to docx|pdf|html|txt  导出成什么，默认 docx',
    '  --style 版式            公文、讲话稿、简洁，.fayan/styles 里的版式，或者一个 JSON 文件；默认 公文',
    '  --out 文件              写到哪里，- 为标准输出；默认在原文件旁边',
    '  --name 式样             文件名的式样，如 {题目}（起草 {日期}）',
    '  --force                 已有同名文件时覆盖',
  ],
  import: [
    '用法：fayan import [选项] 文件.docx…',
    '',
    '  --out 文件  写到哪里，- 为标准输出；默认在原文件旁边，名为 *.speech.md',
    '  --force     已有同名文件时覆盖',
  ],
  report: [
    '用法：fayan report [选项] 文件或目录…',
    '',
    '  --to md|html  单篇的格式，默认 md；多篇时总是列成 Markdown 表',
  ],
  serve: [
    '用法：fayan serve --stdio|--node-ipc|--socket=端口|--pipe=名字',
    '',
    '语言服务（LSP）。编辑器一般用 --stdio。',
  ],
};
