import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { shapeText } from '../../../shared/layers/shapes.ts'
import { formatCount } from '../../i18n/format.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { useProject } from '../../store/document.ts'
import { selectNodes } from '../../store/session.ts'
import { wantedNodes } from '../canvas/wantedNodes.ts'
import styles from './SummaryTable.module.css'

/** A line for every node in the order of the computation: name and type, output shape, parameters. */
export function SummaryTable() {
  const { t } = useTranslation()
  const project = useProject((all) => all)
  const analysis = useAnalysis((all) => all)
  const rows = useMemo(() => {
    const place = new Map(analysis.order.map((id, index) => [id, index]))
    const at = (id: string) => place.get(id) ?? Infinity
    return wantedNodes(project, analysis).toSorted((one, other) => at(one.id) - at(other.id))
  }, [project, analysis])
  if (rows.length === 0) return <p className={styles['empty']}>{t('model.summary.empty')}</p>
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('model.summary.layer')}</th>
          <th scope="col">{t('model.summary.shape')}</th>
          <th scope="col">{t('model.summary.count')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, card: { name, typeTitle, shape, parameters, shared } }) => (
          <tr key={id}>
            <th scope="row">
              <button type="button" className={styles['name']} onClick={() => selectNodes([id])}>
                {name}
              </button>
              <small>{typeTitle}</small>
            </th>
            <td className={styles['shape']}>{shape ? shapeText(shape) : '–'}</td>
            <td>{shared && parameters === 0 ? t('model.summary.shared') : formatCount(parameters)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
