/** What the host that shows the page offers the core on behalf of one client. Paths are absolute. */
export type ClientHost = DesktopHost | ServeHost

/** Electron: the system's dialogs choose files; null when the user cancelled. */
export interface DesktopHost {
  readonly kind: 'desktop'
  pickFile(kind: 'project' | 'data'): Promise<string | null>
  pickSave(kind: 'project' | 'pack', name: string): Promise<string | null>
  pickFolder(): Promise<string | null>
  /** Tells of project files the system asks to open (double click, second instance, first argument), also of those asked before the page was there. */
  onOpenRequest(listener: (path: string) => void): void
}

/** A browser on this machine: it browses below a root, uploads into it and downloads exports. */
interface ServeHost {
  readonly kind: 'serve'
  readonly root: string
  /** Offers a file for download once and returns its address; the file is deleted afterwards. */
  offerDownload(name: string, path: string): string
}
