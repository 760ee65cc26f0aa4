import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Code } from '../../../shared/keras/code.ts'
import { useRem } from '../../ui/useRem.ts'
import styles from './CodePanel.module.css'
import { highlightLine } from './highlightLine.ts'
import { useNodeLines } from './useNodeLines.ts'

/** In rem. */
const lineHeight = 1.125

const Line = memo(function Line({ text }: { readonly text: string }) {
  let at = 0
  return highlightLine(text).map(({ text: piece, kind }) => {
    at += piece.length
    return (
      <span key={at} className={kind === null ? undefined : styles[kind]}>
        {piece}
      </span>
    )
  })
})

/** Lines of code, those of selected nodes marked. A click on a line, or the arrow keys, select a node. */
export function CodeLines({ code }: { readonly code: Code }) {
  const { t } = useTranslation()
  const rem = useRem()
  const scroller = useRef<HTMLDivElement>(null)
  const { first, isMarked, select, step } = useNodeLines(code)
  const lines = useMemo(() => code.text.trimEnd().split('\n'), [code])
  const width = useMemo(() => lines.reduce((most, line) => Math.max(most, line.length), 0) + 8, [lines])
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight * rem,
    overscan: 20,
  })
  useEffect(() => rows.measure(), [rem, rows])
  useEffect(() => {
    const seen = rows.range
    if (first === undefined || !seen || (seen.startIndex <= first && first < seen.endIndex - 1)) return
    rows.scrollToIndex(first, { align: 'center' })
  }, [first, rows])
  const press = (line: number) => {
    // Marking text is no click on a node.
    if (document.getSelection()?.isCollapsed !== false) select(line)
  }
  return (
    <div
      ref={scroller}
      className={styles['lines']}
      role="region"
      aria-label={t('model.code.lines')}
      tabIndex={0}
      onKeyDown={step}
    >
      <div className={styles['text']} style={{ height: rows.getTotalSize(), minWidth: `${width}ch` }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            className={styles['line']}
            data-selected={isMarked(index) || undefined}
            style={{ top: start }}
            onClick={() => press(index)}
          >
            <span className={styles['number']} aria-hidden>
              {index + 1}
            </span>
            <code>
              <Line text={lines[index] ?? ''} />
            </code>
          </div>
        ))}
      </div>
    </div>
  )
}
