import { RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { setParam } from '../../../../shared/edits/setValues.ts'
import type { Param } from '../../../../shared/layers/define.ts'
import { paramProblem } from '../../../../shared/layers/values.ts'
import { problemText } from '../../../i18n/problemText.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { edit } from '../../../store/document.ts'
import { Button } from '../../../ui/buttons/Button.tsx'
import { isSame } from '../../canvas/isSame.ts'
import { inWords } from '../../card/inWords.ts'
import { problemWords } from '../../../i18n/problemWords.ts'
import { BoolParam } from './BoolParam.tsx'
import { ChoiceParam } from './ChoiceParam.tsx'
import { FloatParam } from './FloatParam.tsx'
import { IntParam } from './IntParam.tsx'
import { LayerParam } from './LayerParam.tsx'
import { NamedParam } from './NamedParam.tsx'
import styles from './ParamField.module.css'
import type { ParamControlProps } from './paramControl.ts'
import { ShapeParam } from './ShapeParam.tsx'
import { TupleParam } from './TupleParam.tsx'

interface ParamFieldProps {
  readonly layerId: string
  readonly name: string
  readonly param: Param
  /** As the document has it; undefined where it has none. */
  readonly given: unknown
}

const control = (param: Param, props: Omit<ParamControlProps, 'param'>): ReactNode => {
  switch (param.kind) {
    case 'int':
      return <IntParam {...props} param={param} />
    case 'float':
      return <FloatParam {...props} param={param} />
    case 'bool':
      return <BoolParam {...props} param={param} />
    case 'choice':
      return <ChoiceParam {...props} param={param} />
    case 'tuple':
      return <TupleParam {...props} param={param} />
    case 'shape':
      return <ShapeParam {...props} param={param} />
    case 'initializer':
    case 'regularizer':
    case 'constraint':
      return <NamedParam {...props} param={param} />
    case 'layer':
      return <LayerParam {...props} param={param} />
  }
}

/** One parameter of a layer: the control of its kind, its help or what is wrong, and the way back to its default. */
export function ParamField({ layerId, name, param, given }: ParamFieldProps) {
  const { t } = useTranslation()
  const { words, language } = useWords()
  const label = words(param.label ?? inWords(name))
  const problem = given === undefined ? null : paramProblem(name, param, given)
  const set = (value: unknown) => edit((project) => setParam(project, layerId, name, value))
  const isChanged = given !== undefined && !isSame(given, param.default)
  return (
    <div className={styles['param']} data-kind={param.kind}>
      {control(param, {
        label,
        help: words(param.help),
        problem: problem
          ? problemText(
              problemWords({ ...problem, values: { ...problem.values, param: label } }, '', language),
            )
          : undefined,
        value: given ?? (given === null ? null : param.default),
        onChange: set,
      })}
      {isChanged && (
        <Button
          variant="quiet"
          size="small"
          className={styles['reset']}
          icon={<RotateCcw />}
          aria-label={t('model.inspector.reset', { label })}
          onPress={() => set(undefined)}
        >
          {t('model.inspector.resetShort')}
        </Button>
      )}
    </div>
  )
}
