import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { boot } from './boot.ts'
import { startLanguage } from './i18n/i18n.ts'
import './ui/theme/global.css'

/** Shows the page in the browser's language, until the core tells the user's choice, and connects. */
export async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root element.')
  await startLanguage(navigator.language.startsWith('ko') ? 'ko' : 'en')
  createRoot(root).render(<App />)
  await boot()
}
