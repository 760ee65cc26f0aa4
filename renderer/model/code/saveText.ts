/** Hands a text to the user as a file. */
export const saveText = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name.replace(/[/\\:*?"<>|]/g, '_')
  link.click()
  // Not at once: some browsers begin the download only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
