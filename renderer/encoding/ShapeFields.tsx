import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ColumnShape, guessImage, type ShapedColumn, sizesOf } from '../../shared/edits/shapeColumns.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { NumberField } from '../ui/form/NumberField.tsx'
import { Select } from '../ui/form/Select.tsx'
import type { Problem } from '../../shared/problems.ts'
import { problemText } from '../i18n/problemText.ts'
import { Notice } from '../ui/feedback/Notice.tsx'
import styles from './EncodingForm.module.css'
import { useRefusal } from './useRefusal.ts'

interface ShapeFieldsProps {
  /** In the order in which they fill the shape. */
  readonly columns: readonly ShapedColumn[]
  /** One undoable edit, or why it was refused. */
  readonly onApply: (shape: ColumnShape) => Problem | null
}

const kinds = ['none', 'image', 'steps'] as const

/** Makes many columns of numbers one image or steps of time. */
export function ShapeFields({ columns, onApply }: ShapeFieldsProps) {
  const { t } = useTranslation()
  const count = columns.length
  const [shape, setShape] = useState<ColumnShape | null>(null)
  const { refusal, attempt } = useRefusal(columns)
  const whyNot = useWhyNot(columns)
  const choose = (kind: (typeof kinds)[number]) => {
    if (kind === 'image') setShape(guessImage(count))
    else setShape(kind === 'steps' ? { kind, steps: count, values: 1 } : null)
  }
  const why = shape && whyNot(shape)
  return (
    <>
      <Select
        label={t('encoding.shape.kind', { count })}
        items={kinds.map((id) => ({ id, label: t(`encoding.shape.${id}`) }))}
        value={shape?.kind ?? 'none'}
        onChange={choose}
      />
      {shape && (
        <>
          <Sizes shape={shape} count={count} onChange={setShape} />
          <p className={styles['note']}>
            {t(shape.kind === 'image' ? 'encoding.shape.imageHelp' : 'encoding.shape.stepsHelp')}
          </p>
          {why && <Notice tone="warn">{why}</Notice>}
          <Button size="small" isDisabled={why !== null} onPress={() => attempt(() => onApply(shape))}>
            {t('encoding.shape.apply')}
          </Button>
        </>
      )}
      {refusal && <Notice tone="warn">{problemText(refusal)}</Notice>}
    </>
  )
}

/** Says why columns can't have a shape, or null when they can. */
const useWhyNot = (columns: readonly ShapedColumn[]) => {
  const { t } = useTranslation()
  const text = columns.find(({ profile }) => profile && !profile.summary && profile.type !== 'number')
  return (shape: ColumnShape): string | null => {
    if (text) return t('encoding.shape.text', { column: text.column })
    const sizes = sizesOf(shape)
    const product = sizes.reduce((all, size) => all * size, 1)
    if (product === columns.length) return null
    return t('encoding.shape.product', { sizes: sizes.join(' × '), product, count: columns.length })
  }
}

interface SizesProps {
  readonly shape: ColumnShape
  readonly count: number
  readonly onChange: (shape: ColumnShape) => void
}

/** The sizes; where one follows from the others, it does. */
function Sizes({ shape, count, onChange }: SizesProps) {
  const { t } = useTranslation()
  const field = (label: string, value: number, change: (size: number) => ColumnShape) => (
    <NumberField
      label={label}
      value={value}
      min={1}
      max={count}
      isInteger
      onChange={(size) => onChange(change(size))}
    />
  )
  const rest = (size: number, now: number) => (count % size === 0 ? count / size : now)
  if (shape.kind === 'steps')
    return (
      <>
        {field(t('encoding.shape.stepCount'), shape.steps, (steps) => ({
          ...shape,
          steps,
          values: rest(steps, shape.values),
        }))}
        {field(t('encoding.shape.values'), shape.values, (values) => ({
          ...shape,
          values,
          steps: rest(values, shape.steps),
        }))}
      </>
    )
  const { height, width, channels } = shape
  return (
    <>
      {field(t('encoding.shape.height'), height, (size) => ({
        ...shape,
        height: size,
        width: rest(size * channels, width),
      }))}
      {field(t('encoding.shape.width'), width, (size) => ({
        ...shape,
        width: size,
        height: rest(size * channels, height),
      }))}
      {field(t('encoding.shape.channels'), channels, (size) => ({ ...shape, channels: size }))}
    </>
  )
}
