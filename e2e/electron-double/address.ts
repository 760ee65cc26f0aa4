/** Chromium has no `app:` scheme here: `app://host/x` is shown as `https://host.app.invalid/x`, a secure origin as well. */
const outside = /^https:\/\/([^/.]+)\.app\.invalid/
const inside = /^app:\/\/([^/]+)/

/** The address that Chromium shows for one of Electron's. */
export const toChromium = (url: string): string => url.replace(inside, 'https://$1.app.invalid')

/** Electron's address for one that Chromium shows. */
export const toElectron = (url: string): string =>
  url.startsWith('blob:') ? `blob:${toElectron(url.slice(5))}` : url.replace(outside, 'app://$1')
