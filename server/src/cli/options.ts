import { type ParseArgsConfig, parseArgs } from 'node:util';
import { t } from '@vscode/l10n';

/** The command line is wrong; the message tells the user what about it. */
export class Misuse extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** `parseArgs`; what it throws is a `Misuse` in the user's language. */
export function parseOptions<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new Misuse(t('没有 {0} 这个选项', option));
    throw new Misuse(t('选项 {0} 的值不对', option));
  }
}

/** The value, if it is an allowed one; throws a `Misuse` otherwise. */
export function choice<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Misuse(t('{0} 只能是 {1}', option, allowed.join(t('、'))));
  return found;
}
