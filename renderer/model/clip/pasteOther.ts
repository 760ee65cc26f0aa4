/** Takes in a pasted text that is no clip of ours, such as Keras code; false when it is nothing it knows. */
type OtherPaste = (text: string) => boolean

let taker: OtherPaste | null = null

/** Names what is to take in pasted texts that are no clip; null for nothing. */
export const onPasteOther = (take: OtherPaste | null): void => {
  taker = take
}

/** Offers a text that is no clip of ours to whoever reads other texts. */
export const pasteOther = (text: string): boolean => taker?.(text) ?? false
