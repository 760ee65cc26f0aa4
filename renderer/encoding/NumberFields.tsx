import { useTranslation } from 'react-i18next'
import type { InputEncoding } from '../../shared/prep/encoding.ts'
import { NumberField } from '../ui/form/NumberField.tsx'
import { Select } from '../ui/form/Select.tsx'

type NumberEncoding = Extract<InputEncoding, { kind: 'number' }>

interface NumberFieldsProps {
  readonly encoding: NumberEncoding
  readonly onChange: (encoding: NumberEncoding) => void
  /** A target without a value always drops its row, so nothing is asked about it. */
  readonly isTarget?: boolean
}

const scales = ['standard', 'minmax', 'robust', 'log1p', 'range', 'none'] as const
const fillings = ['median', 'mean', 'constant', 'flag', 'drop'] as const

/** Scaling of a number, and what stands in for missing values. */
export function NumberFields({ encoding, onChange, isTarget = false }: NumberFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        label={t('encoding.scale')}
        items={scales.map((id) => ({
          id,
          label: t(`encoding.scales.${id}`),
          description: t(`encoding.scaleHelp.${id}`),
        }))}
        value={encoding.scale}
        onChange={(scale) => onChange({ ...encoding, scale })}
      />
      {encoding.scale === 'range' && <RangeFields encoding={encoding} onChange={onChange} />}
      {!isTarget && (
        <Select
          label={t('encoding.missing')}
          items={fillings.map((id) => ({ id, label: t(`encoding.fillings.${id}`) }))}
          value={encoding.missing}
          onChange={(missing) => onChange({ ...encoding, missing })}
        />
      )}
      {!isTarget && encoding.missing === 'constant' && (
        <NumberField
          label={t('encoding.constantValue')}
          value={encoding.constant ?? 0}
          onChange={(constant) => onChange({ ...encoding, constant })}
        />
      )}
    </>
  )
}

/** The two ends of a fixed range, which must differ. */
function RangeFields({ encoding, onChange }: Pick<NumberFieldsProps, 'encoding' | 'onChange'>) {
  const { t } = useTranslation()
  const { from = 0, to = 255 } = encoding
  return (
    <>
      <NumberField
        label={t('encoding.rangeFrom')}
        value={from}
        onChange={(value) => onChange({ ...encoding, from: value })}
      />
      <NumberField
        label={t('encoding.rangeTo')}
        value={to}
        problem={from === to ? t('encoding.rangeEmpty', { value: to }) : undefined}
        onChange={(value) => onChange({ ...encoding, to: value })}
      />
    </>
  )
}
