import { config } from 'zod'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { boot } from './boot.ts'
import { startLanguage } from './i18n/i18n.ts'
import './ui/theme/global.css'

// zod would probe for eval, which the content security policy forbids and reports.
config({ jitless: true })

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
const page = createRoot(root)
// Until the core tells the user's choice.
void startLanguage(navigator.language.startsWith('ko') ? 'ko' : 'en').then(() => {
  page.render(<App />)
  void boot()
})
