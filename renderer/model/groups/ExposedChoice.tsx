import { useTranslation } from 'react-i18next'
import { setExposed } from '../../../shared/edits/groups.ts'
import { layersCalled } from '../../../shared/groups.ts'
import { findLayer } from '../../../shared/layers/index.ts'
import { useWords } from '../../i18n/useWords.ts'
import { edit, useDocument, useProject } from '../../store/document.ts'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { inWords } from '../card/inWords.ts'
import styles from './GroupInspector.module.css'

interface ExposedChoiceProps {
  readonly group: string
  readonly members: readonly string[]
}

/** Which parameters of the layers inside a group shows. */
export function ExposedChoice({ group, members }: ExposedChoiceProps) {
  const { t } = useTranslation()
  const { words } = useWords()
  const project = useProject((all) => all)
  const isReadOnly = useDocument(({ readOnly }) => readOnly)
  const exposed = project.groups[group]?.exposed ?? []
  return (
    <>
      <p className={styles['hint']}>{t('model.groups.chooseHint')}</p>
      {layersCalled(project, members).map((id) => {
        const layer = Object.hasOwn(project.layers, id) ? project.layers[id] : undefined
        const params = Object.entries((layer && findLayer(layer.type))?.params ?? {})
        if (!layer || params.length === 0) return null
        return (
          <fieldset key={id} className={styles['layer']}>
            <legend>{layer.name}</legend>
            {params.map(([name, param]) => (
              <Checkbox
                key={name}
                isDisabled={isReadOnly}
                isSelected={exposed.some((use) => use.layer === id && use.param === name)}
                onChange={(isShown) =>
                  edit((document) => setExposed(document, group, { layer: id, param: name }, isShown))
                }
              >
                {words(param.label ?? inWords(name))}
              </Checkbox>
            ))}
          </fieldset>
        )
      })}
    </>
  )
}
