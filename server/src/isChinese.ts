/** Whether an editor in this language, such as `zh-cn`, is spoken to in Chinese; to any other in English. */
export function isChinese(locale: string): boolean {
  return /^zh/i.test(locale);
}
