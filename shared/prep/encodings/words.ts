/** A Chinese character is a word, and so is every other run of letters and digits, with what stands between as in “don't”. */
const word =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:['’](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)*/gu

/** The words of a text in their order, in Unicode's composed form; marks and blanks are no words. */
export const wordsOf = (text: string, lower: boolean): readonly string[] => {
  const composed = text.normalize('NFC')
  return (lower ? composed.toLowerCase() : composed).match(word) ?? []
}
