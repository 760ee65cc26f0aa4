import { Fragment, memo } from 'react'
import { shapeText } from '../../../shared/layers/shapes.ts'
import { formatCount } from '../../i18n/format.ts'
import { hasPortRows } from './cardSize.ts'
import { categoryIcon } from './categoryIcon.ts'
import styles from './LayerNode.module.css'
import type { NodeCard } from './nodeCard.ts'
import { PortHandle } from './PortHandle.tsx'
import { PortRows } from './PortRows.tsx'
import { SharedMark } from './SharedMark.tsx'
import { useTelling } from './useTelling.ts'

/** What is on a card: name and type, what tells it from others, its ports, shape and parameters. */
export const CardBody = memo(function CardBody({ card }: { readonly card: NodeCard }) {
  const { name, typeTitle, category, inputs, outputs, shape, parameters, shared } = card
  const Icon = categoryIcon[category]
  const telling = useTelling(card.telling)
  const [input] = inputs
  const [output] = outputs
  const hasRows = hasPortRows(card)
  return (
    <>
      <div className={styles['near']}>
        <header className={styles['head']}>
          <span className={styles['icon']}>
            <Icon aria-hidden />
          </span>
          <span className={styles['words']}>
            <span className={styles['name']} title={name}>
              {name}
            </span>
            <span className={styles['type']}>{typeTitle}</span>
          </span>
          {shared && <SharedMark {...shared} of={card.block ? 'block' : 'layer'} />}
        </header>
        <p className={styles['telling']} title={telling}>
          {telling}
        </p>
        {hasRows && <PortRows inputs={inputs} outputs={outputs} />}
        <footer className={styles['foot']}>
          <span className={styles['shape']}>{shape ? shapeText(shape) : '–'}</span>
          {parameters > 0 && <span className={styles['count']}>{formatCount(parameters)}</span>}
        </footer>
      </div>
      <div className={styles['far']} aria-hidden>
        <Icon />
        <span>
          {name.split(/(?<=_)/).map((part, index) => (
            <Fragment key={`${index}-${part}`}>
              {part}
              <wbr />
            </Fragment>
          ))}
        </span>
      </div>
      {!hasRows && input && <PortHandle port={input} side="input" />}
      {!hasRows && output && <PortHandle port={output} side="output" />}
    </>
  )
})
