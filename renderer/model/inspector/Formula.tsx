import { useEffect, useRef } from 'react'
import styles from './Formula.module.css'

/** A formula in TeX, typeset. The typesetter comes with the first formula that is shown. */
export function Formula({ tex }: { readonly tex: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let isGone = false
    void (async () => {
      const [{ default: katex }] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')])
      if (isGone || !place.current) return
      // Drawn with elements and their styles as properties: no markup, so the page's security policy holds.
      katex.render(tex, place.current, { displayMode: true, throwOnError: false, trust: false })
    })()
    return () => {
      isGone = true
    }
  }, [tex])
  return <div ref={place} className={styles['formula']} tabIndex={-1} />
}
