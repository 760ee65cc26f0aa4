import { link, open, rename, unlink } from 'node:fs/promises'

/** An open file as the writer needs it. */
export interface OpenFile {
  write(data: Uint8Array, offset: number, length: number): Promise<{ bytesWritten: number }>
  sync(): Promise<void>
  stat(): Promise<{ size: number }>
  close(): Promise<void>
}

/** The calls the safe writer makes of the file system; a test hands in one that fails at any of them. */
export interface FileSystem {
  open(path: string, flags: 'wx' | 'r'): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  link(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
}

/** The real file system. */
export const diskFileSystem: FileSystem = {
  open: (path, flags) => open(path, flags, 0o666),
  rename,
  link,
  unlink,
}
