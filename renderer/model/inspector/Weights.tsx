import { useTranslation } from 'react-i18next'
import { knownSize, shapeText } from '../../../shared/layers/shapes.ts'
import { formatCount } from '../../i18n/format.ts'
import { useAnalysis } from '../../store/analysis.ts'
import styles from './Weights.module.css'

/** The weights of the layer that a node calls, by name. Nothing for layers without weights. */
export function Weights({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const weights = useAnalysis(({ nodes }) => nodes[id]?.weights)
  if (!weights?.length) return null
  const total = weights.reduce((sum, { shape }) => sum + knownSize(shape), 0)
  return (
    <table className={styles['weights']}>
      <thead>
        <tr>
          <th scope="col">{t('model.inspector.weight')}</th>
          <th scope="col">{t('model.inspector.shape')}</th>
          <th scope="col">{t('model.inspector.count')}</th>
        </tr>
      </thead>
      <tbody>
        {weights.map(({ name, shape, trainable }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              {!trainable && <small>{t('model.inspector.frozen')}</small>}
            </th>
            <td className={styles['shape']}>{shapeText(shape)}</td>
            <td>{formatCount(knownSize(shape))}</td>
          </tr>
        ))}
      </tbody>
      {weights.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('model.inspector.total')}
            </th>
            <td>{formatCount(total)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
