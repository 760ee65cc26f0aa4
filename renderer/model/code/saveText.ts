import { saveBlob } from '../../files/saveBlob.ts'

/** Hands a text to the user as a file. */
export const saveText = (name: string, text: string): void =>
  saveBlob(name, new Blob([text], { type: 'text/plain' }))
