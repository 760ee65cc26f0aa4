import { useMemo } from 'react'
import { setParam } from '../../../shared/edits/setValues.ts'
import { edit, useProject } from '../../store/document.ts'
import { isSame } from '../canvas/isSame.ts'
import { commonParams } from './commonParams.ts'
import { ParamSections } from './params/ParamSections.tsx'

/** The parameters that all selected layers have, edited in all of them at once. Nothing when there is none. */
export function SelectionParams({ ids }: { readonly ids: readonly string[] }) {
  const nodes = useProject((project) => project.nodes)
  const layers = useProject((project) => project.layers)
  const { params, called } = useMemo(() => commonParams({ nodes, layers }, ids), [nodes, layers, ids])
  const valuesOf = (name: string) =>
    called.map((id) => {
      const given = layers[id]?.params ?? {}
      return Object.hasOwn(given, name) ? given[name] : params[name]?.default
    })
  const isMixed = (name: string) => valuesOf(name).some((value, _, [first]) => !isSame(value, first))
  const setAll = (names: readonly string[], value: unknown) =>
    edit((project) =>
      called.reduce((so, id) => names.reduce((now, name) => setParam(now, id, name, value), so), project),
    )
  const names = Object.keys(params)
  const isReset = names.every((name) => valuesOf(name).every((value) => isSame(value, params[name]?.default)))
  return (
    <ParamSections
      params={params}
      given={(name) => valuesOf(name)[0]}
      isMixed={isMixed}
      onChange={(name, value) => setAll([name], value)}
      onResetAll={isReset ? undefined : () => setAll(names, undefined)}
    />
  )
}
