import { useTranslation } from 'react-i18next'
import type { Encoding } from '../../../../shared/prep/encoding.ts'
import type { Problem } from '../../../../shared/problems.ts'
import { Select } from '../../../ui/form/Select.tsx'
import { Switch } from '../../../ui/form/Switch.tsx'
import { TypedField } from '../fields/TypedField.tsx'
import { readNumber, showNumber, stepText } from '../fields/readNumber.ts'

type Of<K extends Encoding['kind']> = Extract<Encoding, { kind: K }>
type Field<K extends Encoding['kind']> = {
  readonly encoding: Of<K>
  readonly onChange: (encoding: Encoding) => Problem | null
}

/** The settings of one column's encoding, whatever its kind. */
export function EncodingFields({ encoding, onChange }: Field<Encoding['kind']>) {
  switch (encoding.kind) {
    case 'number':
      return <NumberEncoding encoding={encoding} onChange={onChange} />
    case 'category':
      return <CategoryEncoding encoding={encoding} onChange={onChange} />
    case 'sequence':
      return <SequenceEncoding encoding={encoding} onChange={onChange} />
    case 'binary':
      return <BinaryEncoding encoding={encoding} onChange={onChange} />
    case 'classes':
      return <ClassesEncoding encoding={encoding} onChange={onChange} />
  }
}

const scales = ['standard', 'minmax', 'robust', 'log1p', 'none'] as const
const numberMissing = ['drop', 'mean', 'median', 'constant', 'flag'] as const
const categoryWays = ['onehot', 'ordinal', 'index', 'frequency'] as const
const categoryMissing = ['mostFrequent', 'ownClass', 'drop'] as const
const pads = ['before', 'after'] as const
const classWays = ['onehot', 'index'] as const

function NumberEncoding({ encoding, onChange }: Field<'number'>) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        label={t('model.encoding.scale')}
        items={scales.map((id) => ({
          id,
          label: t(`model.encoding.${id}`),
          description: t(`model.encoding.scaleHelp.${id}`),
        }))}
        value={encoding.scale}
        onChange={(scale) => onChange({ ...encoding, scale })}
      />
      <Select
        label={t('model.encoding.missing')}
        items={numberMissing.map((id) => ({ id, label: t(`model.encoding.${id}`) }))}
        value={encoding.missing}
        onChange={(missing) => onChange({ ...encoding, missing })}
      />
      {encoding.missing === 'constant' && (
        <TypedField
          label={t('model.encoding.constantValue')}
          value={showNumber(encoding.constant ?? 0)}
          onWrite={(text) => {
            const constant = readNumber(text)
            return typeof constant === 'number' ? onChange({ ...encoding, constant }) : null
          }}
        />
      )}
    </>
  )
}

function CategoryEncoding({ encoding, onChange }: Field<'category'>) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        label={t('model.encoding.as')}
        items={categoryWays.map((id) => ({ id, label: t(`model.encoding.${id}`) }))}
        value={encoding.as}
        onChange={(as) => onChange({ ...encoding, as })}
      />
      <Select
        label={t('model.encoding.missing')}
        items={categoryMissing.map((id) => ({ id, label: t(`model.encoding.${id}`) }))}
        value={encoding.missing}
        onChange={(missing) => onChange({ ...encoding, missing })}
      />
      <Switch
        label={t('model.encoding.unknown')}
        isSelected={encoding.unknown}
        onChange={(unknown) => onChange({ ...encoding, unknown })}
      />
    </>
  )
}

function SequenceEncoding({ encoding, onChange }: Field<'sequence'>) {
  const { t } = useTranslation()
  return (
    <>
      <TypedField
        label={t('model.encoding.length')}
        value={showNumber(encoding.length)}
        onWrite={(text) => {
          const length = readNumber(text)
          return typeof length === 'number' ? onChange({ ...encoding, length }) : null
        }}
        onStep={(text, direction, times) =>
          stepText(text, direction, times, { min: 1, max: 100_000, isInteger: true })
        }
      />
      <Select
        label={t('model.encoding.pad')}
        items={pads.map((id) => ({ id, label: t(`model.encoding.${id}`) }))}
        value={encoding.pad}
        onChange={(pad) => onChange({ ...encoding, pad })}
      />
      <TypedField
        label={t('model.encoding.separator')}
        value={encoding.separator}
        onWrite={(separator) => onChange({ ...encoding, separator })}
      />
    </>
  )
}

function BinaryEncoding({ encoding, onChange }: Field<'binary'>) {
  const { t } = useTranslation()
  const { positive: _, ...rest } = encoding
  return (
    <TypedField
      label={t('model.encoding.positive')}
      help={t('model.encoding.positiveHelp')}
      value={encoding.positive ?? ''}
      onWrite={(positive) => onChange((positive === '' ? rest : { ...rest, positive }) as Encoding)}
    />
  )
}

function ClassesEncoding({ encoding, onChange }: Field<'classes'>) {
  const { t } = useTranslation()
  return (
    <Select
      label={t('model.encoding.as')}
      items={classWays.map((id) => ({
        id,
        label: id === 'index' ? t('model.encoding.classIndex') : t('model.encoding.onehot'),
      }))}
      value={encoding.as}
      onChange={(as) => onChange({ ...encoding, as })}
    />
  )
}
