import { useWords } from '../../i18n/useWords.ts'
import type { CardPort, NodeCard } from './nodeCard.ts'
import { PortHandle } from './PortHandle.tsx'
import styles from './PortRows.module.css'

/** Ports by name, a row each: inputs on the left, outputs on the right. */
export function PortRows({ inputs, outputs }: Pick<NodeCard, 'inputs' | 'outputs'>) {
  const rows = Math.max(inputs.length, outputs.length)
  return (
    <div className={styles['rows']}>
      {Array.from({ length: rows }, (_, index) => {
        const input = inputs[index]
        const output = outputs[index]
        return (
          <div className={styles['row']} key={input?.name ?? output?.name ?? index}>
            {input && <NamedPort port={input} side="input" />}
            {output && <NamedPort port={output} side="output" />}
          </div>
        )
      })}
    </div>
  )
}

function NamedPort({ port, side }: { readonly port: CardPort; readonly side: 'input' | 'output' }) {
  const { words } = useWords()
  return (
    <>
      <PortHandle port={port} side={side} />
      <span className={styles[side]} aria-hidden>
        {words(port.title)}
      </span>
    </>
  )
}
