import { useTranslation } from 'react-i18next'
import { findLayer } from '../../../shared/layers/index.ts'
import { useProject } from '../../store/document.ts'
import { Section } from '../../ui/layout/Section.tsx'
import { ParamField } from '../inspector/params/ParamField.tsx'
import styles from './GroupInspector.module.css'

/** The parameters that a group shows of the layers in it, by layer. */
export function ExposedForm({ group }: { readonly group: string }) {
  const { t } = useTranslation()
  const exposed = useProject(({ groups }) => groups[group]?.exposed)
  const layers = useProject((project) => project.layers)
  const uses = exposed ?? []
  const ids = [...new Set(uses.map(({ layer }) => layer))].filter((id) => Object.hasOwn(layers, id))
  return (
    <Section title={t('model.inspector.parameters')}>
      {ids.length === 0 && <p className={styles['hint']}>{t('model.groups.nothingExposed')}</p>}
      {ids.map((id) => {
        const layer = layers[id]
        const definition = layer && findLayer(layer.type)
        if (!layer || !definition) return null
        return (
          <fieldset key={id} className={styles['layer']}>
            <legend>{layer.name}</legend>
            {uses
              .filter((use) => use.layer === id)
              .flatMap(({ param: name }) => {
                const param = Object.hasOwn(definition.params, name) ? definition.params[name] : undefined
                const given = Object.hasOwn(layer.params, name) ? layer.params[name] : undefined
                return param
                  ? [<ParamField key={name} layerId={id} name={name} param={param} given={given} />]
                  : []
              })}
          </fieldset>
        )
      })}
    </Section>
  )
}
