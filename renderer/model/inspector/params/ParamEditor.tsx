import { RotateCcw } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Param } from '../../../../shared/layers/define.ts'
import { paramProblem } from '../../../../shared/layers/values.ts'
import type { Problem } from '../../../../shared/problems.ts'
import { problemText } from '../../../i18n/problemText.ts'
import { problemWords } from '../../../i18n/problemWords.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { Button } from '../../../ui/buttons/Button.tsx'
import { isSame } from '../../canvas/isSame.ts'
import { inWords } from '../../card/inWords.ts'
import { BoolParam } from './BoolParam.tsx'
import { ChoiceParam } from './ChoiceParam.tsx'
import { FloatParam } from './FloatParam.tsx'
import { IntParam } from './IntParam.tsx'
import { LayerParam } from './LayerParam.tsx'
import { NamedParam } from './NamedParam.tsx'
import styles from './ParamField.module.css'
import type { ParamControlProps, ParamEditing } from './paramControl.ts'
import { ShapeParam } from './ShapeParam.tsx'
import { TupleParam } from './TupleParam.tsx'

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
      return <LayerParam {...props} param={param} renderParam={(editing) => <ParamEditor {...editing} />} />
  }
}

/** One parameter: the control of its kind, its help or what is wrong, and the way back to its default. */
export function ParamEditor({ name, param, given, isMixed = false, onChange }: ParamEditing) {
  const { t } = useTranslation()
  const { words, language } = useWords()
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const label = words(param.label ?? inWords(name))
  // An inner layer says what is wrong at each of its own parameters.
  const wrong =
    given === undefined || isMixed || param.kind === 'layer' ? null : paramProblem(name, param, given)
  const problem = refusal ?? wrong
  const set = (value: unknown) => {
    const refused = onChange(value)
    setRefusal(refused)
    return refused
  }
  const isChanged = isMixed || (given !== undefined && !isSame(given, param.default))
  return (
    <div className={styles['param']} data-kind={param.kind}>
      {control(param, {
        label,
        help: isMixed ? t('model.inspector.mixedHelp') : words(param.help),
        problem: problem
          ? problemText(
              problemWords({ ...problem, values: { ...problem.values, param: label } }, '', language),
            )
          : undefined,
        value: isMixed ? undefined : given === undefined ? param.default : given,
        placeholder: isMixed ? t('model.inspector.mixed') : undefined,
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
