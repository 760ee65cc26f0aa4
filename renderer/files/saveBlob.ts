/** Hands bytes to the user as a file. */
export const saveBlob = (name: string, blob: Blob): void => {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name.replace(/[/\\:*?"<>|]/g, '_')
  link.click()
  // Not at once: some browsers begin the download only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
