/** A text in which small and large letters are the same, and letters put together of parts are those in one piece. */
export const foldText = (text: string): string => text.normalize('NFC').toLowerCase()
