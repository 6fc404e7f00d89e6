/** Whether a passage holds a 〔…〕 that is to be filled in: till then `leftover-placeholder` is all that is said of it. */
export function isUnwritten(text: string): boolean {
  return text.includes('〔');
}
